"""Rules on what can be read at all."""
