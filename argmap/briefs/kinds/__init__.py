"""One file a brief: each turns a `SelectedDebate` into a `Document`."""
