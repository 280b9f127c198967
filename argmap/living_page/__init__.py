"""The living page: a debate in one HTML file that can be folded, searched and asked.

`page_data` says what the page knows, as plain data; `outline` is what a reader without script gets; `page` puts them,
the styles and the script into one file. The script (`script/`, plain JavaScript with types in its comments) needs
nothing but a browser. It evaluates by the same definitions as `argmap.evaluation.framework`: so it can say what would
follow if a statement fell.
"""

from argmap.living_page.html_page import to_page
from argmap.living_page.page_data import Linked, Surroundings

__all__ = ["Linked", "Surroundings", "to_page"]
