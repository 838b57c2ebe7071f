"""What has come of the files that were given: of each, and counted over all."""
