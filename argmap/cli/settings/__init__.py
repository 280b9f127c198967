"""Settings: where they stand, whose they are, and what is wrong with them."""
