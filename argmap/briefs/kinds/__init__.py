"""One file a brief: each turns a `Setting` into a `Document`."""
