"""What holds several documents (archives, tables of texts, crawled pages) to its documents, one at a time: one file a kind."""
