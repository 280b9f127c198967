"""Keys that stand where they cannot, and keys that are missing: in words, with the key that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import BaseModel

from argmap.loader.commas import whole_text
from argmap.loader.faults import Advice, as_comment, write
from argmap.loader.forms import LONGEST, flow, is_list, wanted
from argmap.loader.library import Library
from argmap.loader.near_words import code, plain_word, quoted, short_id
from argmap.loader.nodes import (
    AnyNode,
    MappingNode,
    ScalarNode,
    SequenceNode,
    as_key,
    descend,
    goes_on,
    has_comment,
    with_nothing,
)
from argmap.loader.reshape import has_gap, keeping
from argmap.loader.synonyms import is_note, meant_by, place_of
from argmap.loader.vocabulary import MERGES, NO_MERGE, TYPES, item_keys, key_help, keys, model_at, noun
from argmap.model import (
    OF_RESOLUTIONS,
    Claim,
    Comparison,
    DebateHeader,
    Evidence,
    PositionHeader,
    Rebuttal,
    Recommendation,
    Source,
    SourceNotes,
    Support,
)
from argmap.model.csl.dates import CslDate
from argmap.model.csl.name_slips import distance, slip_of
from argmap.model.csl.names import Name
from argmap.model.diagnostics import Edit, Fix, Note, Span
from argmap.model.values import ID_PATTERN
from argmap.wording.lists import every_one
from argmap.wording.near_misses import nearest
from argmap.wording.sentences import article

Said = tuple[str, Span, str, Advice, tuple[Note, ...]]
"""Rule, place, message, advice, notes."""

_STATEMENTS: dict[type[BaseModel], str] = {Claim: "claim", Support: "support", Rebuttal: "rebuttal"}
_OF_EVIDENCE = frozenset({"at", "quote", "says", "card", "highlight", "grade"})
"""Keys of a piece of evidence that are written into the statement instead."""
_MOST_KEYS = 9
"""Keys that are listed in an advice; a mapping with more has them in its schema."""


def missing(
    model: type[BaseModel], loc: tuple[str | int, ...], around: AnyNode, node: MappingNode, library: Library
) -> Said | None:
    """A key that has to be there; None where another fault says so."""
    key, what = str(loc[-1]), noun(model, loc[:-1])
    if isinstance(around, MappingNode) and key in around.entries:
        help = _named(key, around, library) if model in _STATEMENTS and key == _STATEMENTS[model] else key_help(key)
        return "missing-key", with_nothing(around, key), f"`{key}` is empty", Advice(f"Write {help}."), ()
    span = named(around) if isinstance(around, MappingNode) else short(around)
    if model is Support and "undercuts" in node.entries:
        return None
    if model is Support and key == "of":
        help = "Add `of: ID`, which names what it supports; or move it below that statement's `supports:`."
        return "no-target", span, "this support has no target", Advice(help), ()
    message, help = f"{article(what)} needs `{key}`", f"Add {key_help(key)}."
    if isinstance(around, MappingNode) and _goes_on(node, loc[:-1], key):
        first = next(iter(around.entries.values()))[0]
        help = "Put two spaces in place of the dash before it, if it belongs to the item above. Otherwise a" + help[1:]
        return "missing-key", first.span, message, Advice(help), ()
    return "missing-key", span, message, Advice(help), ()


def _named(key: str, statement: MappingNode, library: Library) -> str:
    """The key of a statement's type with an id, which its text gives."""
    text = statement.data.get("text")
    id = short_id(text) if isinstance(text, str) else None
    return f"`{key}: {library.free(id) if id else 'ID'}`, a short name"


def _goes_on(node: AnyNode, loc: tuple[str | int, ...], key: str) -> bool:
    """Whether an item of a list, which lacks the key that names it, may be the rest of the item above."""
    if not loc or not isinstance(loc[-1], int) or loc[-1] == 0:
        return False
    above, item = (descend(node, (*loc[:-1], number)) for number in (loc[-1] - 1, loc[-1]))
    if item is None or not item.document.text[max(item.start - 9, 0) : item.start].rstrip(" ").endswith("-"):
        return False
    return isinstance(above, MappingNode) and key in above.entries and goes_on(item, above)


