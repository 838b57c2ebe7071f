"""The six sections and what is prose in them: headings, title and preamble, signature and date."""
