"""A value in another form than its key wants: what is wrong with it, and the same in the form that is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from argmap.loader.faults import Advice, write
from argmap.loader.forms import LONGEST, NAMED_BY, as_list, as_mapping, as_person, flow, in_quotes
from argmap.loader.library import Library
from argmap.loader.near_words import code
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, with_colon
from argmap.loader.vocabulary import HOLDERS, NAME_KEYS, every_key
from argmap.model.diagnostics import Span
from argmap.model.values import ID_PATTERN
from argmap.wording.lists import every_one

_TEXTS = frozenset({"text", "quote", "says", "card", "title", "because", "question", "background", "summary", "why"})


class Reshaped(NamedTuple):
    """Where a value of another form stands, what is wrong, and what to do."""

    span: Span
    message: str
    advice: Advice


_NOTHING = re.compile(
    r"(?:none|no|nil|nn|nothing|not|n/?a|tbd|todo|unknown|to be (?:found|added|done)|missing|[-?…]+)"
    r"(?: (?:source|sources|evidence))?(?: (?:yet|so far|for now|known|found|available|needed|at present)){0,2}"
)
"""What people write for a list or a mapping that they do not have."""


def _without(key: str, at: AnyNode, library: Library) -> Reshaped | None:
    """The advice to delete what says that there is nothing."""
    text = at.data.strip().replace(".", "").lower() if isinstance(at, ScalarNode) and at.data else ""
    if not _NOTHING.fullmatch(text) or library.find(text):
        return None
    help = "Delete it: where there is none, leave the key out."
    if key == "arguments":
        return Reshaped(at.span, "`arguments` must be a list", write("[]", at=at.span))
    if key == "resolutions":
        help = "Write `[{claim: ID, text: …}]`: a debate has one resolution or more."
        return Reshaped(at.span, "`resolutions` must be a list", Advice(help))
    key = key.replace("stakes", "values")
    return Reshaped(at.span, f"`{key}` says only that there is none", Advice(help))


def to_list(key: str, at: AnyNode, is_known: Callable[[str], bool], library: Library) -> Reshaped:
    """A list from a text or a mapping. `is_known` tells the keys of an item from other words."""
    if (nothing := _without(key, at, library)) is not None:
        return nothing
    if (headed := _headed(key, at)) is not None:
        return headed
    message, data = f"`{key}` must be a list", as_list(key, at.data, is_known, library)
    if data is not None and (text := _shown(data, at)):
        words = keeping(at, text, _words(key, data, at, library))
        return Reshaped(at.span, message, write(text, words, at=_if_safe(at, data)))
    if isinstance(at, MappingNode) and at.entries:
        first = next(iter(at.entries.values()))[0]
        if key in NAMED_BY and not any(map(is_known, at.entries)):
            item = f"- {NAMED_BY[key]}: {first.data}"
            return Reshaped(
                with_colon(first), message, write(item, "Write {}, and align the keys below with it; so with each.")
            )
        help = f"Put `- ` before `{first.data}`, and two spaces before each line below that belongs to it."
        if at.is_flow:
            help = "Put [ ] in place of { }, with the items alone between them."
        return Reshaped(first.span, message, Advice(help))
    return Reshaped(at.span, message, Advice("Put each item on a line of its own, with `- ` before it."))


def _headed(key: str, at: AnyNode) -> Reshaped | None:
    """The advice to make a comment of the heading over the items of a list: `Books:`."""
    if (
        not isinstance(at, MappingNode)
        or not at.entries
        or at.is_flow
        or not all(_is_items(key, each) for each in at.data.values())
    ):
        return None
    first, help = next(iter(at.entries.values()))[0], "Put `# ` before it, to keep it as a comment."
    if len(at.entries) > 1:
        help = "Put `# ` before each heading, to keep it as a comment, and begin the dashes in one column."
    return Reshaped(with_colon(first), f"`{key}` is one list, without headings", Advice(help))


def _is_items(key: str, given: Any) -> bool:
    """Whether a value is a list of mappings, or of texts where statements stand."""
    kinds = (dict, str) if key in HOLDERS else dict
    return isinstance(given, list) and bool(given) and all(isinstance(each, kinds) for each in given)


def to_mapping(key: str, at: AnyNode, library: Library, known: list[str], *, is_item: bool = False) -> Reshaped:
    """A mapping from a text or a list; `known` are its keys, none where they are the debater's own."""
    message = f"an item of `{key}` must be a mapping" if is_item else f"`{key}` must be a mapping"
    if (nothing := _without(key, at, library)) is not None:
        return nothing
    data = as_mapping(key, at.data, library)
    message = message.replace("stakes", "values")
    if not known and not is_item:
        message += ": for each entry a name, a colon and a value"
    if data is not None and (text := _shown(data, at)):
        words = keeping(at, text, _words(key, data, at, library))
        return Reshaped(at.span, message, write(text, words, at=_if_safe(at, data)))
    if key == "premises":
        help = "Take the inner brackets away: a premise is an id, a claim with its text, or a step with its id."
        return Reshaped(at.span, "a premise is a statement or a step", Advice(help))
    form = f"`{{{known[0]}: …}}`; its keys are {every_one(known, 'and')}" if known else "`{NAME: …}`"
    if known and (words := _words_of(at)):
        text = next((name for name in _TEXT_KEYS if name in known and name != known[0]), None)
        with_it = flow({known[0]: "…", **({text: words} if text else {})})
        if len(with_it) > LONGEST or not text:
            help = f"Keep what stands here as a comment, and write {form}."
            return Reshaped(at.span, message, Advice(help))
        form = f"{code(with_it)}; its keys are {every_one(known, 'and')}"
    help = f"Write {form}."
    if not known and at.data:
        help = f"Keep what stands here as a comment, and write {form}."
    if isinstance(at, SequenceNode) and any(isinstance(item, MappingNode) for item in at.items):
        stray = is_item and at.document.text[at.start] == "-"
        help = "Delete the first of the two `- `." if stray else f"Put its items into one mapping, such as {form}."
    return Reshaped(at.span, message, Advice(help))


