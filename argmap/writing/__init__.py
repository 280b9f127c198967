"""Writing well: the canonical form of a file, renames and fixes as splices that keep every comment, merges."""
