"""Real converters: the sources of a report in, what readers of reports get to see as plain text out."""
