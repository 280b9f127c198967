"""What GitHub and GitLab make of a comment: the rendered page, its text, and what their filters would react to.

Rendered by their own parsers: cmark-gfm is GitHub's, comrak GitLab's, both set as the services set them. The filters
over the finished page are written here once more and more greedily than theirs: a mention of anybody, a reference to
any number. They look, as the real ones do, at the text between tags, outside code and links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import cmarkgfm
import comrak
import html5lib
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

ZERO_WIDTH = "\u200b"
Render = Callable[[str], str]


def _github(markdown: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_HARDBREAKS)


_OF_GITLAB = (
    "autolink", "alerts", "description_lists", "footnotes", "inline_footnotes", "math_code", "math_dollars",
    "multiline_block_quotes", "strikethrough", "table", "tasklist", "wikilinks_title_before_pipe",
)  # fmt: skip


def _gitlab(markdown: str) -> str:
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    for name in _OF_GITLAB:
        setattr(extensions, name, True)
    rendering.unsafe_ = rendering.gfm_quirks = True
    return comrak.render_markdown(markdown, extension_options=extensions, render_options=rendering)


_COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
RENDERERS: dict[str, Render] = {
    "github": _github, "gitlab": _gitlab, "commonmark": lambda text: _COMMONMARK.render(text)
}  # fmt: skip

SIGNS = {
    "mention": r"@[\w-]",
    "e-mail": r"\w@|@\w",
    "issue": r"#\w",
    "merge request, epic": r"[!&]\d",
    "label, milestone": r"[~%][\"\w*]",
    "GH-1, a tracker's key": r"\b(?:gh|gl)-\d|\b[A-Z][A-Z0-9_]+-\w*\d|\bGHSA-",
    "commit": r"\b[0-9a-fA-F]{7,64}\b",
    "address": r"\bwww\.|:\/\/|\b(?:mailto|xmpp):",
    "emoji": r":[\w+-]+:",
    "bracketed reference": r"\[[^\s\]…\u200b]",
    "inline change": r"\{[+-]",
    "iteration": r"\*iteration:",
    "project": r"\w>",
    "formula": r"\$[^$]",
}


def parsed(markdown: str, service: str = "github") -> Any:
    """The rendered page as a tree."""
    return html5lib.parse(RENDERERS[service](markdown), namespaceHTMLElements=False).find("body")


def elements(markdown: str, service: str = "github") -> Counter[str]:
    """How many elements of which name the rendered page has."""
    return Counter(node.tag for node in parsed(markdown, service).iter() if isinstance(node.tag, str))


def shown(markdown: str, service: str = "github") -> str:
    """The text of the rendered page, white space and the parting zero-width spaces apart."""
    return " ".join("".join(parsed(markdown, service).itertext()).replace(ZERO_WIDTH, "").split())


def texts(node: Any) -> Iterator[str]:
    """The text nodes that filters look at."""
    if not isinstance(node.tag, str) or node.tag in ("code", "pre", "a", "script", "style"):
        return
    yield node.text or ""
    for child in node:
        yield from texts(child)
        yield child.tail or ""


def noticed(markdown: str) -> set[str]:
    """What filters of any service would react to, by name."""
    every = [text for service in RENDERERS for text in texts(parsed(markdown, service))]
    found = {name for name, sign in SIGNS.items() if any(re.search(sign, text) for text in every)}
    if any(re.match(r"\s*/\w", line) for line in markdown.splitlines()):
        found.add("quick action")
    return found


HOSTILE = [
    "@octocat", "ask @org/team please", "a@b.example", "#12", "owner/repo#12", "GH-12", "gh-12", "ABC-123", "GL-1",
    "GHSA-abcd-efgh-ijkl", "CVE-2026-1234", "see 250a79d1", "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "o/r@a5c3785ed8d6a35868bc169f07e40e889087fd2e", "www.example.org", "https://example.org/x", "http://x", "ftp://x",
    "mailto:a@b.example", ":tada:", ":+1:", "::tada::", "!12", "group/project!12", "~bug", '~"two words"', "%v1",
    '%"v 1"', "&12", "$12", "$x$ and $y$", "$`x`$", "$$x$$", "*iteration:1", "[issue:12]", "[[wiki]]", "[TOC]",
    "[[_TOC_]]", "[x]", "[ ] task", "[^1]", "[a](http://b)", "![a](http://b)", "[a]: http://b", "<http://b>",
    "{+ new +}", "{- old -}", "[+ new +]", "group/project>", "/close", "/label ~bug", "<b>bold</b>",
    "<img src=x onerror=a>", "<!-- hidden -->", "--> <script>alert(1)</script>", "</details></summary>", "<details>",
    "&lt;b&gt;", "&#64;octocat", "&commat;octocat", "| a | b |", "a | b", "\\| a", "\\", "\\@octocat", "`code`",
    "``` fence", "~~~ fence", "~~gone~~", "**bold**", "_em_", "# heading", "> quote", "- item", "1. item", "=== ---",
    "---", "***", '\ttab', 'line\nline', 'a\r\n\r\n# b', '\u202eturned', '\u2066isolated', '\x00\x1b[31m',
    '\u2028# x', 'tag\U000e0041\U000e0042', '\u05d0\u05d1 (1)', "`</code>@a`", "<span>$</span>",
    "%%{init: {'theme':'dark'}}%%", 'click n0 "http://x"', '"]; n0 --> n1', "end", "#quot;", "#35;", "1. x",
    "fa:fa-ban", '```\n@a', "&amp;12", "COVID-19", "x>y", "a<b", "<", ">", "&", "[", "]", "$", "~",
]  # fmt: skip
"""Texts that try to be more than text."""
