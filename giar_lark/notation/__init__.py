"""The grammar in the notations of other programs: TextMate for editors, a JSON description, a railroad diagram."""
