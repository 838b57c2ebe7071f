"""The official format as data: its tables, the spellings of its labels, and what each row counts."""
