"""Tests of the way from a text to its tokens, in every layout."""
