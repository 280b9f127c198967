"""The bibliography as other programs read and write it; and which of two entries are the same work."""
