"""Tests of the parser: defects are told in the words of the report, and reading goes on."""
