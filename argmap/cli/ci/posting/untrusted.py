"""A review that somebody else's run has made, such as that of a fork: text, of which nothing may come but a comment.

What `argmap review` writes is a small part of Markdown. A file that is within it (our own elements, code, emphasis,
lists, tables, links to the repository itself; data escaped as we escape it) is posted as it is, without its map. Any
other is shown in a fence, as text: no mention, link, picture or command comes of it.
"""

from __future__ import annotations

import html
import re

from argmap.wording.markdown_text import is_parted
from argmap.wording.unseen_characters import SIGN, seen

LONGEST = 65_000
"""Characters of a comment."""

_MAP = re.compile(r"<details>\n<summary>Map of what changed</summary>\n(?:(?!<details>).)*?\n</details>\n\n", re.DOTALL)
_MARKER = re.compile(r"\A(?:<!-- [^\n]* -->\n+)?")
_OURS = r"</?(?:details|summary|sub|del|ins|code|span)>"
_PIECES = (
    r"\n\n {0,3}```text\n(?: *\d* \|[^\n]*\n)+ {0,3}```(?=\n)",  # an excerpt: no line of it can close the fence
    _OURS,
    r"\\[!-/:-@\[-`{-~]",  # a sign that stands for itself
    r"&(?:#\d{1,6}|amp|lt|gt);",
    r"`[A-Za-z0-9_./: -]+`",
    r"\[(?:`[A-Za-z0-9_./:-]+`|before and after)\]\(<{home}(?![^>]*(?:\.\.|%2[EeFf]))[A-Za-z0-9_./%?=+-]*(?:#L\d+)?>\)",
    r"\*\*",
    r"[^\\&`<>\[\]!#*$~/\n]",
    r"!(?!\[)",
    r"(?<=\S)#|#(?=&#8203;)",  # no heading
    r"(?<=\S)/|/(?= )",  # no quick action
    r"\n",
)

_SEEN = re.compile(
    rf"(?P<code>{_PIECES[0]}|<span>&#36;</span>|\[[^\[\]\n]++\]\(<[^<>\n]*+>\)|`[^`\n]*+`)"
    rf"|{_OURS}|\*\*|\\(?P<sign>.)|(?P<entity>&[#\w]{{2,7}};)"
)
"""What stands for something else, or into which no filter looks: excerpts, code, links, a dollar sign apart."""


def as_comment(text: str, marker: str, home: str) -> str:
    """The comment to post: the text as it is where it is within what we write, and fenced where it is not. `home` is
    the address of the repository, to which links may lead."""
    body = _MAP.sub("", _MARKER.sub("", text.replace("\r\n", "\n"), count=1))
    body = seen(body).replace("\r", SIGN)
    if len(body) <= LONGEST - len(marker) and _is_ours(body, home):
        return f"{marker}\n\n{body.strip()}\n"
    return f"{marker}\n\n{_fenced(body[: LONGEST - 1_000])}\n"


def _is_ours(body: str, home: str) -> bool:
    pieces = "|".join(piece.replace("{home}", re.escape(home)) for piece in _PIECES)
    if re.search(r"\bwww\.", body, re.IGNORECASE) or body.count("<details>") != body.count("</details>"):
        return False
    return re.fullmatch(f"(?:{pieces})*+", body) is not None and is_parted(_shown(body))


def _shown(body: str) -> str:
    """The text as the filters of a service see it: neither backslash nor entity holds them off."""
    return _SEEN.sub(
        lambda found: "\n" if found["code"] else found["sign"] or html.unescape(found["entity"] or ""), body
    )


def _fenced(body: str) -> str:
    longest = max((len(run) for run in re.findall("`+", body)), default=2)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(f"| {line}" for line in body.strip().split("\n"))  # none begins as a command does
    return f"The review of this pull request, as its own run has made it:\n\n{fence}text\n{lines}\n{fence}"
