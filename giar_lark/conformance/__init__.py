"""Runs a corpus of reports with their truth against a parser, this one or another, and says how it fared."""
