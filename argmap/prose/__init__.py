"""Sentences about a debate that has been evaluated, one file a subject. Reports, briefs, maps and reviews use them."""
