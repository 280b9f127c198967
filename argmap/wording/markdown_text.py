"""Data as GitHub-flavoured Markdown that shows exactly this text, and from which nothing else comes.

Three readers stand between a text and the person, and each is held off in its own way:

1. **The Markdown parser** (cmark-gfm, GitLab's comrak). Characters with a meaning get a backslash; `&`, `<` and `>`
   become entities, so that no tag, comment or entity of the data's begins. White space is one blank, so that no line,
   and with it no heading, list, fence, table row or HTML block, begins with data.
2. **Filters over the finished HTML** that make mentions, references, emoji and links. They see the decoded text, so
   that neither backslash nor entity stops them: a zero-width space parts the sign from the word (`@` from `name`).
3. **Programs that read the raw comment**: GitLab's quick actions (`/close` at the beginning of a line), bots. Data is
   never at the beginning of a line, and a slash at its own beginning is written as an entity.

`escape` is for files in a repository, where the second reader knows GitHub's signs only. `remark` is for comments: it
also parts what GitLab's references and inline changes begin with, names of commits and keys of trackers (`ABC-12`).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from argmap.wording.unseen_characters import seen

BREAK = "&#8203;"
"""A zero-width space: what parts an `@`, `#` or address so that GitHub makes no ping, reference or link of it."""

_BREAK = "\u200b"

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SUSPECT = re.compile(r"[\\`*_\[\]|~$&<>@#:\u200b]|\b(?:www\.|GH-)", re.I)
"""What text has to have for any escaping to be needed; most has not."""

_MAGIC = (
    (re.compile(r"@(?=[\w\\-])"), f"@{_BREAK}"),
    (re.compile(r"(?<=\w)@"), f"{_BREAK}@"),
    (re.compile(r"#(?=\w)"), f"#{_BREAK}"),
    (re.compile(r"\b(GH)-(?=\d)", re.I), rf"\1{_BREAK}-"),
    (re.compile(r"\b(www)\.", re.I), rf"\1{_BREAK}."),
    (re.compile(r":(?=//)"), f":{_BREAK}"),
    (re.compile(r"\b(mailto|xmpp):", re.I), rf"\1{_BREAK}:"),
    (re.compile(r":(?=[\w+\\-]+:)"), f":{_BREAK}"),
)

_IN_COMMENTS = (
    (re.compile(r"([!&])(?=\d)|#(?=\w)"), rf"\g<0>{_BREAK}"),  # GitLab's merge requests and epics; issues
    (re.compile(r"([~%])(?=[\"\w*])"), rf"\1{_BREAK}"),  # labels, milestones
    (re.compile(r"\[(?![\s\]])"), f"[{_BREAK}"),  # [issue:1], [[page]], [TOC], [+ added +]
    (re.compile(r"\{(?=[+-])"), f"{{{_BREAK}"),  # {+ added +}, {- removed -}
    (re.compile(r"\*(?=iteration:)"), f"*{_BREAK}"),
    (re.compile(r"(?<=\w)>"), f"{_BREAK}>"),  # group/project>
    (re.compile(r"\b([A-Z][A-Z0-9_]+(?=-\w*\d)|GHSA(?=-))"), rf"\1{_BREAK}"),  # trackers' keys, GL-1, CVE-2026-1
)
_COMMIT = re.compile(r"\b[0-9a-f]{7,}\b", re.I)
_SIX = re.compile(r"(.{6})(?=.)")


def tidy(text: str) -> str:
    """Data as running text: white space collapsed, and what is not seen or no page may hold shown as U+FFFD."""
    return seen(" ".join(text.split()))


def escape(text: str, *, linked: bool = False) -> str:
    """Data as Markdown of a file that shows exactly this text; within a link nothing else is made a link, so that no
    break is needed there that somebody would copy with an address."""
    return _escaped(tidy(text), linked=linked)


def _escaped(text: str, *, linked: bool = False) -> str:
    if not _SUSPECT.search(text):
        return text
    text = "".join(_ENTITIES.get(character, character) for character in text)
    text = _SPECIAL.sub(r"\\\1", text)
    for pattern, replacement in () if linked else _MAGIC:
        text = pattern.sub(replacement, text)
    return text.replace(_BREAK, BREAK)


def remark(text: str) -> str:
    """Data as Markdown of a comment on GitHub or GitLab that shows exactly this text."""
    text = _parted_for_comments(tidy(text))
    # GitHub reads formulas after Markdown has been read, so that a backslash does not hold: an element of its own does
    # (as its manual says); GitLab reads them while Markdown is read, where an entity is no dollar sign
    text = _escaped(text).replace("\\$", "<span>&#36;</span>")
    return "&#47;" + text[1:] if text.startswith("/") else text


def _parted_for_comments(text: str) -> str:
    for pattern, replacement in _IN_COMMENTS:
        text = pattern.sub(replacement, text)
    return _COMMIT.sub(lambda found: _SIX.sub(rf"\1{_BREAK}", found[0]), text)


def is_parted(shown: str) -> bool:
    """Whether no filter makes anything of a text as a page shows it: each sign is parted from what follows it."""
    parted = _parted_for_comments(shown)
    for pattern, replacement in _MAGIC:
        parted = pattern.sub(replacement, parted)
    once, again = (re.sub(f"{_BREAK}+", _BREAK, text) for text in (shown, parted))
    return "$" not in shown and once == again


def code(text: str) -> str:
    """Data as code in a comment: an id, a name, a key."""
    return f"`{text}`" if re.fullmatch(r"[A-Za-z0-9_./:-]+", text) else f"<code>{remark(text)}</code>"


def address(href: str) -> str | None:
    """A web address safe inside `(<...>)`; None for any other scheme."""
    if href != tidy(href) or not re.match(r"https?://", href, re.I):
        return None
    try:
        host = urlsplit(href).hostname
    except ValueError:
        return None
    return quote(href, safe="!#$%&'()*+,/:;=?@[]_~.-") if host else None


def link(inside: str, href: str | None) -> str:
    """Markdown that leads to an address, or only the Markdown where the address is none that may be linked."""
    safe = address(href) if href else None
    return f"[{inside}](<{safe}>)" if safe else inside
