"""Tests of the model that is built from a report."""
