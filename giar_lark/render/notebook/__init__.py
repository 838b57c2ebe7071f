"""Reports, findings and outcomes as notebooks and rich show them."""