def unknown(model: type[BaseModel], loc: tuple[str | int, ...], around: AnyNode, library: Library) -> Said:
    """A key that its mapping does not have."""
    key = str(loc[-1])
    span = around.key_span(key) or short(around)
    if len(loc) == 1 and model is Support and key == "undercuts":
        advice = Advice("Delete it, or make this a rebuttal.")
        if isinstance(around, MappingNode) and "of" not in around.entries:
            advice = write("of", "Write {}, with the statement that it supports; or make it a rebuttal.")
        return "support-undercuts", span, "only a rebuttal contests a step; this is a support", advice, ()
    if len(loc) == 1 and model is Claim and key in ("of", "undercuts"):
        help = "Delete it, or make this a support or a rebuttal."
        return "claim-with-target", span, f"a claim cannot have `{key}`: it answers to nothing", Advice(help), ()
    if key[:1] == "-" and key[1:] in _STATEMENTS.values():
        help = f"Begin a new item with it: `- {key[1:]}: …`."
        return "unknown-key", span, "a dash before an item needs a space after it", Advice(help), ()
    message = f"{article(noun(model, loc[:-1]))} has no key {quoted(key)}"
    place, advice = _instead(model_at(model, loc[:-1]), key, span, around, library)
    return "unknown-key", place, message, advice, ()


def _instead(model: type[BaseModel], key: str, span: Span, around: AnyNode, library: Library) -> tuple[Span, Advice]:
    """What to write for a key that is not one of the model's, and in place of what."""
    known = _comment(key, around) or _heading(model, key, span, around)
    place, advice = known or _meant(model, key, span, around, library) or (span, None)
    whole = whole_text(around, key, model) if isinstance(around, MappingNode) else None
    if whole is not None and isinstance(around, MappingNode):
        if advice is not None:
            return place, advice._replace(
                help=f"{advice.help} If it belongs to the text before it, write {code(whole)}."
            )
        before = list(around.entries.values())[list(around.entries).index(key) - 1][0]
        place = around.document.span(before.start, max(node.end for node in around.entries[key]))
        if around.is_flow:
            return place, write(whole, "Write {}: inside { } a comma begins the next key.")
        return place, write(whole, "Write {}, if all of it is one text: a line with a colon is read as a key.")
    return place, advice or Advice(f"{_kept(around, key)}; {_listed(model)}.")


def _meant(
    model: type[BaseModel], key: str, span: Span, around: AnyNode, library: Library
) -> tuple[Span, Advice] | None:
    """What a key is meant for, or where it belongs; None where nothing is known of it."""
    if key == MERGES:
        return span, Advice(NO_MERGE)
    if fix := mended_key(around, key, keys(model)):
        return span, write(_as_key(around, key, fix[0].key or ""), "Did you mean {}?")._replace(fix=fix)
    taken = around.entries if isinstance(around, MappingNode) else {}
    if model in _STATEMENTS and key in taken and taken[key][1].data in _STATEMENTS.values():
        return span, Advice("Delete it: the first key of a statement says what it is.")
    if key in _OF_EVIDENCE and model in _STATEMENTS and isinstance(around, MappingNode) and "evidence" not in taken:
        return _as(f"evidence: {flow([{'source': 'ID', key: around.data[key]}])}", key, span, around)
    if model in _STATEMENTS and key in ("over", "because") and {"over", "because"} <= {*taken}:
        return span, Advice("Put both into an item of `outweighs:`.")
    if (meant := meant_key(model, key, taken) or meant_by_gap(model, key, around, library)) is not None:
        return _renamed(key, meant, span, around, library)
    there = meant_key(model, key) if _says(around, key) else None
    if there in taken and meant_by_spelling(key, there):
        return span, Advice(f"Did you mean `{there}`? It is there already: put both into one.")
    if is_note(model, key):
        return span, Advice(f"{_kept(around, key)}: a note to yourself is a comment.")
    homes, value = _homes(model, key), around.child(key) if _says(around, key) else None
    known = place_of(model, key) or _owners(model, key)
    if value is not None and not known and len(homes) == 1 and homes[0] not in taken:
        inside = {key: value.data}
        return _as(f"{homes[0]}: {flow([inside] if is_list(homes[0]) else inside)}", key, span, around)
    doubled = f"Move what it says to `{there}`, which is there already, or delete it." if there in taken else ""
    place = place_of(model, key) or doubled or _elsewhere(model, key)
    return (span, Advice(place)) if place else None


def _heading(model: type[BaseModel], key: str, span: Span, around: AnyNode) -> tuple[Span, Advice] | None:
    """What to do with a heading over statements below others, such as `con:` below `pro:` or `arguments:`."""
    lists = _lists_of_statements(around) if model is PositionHeader else []
    if key not in lists[1:] or not isinstance(around, MappingNode):
        return None
    names = list(around.entries)
    above = lists[lists.index(key) - 1]
    if names[names.index(key) - 1] != above:
        return span, Advice(f"Move its items to the end of the list below `{above}`, and delete it.")
    columns = {around.document.place(around.entries[name][1].start)[1] for name in (above, key)}
    help = "Put `# ` before it, to keep it as a comment: its items go on the list above."
    if len(columns) > 1:
        help = "Make it a comment, with `# ` before it, and begin its dashes in the column of those above."
    return span, Advice(help)


