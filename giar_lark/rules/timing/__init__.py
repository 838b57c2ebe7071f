"""Rules on dates: the period that a report covers, and the day that it is signed or published."""
