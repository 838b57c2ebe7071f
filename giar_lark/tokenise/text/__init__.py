"""The text of a report made plain: characters, ornament, escapes and mark-up, every offset staying where it is."""