def _lists_of_statements(around: AnyNode) -> list[str]:
    """The keys of a position whose items, each on lines of its own, are statements or texts that may be."""
    entries = around.entries.items() if isinstance(around, MappingNode) else ()
    return [
        key
        for key, (_, value) in entries
        if isinstance(value, SequenceNode)
        and value.document.text[value.start] == "-"
        and not is_note(PositionHeader, key)
        and all(
            isinstance(each, ScalarNode) or not each.data.keys().isdisjoint(TYPES)
            for each in value.items
            if not isinstance(each, SequenceNode)
        )
    ]


def _comment(key: str, around: AnyNode) -> tuple[Span, Advice] | None:
    """Where a key is another language’s comment, and the advice to begin it with `#`."""
    if not isinstance(around, MappingNode) or around.is_flow:
        return None
    name, value = around.entries[key]
    place = around.document.span(name.start, max(name.end, value.end))
    advice = as_comment(around.document.text[place.start : place.end])
    return (place, advice) if advice else None


def _says(around: AnyNode, key: str) -> bool:
    """Whether an entry has a value."""
    value = around.child(key) if isinstance(around, MappingNode) else None
    return value is not None and value.data not in (None, "", [], {})


def meant_key(model: type[BaseModel], key: str, taken: object = ()) -> str | None:
    """The key that an unknown one is meant for; None where it is meant for none, or for one that is there already."""
    known = [word for word in keys(model) if word not in taken]  # type: ignore[operator]
    said = meant_by(model, key)
    # a key of another kind of statement is no misspelling, however like one of ours it is
    odd = len(key) > 200 or re.search(r":\S", key) or place_of(model, key) or _owners(model, key)
    near = None if odd else slip_of(key, frozenset(known)) or nearest(key, known) or _short(model, key, known)
    return said if said in known else near if said is None else None


_NAMES = {Evidence: "source", Comparison: "over", Recommendation: "option", Support: "of", Rebuttal: "of"}
"""The key by which each names a source or a statement."""
_OPEN = (Source, SourceNotes, Name, CslDate)
"""Mappings that may have keys of other programs."""


def meant_by_gap(model: type[BaseModel], key: str, around: AnyNode, library: Library) -> str | None:
    """The key that a mapping lacks, where one that it cannot have stands instead: by what it names, or as the only one.

    Not where something is known of that key itself.
    """
    value = around.child(key) if isinstance(around, MappingNode) else None
    if value is None or value.data is None or not isinstance(around, MappingNode) or model in _OPEN:
        return None
    if is_note(model, key) or place_of(model, key) or _owners(model, key) or meant_key(model, key, around.entries):
        return None
    naming = _NAMES.get(model)
    if naming and {naming, "undercuts"}.isdisjoint(around.entries) and isinstance(value.data, str):
        return naming if value.data in (library.sources if naming == "source" else library.statements) else None
    lacking = [name for name in _required(model) if name not in around.entries]
    odd = [name for name in around.entries if name not in keys(model)]
    if lacking == ["arguments"]:  # the first of several lists under headings
        odd = _lists_of_statements(around)[:1] or odd
    fits = len(lacking) == 1 and odd == [key] and is_list(lacking[0]) == isinstance(value, SequenceNode)
    return lacking[0] if fits and (lacking[0] not in IDS or re.fullmatch(ID_PATTERN, str(value.data))) else None


IDS = frozenset(
    {"id", "debate", "position", "rule", "source", "over", "option", "of", "undercuts", "step", *_STATEMENTS.values()}
)


def _required(model: type[BaseModel]) -> list[str]:
    own = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    return [*own, "arguments"] if model is PositionHeader else own


def _short(model: type[BaseModel], key: str, known: list[str]) -> str | None:
    """The key of two letters that a word of one or two is meant for: `f` for `of`."""
    if len(key) > 2 or model not in (*_STATEMENTS, Evidence):
        return None
    return next((word for word in known if len(word) == 2 and distance(key, word) == 1), None)


def _renamed(key: str, meant: str, span: Span, around: AnyNode, library: Library) -> tuple[Span, Advice]:
    """Another key; with its value in the form that this key wants, where it has another."""
    name, value = around.entries[key] if isinstance(around, MappingNode) and key in around.entries else (None, None)
    better = wanted(meant, value.data, library) if value is not None else None
    headed = meant == "arguments" and key in _lists_of_statements(around)[:-1]
    if headed or name is None or value is None or better is None or better == value.data:
        words = "Did you mean {}?" if meant_by_spelling(key, meant) else "Write {}."
        return span, write(_as_key(around, key, meant), words)
    return _as(f"{meant}: {flow(better)}", key, span, around)


