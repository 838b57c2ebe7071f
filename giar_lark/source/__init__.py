"""A decoded document, places in it, and where those stand in the document that the user has."""
