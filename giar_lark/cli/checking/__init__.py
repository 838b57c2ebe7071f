"""A run of `check`: documents checked in this process or beside it, related, written, and watched."""
