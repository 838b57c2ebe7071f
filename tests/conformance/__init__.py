"""A corpus against a parser: suites and parsers of a few lines each, made where the test runs."""
