"""One file a format: each writes a `Document`."""
