"""The short way through a table that holds no surprise, and tables that are like one before."""
