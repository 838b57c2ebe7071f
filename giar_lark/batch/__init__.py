"""Several reports at once: what is kept of each, and which of them belong together."""
