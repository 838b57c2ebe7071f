"""A writer of invented reports: numbers in, the same report in any layout out."""
