"""Rules on the file of dismissals (CF): it is no report, so that they are reported by the run."""
