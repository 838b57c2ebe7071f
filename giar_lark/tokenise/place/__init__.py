"""The values of a row to its columns, where some of its cells are blank."""
