"""What is asked of an evaluated debate: why, on what it turns, what would change it, what is still open."""
