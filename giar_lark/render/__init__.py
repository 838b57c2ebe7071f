"""Findings to text: knows no rule, only findings, their source and the table that they stand in."""
