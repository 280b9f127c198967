"""Two versions of the debates, for `diff` and `review`."""
