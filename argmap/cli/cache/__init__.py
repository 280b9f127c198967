"""What the user's cache folder keeps between commands: layouts of maps, and what a build made last time."""
