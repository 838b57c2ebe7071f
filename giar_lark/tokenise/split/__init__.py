"""A table to pieces, by the separator that it uses."""
