"""The bibliography as other programs read it."""
