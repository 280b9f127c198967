"""BibTeX and biblatex, read into items of CSL and written from them."""
