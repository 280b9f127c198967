"""What `argmap sources` does: lists sources, imports them from other programs, exports them to these."""
