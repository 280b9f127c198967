"""`argmap check --fix`: what rules and the loader know how to mend is mended, by edits that leave all else as it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.loader import Loaded
from argmap.loader.nodes import AnyNode
from argmap.model.diagnostics import Address, Diagnostic, Edit, Severity, SourceMap, Span
from argmap.writing.format import has_crlf
from argmap.writing.scalars import on_one_line
from argmap.writing.splice import Splice, as_bytes, spliced
from argmap.writing.tree import Comment, Slot, Tree, UnreadableError, grow

MOST_ROUNDS = 10
"""One fix can make room for the next; after so many rounds it ends."""

SYNTAX = frozenset({"yaml-syntax", "tab-indentation"})
"""Faults that hide what is after them: they are mended first."""

Files = Mapping[str, str | bytes]
Diagnose = Callable[[Files], tuple[Loaded, Sequence[Diagnostic]]]
"""How files are read and checked."""


@dataclass(frozen=True)
class Fixed:
    """What came of it: the files that changed, and the number of findings that were mended."""

    files: Mapping[str, bytes]
    count: int
    left: tuple[str, ...] = ()
    """Why each finding with a fix that could not be applied is left."""


_STEP = 4
"""How far what stands on lines of its own moves right below a new item and its key."""


def fix(files: Files, diagnose: Diagnose) -> Fixed:
    """Apply every fix, again and again until nothing changes. No fix stays that brings an error with it.

    Rules are heard once the files are right: what a rule does not find in half a debate may be in the other half. What
    was mended here is not taken away here: nobody has seen it yet as it is now.
    """
    before, count, refused, mended = files, 0, dict[_Key, str](), set[tuple[str, int]]()
    for _ in range(MOST_ROUNDS):
        loaded, found = diagnose(files)
        sound = loaded.ok
        wanted = [each for each in found if each.fix and (sound or not each.at) and _key(each) not in refused]
        wanted = [each for each in wanted if each.rule in SYNTAX] or wanted
        chosen, blocked = _choose(wanted, loaded.source_map, mended, _garbled(files, loaded.source_map))
        refused |= {_key(each): why for each, why in blocked}
        if not chosen:
            break
        after = _applied(files, loaded.source_map, chosen)
        if _is_worse(loaded, diagnose(after)[0], chosen):
            chosen, bad = _harmless(files, loaded, chosen, diagnose)
            refused |= {_key(each): _BRINGS for each in bad}
            after = _applied(files, loaded.source_map, chosen)
        files, count, mended = after, count + len(chosen), mended | _edited(chosen)
    changed = {file: content for file, content in files.items() if content != before[file]}
    loaded, found = diagnose(files)
    other = _AGAIN if loaded.ok else _FIRST
    left = tuple(refused.get(_key(each), other) for each in found if each.fix)
    return Fixed({file: _bytes(content) for file, content in changed.items()}, count, left)


_BRINGS = "mending it would bring an error"
_COMMENT = "a comment stands there"
_NO_PLACE = "what it needs cannot be put there by a program"
_JUST_NOW = "it is about what was mended just now"
_GARBLED = "its file has characters that cannot be read"
_FIRST = "the errors have to be mended first"
_AGAIN = "one finding at a time can be mended there: run it again"
_Key = tuple[str, str, Address]
Chosen = list[tuple[Diagnostic, dict[str, list[Splice]]]]


def _key(found: Diagnostic) -> _Key:
    return found.rule, found.message, found.at or (found.span.file, found.span.start)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode(errors="surrogatepass")


def _garbled(files: Files, places: SourceMap) -> set[str]:
    """The files that have characters for which the loader reads U+FFFD, which is not to be written."""
    some = {file: text for file, text in places.texts.items() if "\ufffd" in text}
    return {file for file, text in some.items() if as_bytes(text, files[file]) != _bytes(files[file])}


def _choose(
    wanted: Iterable[Diagnostic], places: SourceMap, mended: set[tuple[str, int]], garbled: set[str]
) -> tuple[Chosen, list[tuple[Diagnostic, str]]]:
    """Fixes that do not touch each other, in reading order; and those that cannot be applied at all, and why."""
    chosen: Chosen = []
    blocked: list[tuple[Diagnostic, str]] = []
    taken: defaultdict[str, list[Splice]] = defaultdict(list)
    trees: dict[str, Tree | None] = {}
    for each in wanted:
        splices = _splices(each.fix, places, trees) or _splices(each.other_fix, places, trees) or None
        if splices is None:
            blocked.append((each, _COMMENT if any(_has_comment(edit, places) for edit in each.fix) else _NO_PLACE))
        elif garbled & set(splices):
            blocked.append((each, _GARBLED))
        elif each.at and _takes_away(splices, mended, places):
            blocked.append((each, _JUST_NOW))
        elif not any(_touch(new, old) for file, new_ones in splices.items() for new in new_ones for old in taken[file]):
            for file, new_ones in splices.items():
                taken[file] += new_ones
            chosen.append((each, splices))
    return chosen, blocked


def _has_comment(edit: Edit, places: SourceMap) -> bool:
    """Whether a comment stands on the lines of what an edit changes, or on the line above."""
    span = edit.at if isinstance(edit.at, Span) else _span(edit, places)
    lines = places.texts[span.file].split("\n")[max(span.line - 2, 0) : span.end_line] if span else []
    return any(re.search(r"(?:^|\s)#", line) for line in lines)


def _touch(one: Splice, other: Splice) -> bool:
    return one.start <= other.end and other.start <= one.end


def _applied(files: Files, places: SourceMap, chosen: Chosen) -> dict[str, str | bytes]:
    splices: defaultdict[str, list[Splice]] = defaultdict(list)
    for _, each in chosen:
        for file, ones in each.items():
            splices[file] += ones
    return {
        file: as_bytes(spliced(places.texts[file], splices[file]), content) if file in splices else content
        for file, content in files.items()
    }


def _is_worse(before: Loaded, after: Loaded, chosen: Chosen) -> bool:
    """Whether there are errors that were not there before.

    A key that is right now may show that its value is not, and a text that can be read whatever is wrong in it: where
    the syntax is mended it is enough that there are fewer faults of syntax, or one that was hidden, further down. A tab
    hides those that stand below it.
    """
    if chosen and (rule := chosen[0][0].rule) in SYNTAX:
        counted = {rule} if rule == "tab-indentation" else SYNTAX
        was, now = ([d for d in loaded.diagnostics if d.rule in counted] for loaded in (before, after))
        new, last = Counter(map(_said(after), now)) - Counter(map(_said(before), was)), max(_edited(chosen))
        below = new and all((d.span.file, d.span.line) > last for d in now if new[_said(after)(d)])
        return len(was) < len(now) or (len(was) == len(now) and not below)
    old, new = (Counter(map(_said(loaded), _errors(loaded))) for loaded in (before, after))
    if before.ok:
        return bool(new)
    edited, brought = _edited(chosen), new - old
    return any(
        brought[_said(after)(d)] and (d.span.file, d.span.line) not in edited and not _was_hidden(d, before, after)
        for d in _errors(after)
    )


_UNKNOWN = {"unknown-target": "statements", "unknown-source": "sources"}


def _was_hidden(found: Diagnostic, before: Loaded, after: Loaded) -> bool:
    """Whether an id was unknown before as well: it is told only once everything is read that may have it."""
    id = after.source_map.texts[found.span.file][found.span.start : found.span.end]
    return found.rule in _UNKNOWN and (_UNKNOWN[found.rule], id) not in before.source_map.names


def _said(loaded: Loaded) -> Callable[[Diagnostic], tuple[str, str, str, str]]:
    """What is said of which words: the same wherever they stand."""
    texts = loaded.source_map.texts
    return lambda d: (d.span.file, d.rule, d.message, texts.get(d.span.file, "")[d.span.start : d.span.end])


def _edited(chosen: Chosen) -> set[tuple[str, int]]:
    """The lines that are other than they were, by the numbers that they have now."""
    found: set[tuple[str, int]] = set()
    moved: Counter[str] = Counter()
    for each, splices in chosen:  # in reading order
        for file, every in splices.items():
            line, more = each.span.line + moved[file], sum(splice.text.count("\n") for splice in every)
            found |= {(file, line + number) for number in range(more + 1)}
            moved[file] += more
    return found


def _errors(loaded: Loaded) -> list[Diagnostic]:
    return [d for d in loaded.diagnostics if d.severity is Severity.ERROR]


def _harmless(files: Files, loaded: Loaded, chosen: Chosen, diagnose: Diagnose) -> tuple[Chosen, list[Diagnostic]]:
    """The fixes that bring no error, tried one after the other; and the rest."""
    kept: Chosen = []
    bad: list[Diagnostic] = []
    for each in chosen:
        tried = [*kept, each]
        if _is_worse(loaded, diagnose(_applied(files, loaded.source_map, tried))[0], tried):
            bad.append(each[0])
        else:
            kept.append(each)
    return kept, bad


def _takes_away(splices: Mapping[str, Sequence[Splice]], mended: set[tuple[str, int]], places: SourceMap) -> bool:
    """Whether something would go that was mended."""
    for file, every in splices.items():
        for each in (each for each in every if not each.text):
            text = places.texts[file]
            first = text.count("\n", 0, each.start) + 1
            if any((file, first + line) in mended for line in range(text.count("\n", each.start, each.end - 1) + 1)):
                return True
    return False


def _splices(edits: Sequence[Edit], places: SourceMap, trees: dict[str, Tree | None]) -> dict[str, list[Splice]] | None:
    """The edits of a fix as splices by file; None where one of them cannot be made."""
    found: defaultdict[str, list[Splice]] = defaultdict(list)
    wrapped = [edit.at for edit in edits if edit.wrap is not None]
    for edit in edits:
        if edit.when and _span(Edit(edit.when), places) is None:
            continue
        span = edit.at if isinstance(edit.at, Span) else _span(edit, places)
        if span is None or span.file not in places.texts:
            return None
        made = _made(edit, span, places.texts[span.file], trees, _STEP * (edit.at in wrapped))
        if made is None:
            return None
        found[span.file] += made
    return found


def _made(edit: Edit, span: Span, text: str, trees: dict[str, Tree | None], deeper: int) -> list[Splice] | None:
    """One edit as splices; a new item stands so much to the right of those that are there now."""
    adds = edit.item is not None or (edit.key is not None and edit.text is not None)
    if not adds and (new := _new(edit, text[span.start : span.end])) is not None:
        return [Splice(span.start, span.end, new)]
    tree = _grown(span.file, text, trees)
    slot = tree.slot_at(span.start, span.end) if tree is not None else None
    if tree is None or slot is None:
        return None
    if edit.wrap is not None:
        return _wrapped(edit.wrap, tree, slot)
    if adds:
        made = _addition(edit, tree, slot, deeper)
    else:
        made = _sparing(tree, slot) if edit.spares else _removal(tree, slot)
    return [made] if made else None


def _new(edit: Edit, was: str) -> str | None:
    """What an edit writes in place of what was there; None where it only takes it away."""
    if edit.text is not None:
        return edit.text
    new = edit.key if edit.key is not None else edit.value
    return None if new is None else on_one_line(new, was, inside=True, quoted=was.startswith('"'))


def _grown(file: str, text: str, trees: dict[str, Tree | None]) -> Tree | None:
    if file not in trees:
        try:
            tree = grow(file, text)
        except UnreadableError:
            tree = ()
        trees[file] = tree if isinstance(tree, Tree) else None
    return trees[file]


def _addition(edit: Edit, tree: Tree, slot: Slot, deeper: int) -> Splice | None:
    """A new entry of the mapping, or item of the list, that stands at a place; None where there is none to add to."""
    if slot.body is None or not slot.body.children:
        return None
    text = tree.text
    body, new = slot.body, edit.item if edit.item is not None else f"{edit.key}: {edit.text}"
    after = body.children[-1 if edit.item is not None else 0]
    if body.flow:
        return Splice(after.value.end, after.value.end, f", {new}")
    end = max(after.value.end, after.start)
    while text[end - 1] in " \t\r\n":  # a text in a block of its own ends after its last line
        end -= 1
    at, line_break = tree.line_start_after(end), "\r\n" if has_crlf(text) else "\n"
    begun = "" if text[at - 1] in "\r\n" else line_break
    begun += " " * (body.column + deeper) + ("- " if edit.item is not None else "")
    return Splice(at, at, f"{begun}{new}{line_break}")


def _wrapped(begins: str, tree: Tree, slot: Slot) -> list[Splice] | None:
    """The list that stands at a place as the premises of its one new item; on lines of its own, these move right."""
    if slot.body is None or not slot.body.children:
        return None
    text = tree.text
    first, end = slot.body.children[0].start, slot.body.children[-1].value.end
    if slot.body.flow:
        return [Splice(first, first, f"{{{begins}, premises: ["), Splice(end, end, "]}")]
    at, pad, line_break = tree.line_start(first), " " * slot.body.column, "\r\n" if has_crlf(text) else "\n"
    if text[at:first].strip(" "):
        return None
    lead, moved = f"{pad}- {begins}{line_break}{pad}  premises:{line_break}", list[Splice]()
    while at < end:
        after = tree.line_start_after(at)
        moved += [Splice(at, at, lead + " " * _STEP)] if text[at:after].strip() else []
        at, lead = after, ""
    return moved


def _span(edit: Edit, places: SourceMap) -> Span | None:
    """The exact place of an address, None where nothing stands there."""
    at: Address = edit.at if not isinstance(edit.at, Span) else ()
    root = next((at[:length] for length in (2, 0) if at[:length] in places.nodes), None)
    if root is None:
        return None
    node: AnyNode | None = places.nodes[root]  # type: ignore[assignment]
    steps = at[len(root) :]
    if node is not None and not steps and edit.key is not None and edit.text is not None:
        return node.span
    for step in steps[:-1]:
        node = node.child(step) if node is not None else None
    if node is None or not steps:
        return None
    if edit.key is not None and edit.text is None:
        return node.key_span(steps[-1])
    child = node.child(steps[-1])
    return child.span if child is not None else None


def _removal(tree: Tree, slot: Slot) -> Splice | None:
    """What takes an entry away, with the list or mapping that it leaves empty; None where a comment would go too."""
    while len(slot.parent.children) == 1 and slot.parent.holder is not None and not slot.parent.foot:
        if slot.lead or slot.beside:
            return None
        slot = slot.parent.holder
    if slot.lead or _comments_in(tree, slot):
        return None
    if slot.parent.flow:
        return _from_brackets(slot)
    start, end = tree.line_start(slot.start), tree.line_end(slot.value.end)
    alone = not tree.text[start : slot.start].strip(" ") and not tree.text[slot.value.end : end].strip(" \t")
    if not alone or len(slot.parent.children) == 1:
        return None
    return Splice(start, tree.line_start_after(end), "")


def _from_brackets(slot: Slot) -> Splice | None:
    """What takes an entry away with the comma after it, or, of the last, the comma before it."""
    every = slot.parent.children
    at = every.index(slot)
    if at + 1 < len(every):
        return Splice(slot.start, every[at + 1].start, "")
    return Splice(every[at - 1].value.end, slot.value.end, "") if at else None


def _sparing(tree: Tree, slot: Slot) -> Splice | None:
    """What takes an entry with a short value away, and leaves the comments before and after it."""
    if not slot.lead and not _comments_in(tree, slot):
        return _removal(tree, slot)
    end = slot.value.end
    following = tree.text[end : tree.line_end(end)].lstrip(" \t")
    if any(slot.start < comment.start < end for comment in tree.comments):
        return None
    if not slot.parent.flow:
        if following:
            return Splice(slot.start, tree.line_end(end) - len(following), "")
        return Splice(tree.line_start(slot.start), tree.line_start_after(end), "")
    if slot is slot.parent.children[-1]:
        return Splice(slot.start, end, "")
    return Splice(slot.start, tree.line_end(end) - len(following) + 1, "") if following.startswith(",") else None


def _comments_in(tree: Tree, slot: Slot) -> list[Comment]:
    """The comments that would go with an entry."""
    start, end = slot.start, tree.line_end(slot.value.end)
    if slot.parent.flow:
        removal = _from_brackets(slot)
        start, end, _ = removal or (slot.start, slot.value.end, "")
    return [comment for comment in tree.comments if start <= comment.start < end]
