"""What documents in mark-up have in common, whatever they tell: XML's characters, the form of JUnit, one page of HTML."""