def _as_key(around: AnyNode, key: str, word: str) -> str:
    """A word in the place of a key, as it has to stand there."""
    name = around.entries[key][0] if isinstance(around, MappingNode) and key in around.entries else None
    return as_key(name, word) if name is not None else word


def _as(text: str, key: str, span: Span, around: AnyNode) -> tuple[Span, Advice]:
    """To write another key with another value for an entry; or the key alone, where the value is long."""
    name, value = around.entries[key] if isinstance(around, MappingNode) else (None, None)
    if (
        name is None
        or value is None
        or len(text) > LONGEST
        or has_gap(value)
        or "#" in value.document.text[name.start : value.end]
    ):
        return span, Advice(f"Make it `{text.partition(':')[0]}:`, with its value in the form that this key has.")
    span = value.document.span(name.start, value.end)
    return span, write(text, keeping(value, text, "Write {}."))


def _kept(around: AnyNode, key: str) -> str:
    """To keep what an entry says as a comment, before all else, so that nothing is lost by following an advice."""
    if not isinstance(around, MappingNode):
        return "Delete it"
    name, value = around.entries[key]
    if not (_says(around, key) or " " in key or has_comment(name)):
        return "Delete it"
    if around.is_flow:
        return "Move it to a comment on a line of its own, or delete it"
    lines = "each of its lines" if re.search(r"[\r\n]", around.document.text[name.start : value.end].strip()) else "it"
    return f"Put `# ` before {lines} to keep it as a note, or delete it"


def meant_by_spelling(key: str, meant: str) -> bool:
    """Whether a key is another one misspelt, not another word for it."""
    return nearest(key, [meant]) is not None


def _owners(model: type[BaseModel], key: str) -> list[str]:
    """The kinds of statement that have a key, for one that is none of theirs."""
    if model not in _STATEMENTS:
        return []
    return [name for kind, name in _STATEMENTS.items() if key in keys(kind)]


def _elsewhere(model: type[BaseModel], key: str) -> str:
    """Where a key belongs; nothing where it belongs nowhere."""
    if key in OF_RESOLUTIONS and model in _STATEMENTS:
        return "Delete it, or move it to a resolution in debate.yaml: only resolutions have it."
    if owners := _owners(model, key):
        only = every_one(f"{owner}s" for owner in owners)
        return f"Delete it, or make this a {every_one(owners)}: only {only} have it."
    if key in keys(Evidence) and model in _STATEMENTS:
        return "Move it to an item of `evidence:`, beside its `source:`."
    homes = _homes(model, key)
    if len(homes) == 1:
        return f"Move it {'to an item of' if is_list(homes[0]) else 'into'} `{homes[0]}:`, which has this key."
    if model in (Source, SourceNotes, PositionHeader, DebateHeader) and key in ("text", "claim", "support", "rebuttal"):
        return "Move it to a statement: an item of `resolutions:` or `arguments:`."
    return ""


def _homes(model: type[BaseModel], key: str) -> list[str]:
    """The keys below which a key can stand."""
    return [home for home in keys(model) if key in item_keys(model, (home,))]


_SCHEMAS: dict[type[BaseModel], str] = {DebateHeader: "debate", Source: "sources"}


def _listed(model: type[BaseModel]) -> str:
    """The keys that there are; where they are many, what lists them."""
    known = keys(model)
    listed = f"its keys are {every_one(known, 'and')}" if len(known) <= _MOST_KEYS else ""
    return listed or f"'argmap schema {_SCHEMAS.get(model, 'position')}' lists the keys"


def short(node: AnyNode) -> Span:
    """The value itself, or the first key of a mapping: a caret below twenty lines helps nobody."""
    if isinstance(node, MappingNode) and node.entries:
        return next(iter(node.entries.values()))[0].span
    return node.span


def named(node: MappingNode) -> Span:
    """Where a mapping says what it is: its first value, or its first key where that is no text."""
    if not node.entries:
        return node.span
    key, value = next(iter(node.entries.values()))
    return value.span if isinstance(value, ScalarNode) and value.data is not None else key.span


def mended_key(around: AnyNode, key: str, known: Sequence[str]) -> Fix:
    """The known key that an unknown one is, but for capitals, hyphens and underscores; unless it is there already."""
    meant = [word for word in known if plain_word(word) == plain_word(key)]
    if len(meant) != 1 or not isinstance(around, MappingNode) or meant[0] in around.entries:
        return ()
    name = around.entries[key][0] if key in around.entries else None
    return (Edit(name.span, key=meant[0]),) if name is not None else ()
