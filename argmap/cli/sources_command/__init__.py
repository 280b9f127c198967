"""What `argmap sources` does: lists sources, takes them from other programs, gives them to these."""
