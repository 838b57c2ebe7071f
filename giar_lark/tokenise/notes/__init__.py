"""Findings of the tokenisers: what a layout has done to a report (RD), and rows and labels that are not the official ones."""
