"""Questions about an evaluated debate: what it turns on, what would change it, what is still open."""
