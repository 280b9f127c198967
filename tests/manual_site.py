"""A site of the manual, with a page for each rule:

    python -m tests.manual_site FOLDER

Sphinx makes it, strictly: a link that leads nowhere ends it with exit code 1.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import main as sphinx

from argmap.cli.commands.manual import FOLDER, pages
from argmap.cli.printing import rulebook
from argmap.version import __version__

SETTINGS = {
    "extensions": "myst_parser",
    "html_theme": "furo",
    "html_title": f"argmap {__version__}",
    "highlight_language": "text",
    "html_copy_source": "0",
    "html_show_copyright": "0",
    "html_show_sourcelink": "0",
    "html_use_index": "0",
    "suppress_warnings": "misc.highlighting_failure",  # a rule shows YAML that is wrong
    "myst_heading_anchors": "3",
    "project": "argmap",
}


def build(target: Path) -> int:
    """Write the site into a folder, and say 0 where all is well."""
    options = [part for name, value in SETTINGS.items() for part in ("-D", f"{name}={value}")]
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "pages"
        write_pages(source)
        trees = f"{scratch}/trees"
        return sphinx(["-C", "-W", "--keep-going", "-q", "-j", "auto", "-d", trees, *options, str(source), str(target)])


def write_pages(folder: Path) -> None:
    """The pages as Sphinx reads them: those of the manual in their order, and below `rule/` one for each rule."""
    shutil.copytree(FOLDER, folder)
    with (folder / "index.md").open("a", encoding="utf-8") as index:
        index.write("\n```{toctree}\n:hidden:\n\n" + "\n".join(pages()) + "\n```\n")
    rules = folder / "rules.md"
    linked = re.sub(r"^\| `([\w-]+)` \|", r"| [`\1`](rule/\1.md) |", rules.read_text(encoding="utf-8"), flags=re.M)
    rules.write_text(linked, encoding="utf-8")
    (folder / "rule").mkdir()
    for name, page in rulebook.pages().items():
        # an orphan: the table links it, and so many would crowd the contents
        text = f"---\norphan: true\n---\n\n# {name} ({page.severity})\n\n{page.markdown()}".replace("\n### ", "\n## ")
        (folder / "rule" / f"{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder to write: python -m tests.manual_site FOLDER")
    sys.exit(build(Path(sys.argv[1])))
