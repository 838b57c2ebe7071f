"""The language server: what the package knows of a report, told to an editor. One module a feature."""
