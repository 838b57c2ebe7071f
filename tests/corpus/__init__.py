"""Properties of the whole corpus."""
