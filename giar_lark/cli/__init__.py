"""The command line: one file a command, and what they share: language, streams, inputs, exit codes."""
