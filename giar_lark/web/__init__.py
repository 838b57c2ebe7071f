"""The page in the browser: what it asks of the package, and the server that hands it out. The page itself is in `web/`."""
