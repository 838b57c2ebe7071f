"""Pieces to rows: a label with everything that stands between it and the next one, and rows brought home."""
