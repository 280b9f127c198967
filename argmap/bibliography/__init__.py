"""Bibliographies as other programs write and read them; and which of two entries are the same work."""
