"""Findings and reviews where a service of CI wants them."""
