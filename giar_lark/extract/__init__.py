"""Reports to a dataset: records of a fixed schema, and the files that hold them."""
