"""Repairs: the edits that findings carry, applied to the text, and never against a number that was given."""
