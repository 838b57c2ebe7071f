"""A report written as a text, as Markdown, as a page, and as a file for a word processor."""
