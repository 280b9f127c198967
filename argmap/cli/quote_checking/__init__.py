"""Quotes looked for in the texts of their sources, for `verify` and `accept`."""
