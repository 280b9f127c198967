"""How many words of a comment a reader sees before unfolding anything, over the history that the tests make.

    python -m tests.cli.comment_words FOLDER

makes the history in FOLDER, prints the number for each of its commits and what they come to, and writes all comments
into FOLDER/comments.html as GitHub renders them, in the light theme.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

STYLE = """
body { font: 14px/1.5 "Segoe UI", Helvetica, Arial, sans-serif; max-width: 830px; margin: 24px auto; color: #1f2328 }
article { border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px 16px; margin: 8px 0 24px }
code { background: #818b981f; padding: .2em .4em; border-radius: 6px; font-size: 85% }
pre { overflow: auto }
h2 { font-size: 14px; color: #59636e }
table { border-collapse: collapse }
td, th { border: 1px solid #d1d9e0; padding: 4px 10px }
del { color: #82071e }
ins { color: #116329 }
"""


def visible_words(comment: str) -> int:
    """The words outside of all folds, without what nobody sees."""
    text, depth = "", 0
    for piece in re.split(r"(</?details>)", comment):
        if piece in ("<details>", "</details>"):
            depth += 1 if piece == "<details>" else -1
        elif depth == 0:
            text += piece
    seen = re.sub(r"<!--.*?-->|\]\(<[^>]*>\)|</?[a-z]+>", " ", text, flags=re.DOTALL)
    return len([word for word in html.unescape(seen).split() if re.search(r"\w", word)])


class _Run:
    """`argmap` in a folder, as a program of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str) -> _Run:
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        command = [sys.executable, "-m", "argmap", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, env=environment)
        self.code, self.out = done.returncode, done.stdout
        return self


def comments(folder: Path) -> Iterator[tuple[str, str]]:
    """The comment on each commit of the history, made in a folder."""
    from tests.cli.test_history import PARTS, History

    argmap, history = _Run(folder), History(folder)
    for part in PARTS:
        part(history, argmap)
    for tag in history.tags:
        if tag != "start":
            yield tag, argmap("review", f"{tag}^", tag, "--fail-on", "flip,unanswered").out


def main() -> None:
    """As a command."""
    folder = Path(sys.argv[1])
    found = dict(comments(folder))
    numbers = {tag: visible_words(text) for tag, text in found.items()}
    print("\n".join(f"{number:5} {tag}" for tag, number in numbers.items()))
    words = sorted(numbers.values())
    print(
        f"{len(words)} comments: median {median(words)}, 95 % at most {words[int(len(words) * 0.95)]}, most {words[-1]}"
    )
    render = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render
    parts = (f"<h2>{tag}: {numbers[tag]} words</h2><article>{render(text)}</article>" for tag, text in found.items())
    page = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{''.join(parts)}"
    (folder / "comments.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
