"""Findings as one page for a browser: the texts with marks, the findings beside them, the figures of the run."""
