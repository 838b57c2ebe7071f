"""The official format as data: its tables, the spellings of its labels, what they are called, and what each row counts."""
