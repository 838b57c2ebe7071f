"""Rules on who reports, on which year and by which documents: what a copied text gives away."""
