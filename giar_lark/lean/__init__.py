"""What the standard library has, too, at a fraction of the cost: most of a start, and much of a check, would be that."""
