"""Rules on the parts of the report, their headings and templates."""
