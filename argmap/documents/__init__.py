"""Documents: headings, paragraphs, lists, tables and cards as values, and the formats that write them."""