def to_text(key: str, at: AnyNode, *, is_item: bool = False) -> Reshaped:
    """A text, or one word, from a list or a mapping."""
    source = at.document.text[at.start : at.end]
    if is_item and isinstance(at, SequenceNode) and len(at.data) > 1 and all(isinstance(each, str) for each in at.data):
        each = Advice("Give each of its items a line of its own, with one dash before it.")
        advice = write(source[1:-1].strip(), at=at.span) if source.startswith("[") else each
        return Reshaped(at.span, f"a list stands inside the list of `{key}`", advice)
    words = _several(at) if isinstance(at, SequenceNode) and key not in _TEXTS else []
    if len(words) == 1:
        return Reshaped(at.span, f"`{key}` takes one value, without brackets", write(words[0], at=at.span))
    if (short := _put_together(key, at, words)) is not None:
        return short
    if words and (key == "at" or key not in every_key()):  # a name of the debater's own, which stands for a text
        return Reshaped(at.span, f"`{key}` must be a text", write(in_quotes(", ".join(words))))
    if words:
        more = " For another target add a step with `premises:` and no text." if key == "of" else ""
        help = f"Keep one: {every_one(f'`{word}`' for word in words[:5])}.{more}"
        return Reshaped(at.span, f"`{key}` takes one value, not a list", Advice(help))
    if isinstance(at, MappingNode) and _is_sentence(at):
        return Reshaped(at.span, f"`{key}` must be a text, and a colon makes a mapping", write(in_quotes(source)))
    is_word = isinstance(at, MappingNode) and key not in _TEXTS and at.entries.keys() <= every_key() | _NAMING
    one = [*at.data.values()] if isinstance(at, MappingNode) and is_word else []
    if len(one) == 1 and isinstance(one[0], str):
        what = "must be a text" if " " in one[0] else "takes one word"
        return Reshaped(at.span, f"`{key}` {what}, not a mapping", write(flow(one[0])))
    if not source.startswith("[") and isinstance(at, SequenceNode) and all(isinstance(each, str) for each in at.data):
        return Reshaped(
            at.span, f"`{key}` must be a text", write(in_quotes(" ".join(at.data)), "Write {}, as one text.")
        )
    if source[:1] in ("[", "{") and "\n" not in source and len(source) < LONGEST:
        safe = at.span if key in _TEXTS else None
        return Reshaped(at.span, f"`{key}` must be a text", write(in_quotes(source), at=safe))
    return Reshaped(at.span, f"`{key}` must be a text", Advice("Write one text here."))


