"""Texts for a terminal and JSON for programs: findings, excerpts of files, pages of the rule book."""
