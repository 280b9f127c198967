"""`argmap schema`: the JSON Schemas of the files, for editors and other programs."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.options.choices import OneOf
from argmap.cli.options.option_types import form_for, require_place
from argmap.cli.options.written_files import make_folder, write_result
from argmap.cli.printing.terminal import json_text
from argmap.system.transactions import no_folders_left

KINDS = ("debate", "sources", "position", "review", "evaluate", "explain")


@click.command()
@click.argument("kind", required=False, type=OneOf(KINDS))
@click.option("-o", "--out", metavar="PATH", default="-", show_default=True, help="The file or folder to write.")
def command(kind: str | None, out: str) -> None:
    """Print the schema of one KIND of file, or write all of them into the folder that -o names, which is made where
    it is missing.

    `review` is what 'argmap diff --format json' writes, `evaluate` and `explain` what these commands write with
    --format json; the others are the files of a debate.
    """
    from argmap.loader.file_schemas import schemas
    from argmap.reports.evaluation_json import schemas as answer_schemas
    from argmap.reviews.review_json import schema as review_schema

    every = {**schemas(), "review": review_schema(), **answer_schemas()}
    texts = {name: json_text(schema) for name, schema in every.items()}
    if kind:
        require_place(out)
        form_for(None, out, ("json",))
        write_result(texts[kind], out)
        return
    if out == "-":
        raise click.UsageError(f"name a kind ({', '.join(KINDS)}), or a folder for all of them with -o.")
    paths = {Path(out) / f"{name}.schema.json": text for name, text in texts.items()}
    with no_folders_left(paths):
        make_folder(Path(out))
        for path, text in paths.items():
            write_result(text, str(path))
