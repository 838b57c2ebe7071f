"""`giar-lark extract` at work: what its options mean, the run, and what is shown of it."""
