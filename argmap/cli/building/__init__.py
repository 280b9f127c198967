"""What `argmap build` makes, in one process or several, and what it remembers."""
