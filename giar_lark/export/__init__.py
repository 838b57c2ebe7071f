"""Reports and findings as records for other programs."""
