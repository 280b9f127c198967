"""A frontline: one argument, and every answer to it with cards."""

from __future__ import annotations

from argmap.briefs.frontlines import frontline
from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate, SelectionError
from argmap.documents.document import Document, document
from argmap.model import Claim

NAME = "frontline"
TITLE = "Frontline"
SUMMARY = "The page of one argument, named by --of: numbered answers with cards."
BY = "of"


def compose(s: SelectedDebate) -> Document:
    """The page of one argument. Raises `SelectionError` if nothing is selected, or something other than an argument."""
    id = s.selection.of
    theirs = s.debate.statements.get(id or "")
    if theirs is None or isinstance(theirs, Claim):
        raise SelectionError("a frontline answers one argument: name a support or rebuttal, as in --of ID.")
    room = Room(s)
    blocks = frontline(room, theirs)
    return document(s.debate.title, room.subtitle(TITLE), blocks)
