"""The labels of a table in its pieces, broken, glued or misspelt."""
