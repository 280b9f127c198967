"""What is asked of the operating system: programs on the search path, files changed all or none."""
