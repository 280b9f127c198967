"""What stands, what counts and why: a debate as a framework, its grounded labelling, the force of its arguments."""
