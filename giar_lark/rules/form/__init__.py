"""Rules on spelling."""
