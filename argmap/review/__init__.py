"""What a change does to an argument: two evaluated debates become changes, consequences and a review."""
