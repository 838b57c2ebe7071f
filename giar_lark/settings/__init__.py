"""The files a user writes for us: where one is found, what it says, and what is wrong with it, at its line."""
