"""The writer of the corpus: reports, faults and changes in, the same text in every layout out."""
