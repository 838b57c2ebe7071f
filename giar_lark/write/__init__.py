"""Reports to documents: the way back, from a model to a text, a page or a word processor's file."""
