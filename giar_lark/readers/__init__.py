"""Documents of every format to sources: one file a format, each with one `READER`; what they read out is plain text in lines and tabs."""