def _put_together(key: str, at: AnyNode, words: list[str]) -> Reshaped | None:
    """A grade of its halves, or the place in a source without brackets."""
    parts = words or ([*at.data.values()] if isinstance(at, MappingNode) else at.data)
    if not isinstance(parts, list) or not all(isinstance(each, str) for each in parts):
        return None
    if key == "grade" and len(parts) == 2:
        return Reshaped(at.span, f"`{key}` takes one word", write("".join(parts)))
    if key == "at" and isinstance(at, SequenceNode) and len(parts) == 1:
        return Reshaped(at.span, f"`{key}` must be a text", write(flow(parts[0]), at=at.span))
    return None


_WORD = re.compile(r"[^\W_]+")


def keeping(value: AnyNode, text: str, words: str) -> str:
    """The words of an advice to write a text in place of a value; where more of that would go than the signs and small
    words between its parts, it is to be kept."""
    said = _WORD.findall((value.data or "").lower()) if isinstance(value, ScalarNode) else []
    told = "".join(_WORD.findall(text.lower()))
    lost = [word for word in said if word not in told]
    has_parts = isinstance(value, ScalarNode) and re.search(r"[{}\[\]]|:\s", value.data or "")
    few = not lost if has_parts else len(lost) < 2 or len(lost) * 3 <= len(said)
    if few or "://" in (value.data or ""):
        return words
    return f"Keep what stands here as a comment, and {words[0].lower()}{words[1:]}"


def has_gap(at: AnyNode) -> bool:
    """Whether something in a value was left unread because of a fault: what is made of the rest would lose it."""
    if _cut_inside(at):
        return True
    read = repr(at.data).lower()
    words = _WORD.findall(at.document.text[at.start : at.end].lower())
    return sum(word not in read for word in words) > max(1, len(words) // 4)


def _cut_inside(at: AnyNode) -> bool:
    """Whether a list or mapping in a value has a part that could not be read."""
    waiting = [at]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ScalarNode) and node.cut:
            return True
        if isinstance(node, SequenceNode):
            waiting += node.items
        elif isinstance(node, MappingNode):
            waiting += [value for _, value in node.entries.values()]
    return False


_NAMING = frozenset({"id", "key", "label", "name", "ref", "reference", "statement", "type", "word"})
"""Words that people write for the key of a value that has none."""
_TEXT_KEYS = ("because", "reason", "why", "text", "title", "mitigation", "says")
"""Where what stands in the place of a mapping belongs: the first of these that the mapping may have."""


def _words_of(at: AnyNode) -> str:
    """What a text, or a list of texts, says; nothing for anything else."""
    texts = [each for each in (at.data if isinstance(at.data, list) else [at.data]) if isinstance(each, str)]
    return " ".join(texts).strip() if isinstance(at, ScalarNode) or len(texts) == len(at.data or "") else ""


def _is_sentence(at: MappingNode) -> bool:
    """Whether a mapping is a text on one line that has a colon in it: no braces, and words where a key should be."""
    text = at.document.text[at.start : at.end]
    if text[:1] == "{" or "\n" in text or len(at.entries) != 1:
        return False
    ((key, value),) = at.data.items()
    return " " in key or (isinstance(value, str) and " " in value and key not in every_key() | {"label", "key"})


def _several(at: SequenceNode) -> list[str]:
    """The words of a list of words; none where there is a text or anything else among them."""
    words = [item.data for item in at.items if isinstance(item, ScalarNode) and item.data is not None]
    return words if len(words) == len(at.items) and not any(re.search(r"\s", word) for word in words) else []


