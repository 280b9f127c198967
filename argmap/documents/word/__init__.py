"""Word documents: the parts of the package, its styles, and paragraphs as WordprocessingML."""
