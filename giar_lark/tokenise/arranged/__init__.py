"""Table 3 in another arrangement than rows of cells."""