def _shown(data: Any, at: AnyNode) -> str | None:
    """The form as a text, unless it is long or a comment would go."""
    source = at.document.text[at.start : at.end]
    text = f"[{source}]" if _only_wraps(data, at) else flow(data)
    return text if len(text) <= LONGEST and not has_gap(at) and not re.search(r"(?:^|\s)#", source) else None


def _only_wraps(data: Any, at: AnyNode) -> bool:
    """Whether the form is what stands there, on one line between braces, as the only item of a list."""
    source = at.document.text[at.start : at.end]
    return isinstance(at, MappingNode) and source[:1] == "{" and "\n" not in source and data == [at.data]


def _if_safe(at: AnyNode, data: Any) -> Span | None:
    """The place where the form only adds brackets to what is there."""
    ids = isinstance(data, list) and all(isinstance(each, str) and re.fullmatch(ID_PATTERN, each) for each in data)
    return at.span if _only_wraps(data, at) or (ids and ", ".join(data) == at.data) else None


def cited(data: Any, library: Library) -> Advice:
    """To write evidence in its form, with what comes to the bibliography by it."""
    return write(flow(data), _with_sources(data if isinstance(data, list) else [data], library))


def cited_items(items: list[dict[str, Any]], library: Library) -> Advice:
    """The same for several items between the brackets of a list."""
    return write(", ".join(map(flow, items)), _with_sources(items, library))


def as_evidence(address: str, library: Library, instead: str = "Name a statement here by its id") -> Advice:
    """To put a source under `evidence`, which stands where a statement has its id."""
    form = [library.form(address)]
    new = _with_sources(form, library).partition("{}")[2]
    joined = "," if new != "." else " and"
    return Advice(f"{instead}{joined} put the source under `evidence: {flow(form)}`{new}")


def source_at(address: str, at: Span, library: Library) -> Advice:
    """To write the id of a source for its address."""
    form = library.form(address)
    known = form["source"] in library.sources
    return write(form["source"], _with_sources([form], library), at=at if known else None)


def _with_sources(evidence: list[dict[str, Any]], library: Library) -> str:
    """How evidence is put, some of whose sources may not be there yet."""
    new = list(dict.fromkeys(id for each in evidence if (id := str(each["source"])) not in library.sources))
    if "ID" in new:
        return "Write {} with the id of a source in sources.yaml."
    if not new:
        return "Write {}."
    entries = every_one((f"`- {_entry(id, library)}`" for id in new), "and")
    return f"Write {{}}, and add {entries} to sources.yaml."


def _entry(id: str, library: Library) -> str:
    """How a source begins that is not there yet."""
    return flow({"id": id, **library.addresses[id]}) if id in library.addresses else f"id: {id}"


def _words(key: str, data: Any, at: AnyNode, library: Library) -> str:
    """How the form is put: what of it is for the author to say."""
    pieces = data if isinstance(data, list) else [data]
    if key == "evidence" and all(isinstance(each, dict) and "source" in each for each in pieces):
        return _with_sources(pieces, library)
    data = pieces[0] if pieces else None
    if key == "weight" and "NUMBER" in data.values():
        return "Write {} with a number from 0 to 1."
    if key == "confidence" and data["because"] == str(at.data).strip():
        return "Write {}, or another level: low or high."
    if key == "risk" and isinstance(at.data, str) and at.data not in data.values():
        return "Write what is known of it, such as {}."
    if key in NAME_KEYS and (person := as_person(str(at.data))):
        return f"Write {{}}; or for a person `{flow(person)}` between the brackets."
    is_open = isinstance(data, dict) and (key != "arguments" or "claim" in data)  # or it says what it is
    return _HINTS.get(key, "Write {}.") if is_open else "Write {}."


_HINTS = {
    "stakes": "Write {}; or `demotes` for `promotes`, if it harms the value.",
    "facets": "Write {}; or `actor`, `mission` or `time` for `place`.",
    "arguments": "Write {}; or `support` or `rebuttal` for `claim`, with `of: ID`.",
}
