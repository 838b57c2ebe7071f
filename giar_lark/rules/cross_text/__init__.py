"""Rules that hold the prose against the tables, and against itself."""
