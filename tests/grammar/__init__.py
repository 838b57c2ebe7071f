"""Tests of the grammar folder."""
