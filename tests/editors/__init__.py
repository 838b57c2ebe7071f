"""Tests of what stands in `editors/`."""
