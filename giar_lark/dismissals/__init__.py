"""Findings that someone has set aside: a file beside the reports says which and why, for a report carries no comments."""
