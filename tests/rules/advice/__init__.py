"""The advice of every rule, followed to the letter: which words of a help, and what they make of an example."""
