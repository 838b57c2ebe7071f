"""A run over any number of documents: planned, done in chunks that can be lost and done again, put together in order."""
