"""Where findings go: in which formats, to which places."""
