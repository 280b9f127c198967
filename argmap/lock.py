"""`argmap.lock`: what has been verified and reviewed, and against which wording."""
