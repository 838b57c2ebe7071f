"""What the prose says in numbers: passages to sentences, clauses, and figures, by a grammar of its own (`narrative.lark`)."""
