"""`argmap import`: speech documents in Word as a debate."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.commands.new import require_name
from argmap.cli.debates.workspace import shown
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.terminal import printable
from argmap.system.limited_process import LimitedProcess, OutOfMemoryError, OutOfTimeError
from argmap.system.paths import read_given
from argmap.wording.counts import counted
from argmap.wording.latin_letters import unaccented
from argmap.wording.lists import listed

if TYPE_CHECKING:
    from argmap.writing.imports.word.speeches import Speeches

_PLURALS = {
    "header or footer": "headers and footers", "line of the contents": "lines of the contents",
    "number or label of an answer": "numbers and labels of answers", "deleted stretch": "deleted stretches",
    "line through words": "lines through words", "shape made of letters": "shapes made of letters",
    "address behind words": "addresses behind words",
}  # fmt: skip
RESOLUTION = "the-resolution"
_FEWER = "Import fewer at a time, or save the part that you need. Nothing was written."


@click.command()
@click.argument("form", metavar="docx", type=click.Choice(["docx"]))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--name", metavar="NAME", help="The name of the debate. [default: that of the first file]")
@click.option("--resolution", metavar="TEXT", help="The resolution that the documents speak for or against.")
def command(form: str, files: tuple[str, ...], name: str | None, resolution: str | None) -> None:
    """Make arguments/NAME of speech documents (.docx) in the styles of Verbatim or of older templates.

    A hat, or a pocket without hats, becomes a position; a tag an argument; a cite a source; a card its evidence, with
    what is highlighted. What stands below a block "AT: …" answers that. Whatever has no place in a debate is listed,
    and the exit code is then 1.
    """
    from argmap.cli.debates.new_debate import make

    called = name or _name(files[0])
    require_name(called)
    found = _understood(files)
    if not found.positions:
        raise InputFault("No tag was found in these documents: a tag has the style Tag or Heading 4.")
    folder = make(called, _files(found, called, resolution))
    for line in _told(found, folder, resolution):
        click.echo(line, err=True)
    if found.left:
        raise click.exceptions.Exit(1)


def _kinds(found: Mapping[str, int]) -> str:
    """`2 comments, 1 header or footer`."""
    return listed(counted(n, kind, _PLURALS.get(kind)) for kind, n in found.items() if n)


def _name(file: str) -> str:
    letters = re.sub(r"[^a-z0-9]+", "-", unaccented(Path(file).stem).lower()).strip("-")
    return letters if letters[:1].isalpha() else f"debate-{letters}".rstrip("-")


def _understood(files: tuple[str, ...]) -> Speeches:
    """What the documents say, read where it can be ended. Raises InputFault."""
    from argmap.writing.imports.word.speeches import LeftOver, Speeches

    contents = [read_given(Path(file)) for file in files]
    asked = [(Path(file).name, len(content)) for file, content in zip(files, contents, strict=True)]
    reader = LimitedProcess(__name__)
    try:
        found = reader.ask(asked, b"".join(contents))
    except OutOfTimeError as limit:
        raise InputFault(f"These documents take too long to read: they have {limit}. {_FEWER}") from None
    except OutOfMemoryError as limit:
        raise InputFault(f"These documents need more than {limit} of memory, or are damaged. {_FEWER}") from None
    finally:
        reader.close()
    if "refused" in found:
        file = files[found["file"]]
        hint = " Save it as .docx in Word." if file.lower().endswith((".doc", ".rtf", ".odt")) else ""
        raise InputFault(f"{file} {found['refused']}.{hint} Nothing was written.")
    counts = {name: Counter(found[name]) for name in ("unread", "recounted")}
    return Speeches(**{**found, **counts, "left": [LeftOver(**each) for each in found["left"]]})


def answer(asked: list[tuple[str, int]], content: bytes) -> dict[str, Any]:
    """What documents of these names and lengths say, or what is wrong with one, for the process."""
    from argmap.writing.imports.word.document_reading import NotWordError, read
    from argmap.writing.imports.word.speeches import understood

    documents, rest = [], BytesIO(content)
    for number, (name, size) in enumerate(asked):
        try:
            documents.append((name, read(rest.read(size))))
        except NotWordError as error:
            return {"file": number, "refused": str(error)}
    found = understood(documents, RESOLUTION)
    return asdict(found) | {"unread": dict(found.unread), "recounted": dict(found.recounted)}


def _files(found: Speeches, name: str, resolution: str | None) -> dict[str, str]:
    """The files of the debate; JSON is YAML, which is then written in its canonical form."""
    text = resolution or "Write here what these documents speak for or against."
    header = {"debate": name, "title": resolution or f"{name.replace('-', ' ').capitalize()}?",
              "resolutions": [{"claim": RESOLUTION, "text": text}]}  # fmt: skip
    files: dict[str, object] = {"debate.yaml": header}
    if found.sources:
        files["sources.yaml"] = {"references": [{"id": id, **source} for id, source in found.sources.items()]}
    for n, position in enumerate(found.positions, 1):
        files[f"positions/{n:02}-{position['position']}.yaml"] = position
    return {path: _lines(record) for path, record in files.items()}


def _lines(record: object, indent: int = 0) -> str:
    """A record as YAML: keys and entries on lines of their own, texts in quotes."""
    pad = " " * indent
    if isinstance(record, dict):
        return "".join(f"{pad}{key}:{_below(value, indent)}" for key, value in record.items())
    assert isinstance(record, list)
    entries = (_lines(each, indent + 2).lstrip() if isinstance(each, dict) else f"{_scalar(each)}\n" for each in record)
    return "".join(f"{pad}- {entry}" for entry in entries)


def _below(value: object, indent: int) -> str:
    return f"\n{_lines(value, indent + 2)}" if isinstance(value, dict | list) else f" {_scalar(value)}\n"


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\x85", "\\u0085")


def _told(found: Speeches, folder: Path, resolution: str | None) -> list[str]:
    """What became of the documents, what was left over with its text, and what to do."""
    arguments = sum(len(position["arguments"]) for position in found.positions)
    made = (counted(len(found.positions), "position"), counted(arguments, "statement"), counted(found.cards, "card"),
            counted(len(found.sources), "source"))  # fmt: skip
    said = [f"Made {shown(folder)}/ with {made[0]}, {made[1]}, {made[2]} and {made[3]}."]
    if found.underlined:
        cards = counted(found.underlined, "card")
        said.append(f"Of {cards} more is underlined than highlighted; argmap takes what is highlighted as read aloud.")
    if found.recounted:
        said.append(f"Left out, since argmap works it out: {_kinds(found.recounted)}.")
    if found.unread:
        said.append(f"Not read: {_kinds(found.unread)}. Check whether one of them holds an argument.")
    if found.left:
        said.append(f"{counted(len(found.left), 'paragraph')} left out. Put each where it belongs, or leave it:")
        said += [f"  {each.file}, paragraph {each.number}: {each.why}: {printable(each.text)}" for each in found.left]
    if not resolution:
        said.append(f"Write the resolution into {shown(folder / 'debate.yaml')}.")
    return [*said, f"Now: argmap check {folder.name}"]
