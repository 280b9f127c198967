"""Bibliographies of other programs put into `sources.yaml`."""
