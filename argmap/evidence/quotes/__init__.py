"""Whether a quote stands in a text word for word.

What a printer or a keyboard changes makes no difference: white space and line breaks, the shape of quotation marks and
dashes, ligatures, soft hyphens, hyphenation at the end of a line. What changes the words is one: another word, another
number, a comma, a capital, a hyphenated word in two, words left out without a mark. Declared changes are allowed within
limits (`argmap.evidence.quotes.quote_parts`): an ellipsis leaves out what is near, a bracket explains or adapts.
"""
