"""The debates that a command is about: found, read, checked, mended, written."""
