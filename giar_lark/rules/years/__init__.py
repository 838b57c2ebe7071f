"""Rules about one organ over years, and about organs of one folder."""
