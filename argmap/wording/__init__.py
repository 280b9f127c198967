"""The mechanics of English, each once: lists, counts, dates, near misses, missing extras."""
