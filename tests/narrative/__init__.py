"""Tests of the narrative grammar: amounts, tokens, and what sentences say in numbers."""
