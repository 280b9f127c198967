"""What to write in place of text that is not YAML: ways to repair it, and one that was tried is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice, pairwise

from argmap.loader.brackets import closed_below, in_brackets
from argmap.loader.cites import cite
from argmap.loader.faulty_pieces import Repair, error_in, may_be_text, place_of, quoted_text
from argmap.loader.forms import FIRST_KEYS, NAMED_BY, in_quotes, is_list, pair_as_list, takes_brackets
from argmap.loader.left_out_spaces import SIGN, STUCK, spaces
from argmap.loader.mapping_kinds import takes_word
from argmap.loader.mixed_brackets import has_own_keys, mixed
from argmap.loader.near_words import code, quoted
from argmap.loader.odd_keys import IDS
from argmap.loader.other_notations import commas, comments, quotes
from argmap.loader.piece_lines import Line, begins, block_of, end_of_entry, lines_of, outside_texts
from argmap.loader.vocabulary import HOLDERS, TYPES, csl_keys, every_key, stand_together
from argmap.model.csl.variables import DATES
from argmap.model.values import ID_PATTERN
from argmap.wording.near_misses import nearest

_LONGEST = 50_000
"""Characters of a piece for which repairs are tried."""
_MOST_TRIED = 50
"""Repairs that are tried of a piece. Each is parsed, and brackets in brackets give as many as there are of them."""
SHOWN = 200
"""Characters of a repair that is shown."""
_MOST_LINES = 4
"""Lines above the place where the parser gave up in which the fault is looked for."""

_LEADING_TABS = re.compile(r"^([ ]*)((?:- *)?)(\t+)", re.MULTILINE)
_ROUND = re.compile(r"[ ]*(?:- +)+(?P<whole>\((?P<inside>(?P<key>[A-Za-z_]+):[ ].*)\))$")
_BARE = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]+)(?=[ ]+[^\s:][^\n]*$)")
_SHARED = re.compile(
    r"[ ]*(?:- +)*(?P<first>[a-z_]+):[ ]+(?:(?P<quoted>\"[^\"]*\"|'[^']*')|[^\s,\[{\"']++(?=,?[ ]))(?P<gap>,?[ ]*)"
    r"(?P<rest>(?P<key>[a-z_]+):[ ][^\n]+)$"
)
_HALF = re.compile(r"[ ]*(?P<word>[a-z_-]{3,})$")
_ENDED = re.compile(r"[.?!\"'\]}][ ]*$", re.MULTILINE)
_ENTRY = re.compile(r"[ ]*(?:- +)*(?P<key>[^\s:#\[\]{},\"'|>-][^:\n]*?):[ ]+(?P<value>\S[^\n]*)")
_HEAD = re.compile(r"[ ]*(?:- +)*(?P<whole>(?P<key>[^\s:#\[\]{},\"'|>-][^:\n]*?):(?:[ ]+(?P<value>\S[^\n]*))?$)")
_BLOCK_SIGN = re.compile(r":[ ]+[|>][-+0-9]*[ ]*$", re.MULTILINE)
_BLOCK = re.compile(r"([|>])[-+]*+(\d?)[-+]*+[ ]*\n")
_BULLET = re.compile(
    r"[ ]*(?P<sign>[*+\u00b7\u2013\u2014\u2022\u2023\u25aa]|\d+[.)])(?P<gap>[ ]*)(?:\{|(?P<key>[a-z_]+):)"
)
_ITEM_BEHIND = re.compile(r"[ ]*(?:- +)*(?P<key>[a-z_]+):(?P<gap>[ ]+- +)(?=\S)")
_BREAK = re.compile(r"(?<!\n)[\x85\u2028\u2029](?!\n)|\r(?=[^\r\n][^\r\n]*\n)")
_ITEM = re.compile(r"[ ]*(?:- +)+(?P<value>[^\s-][^\n]*)")
_ROW = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?P<entries>[a-z_]+: [^,\n]+(?:, [a-z_]+: [^,\n]+)+)$")
_ODD = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_BLANK = re.compile(
    rf"[ ]*+(?P<mark>(?=[^\S\n]*(?:-\s*)?(?:[\w-]+:)?{_ODD.pattern})[^\S\n]*(?:-[^\S\n]*)?(?:[\w-]+:[^\S\n]*)?)(?=\S)"
)
"""Another space than the plain one before an item or key, or after it."""
_WITH_HASH = re.compile(r"[ ]*(?:- +)*(?P<name>[^\s:#\[\]{},\"'|>-](?:(?! #)[^:\n])* #[^:\n]*):(?:[ ]|$)")
_KEY_OR_SIGN = re.compile(r"[-#.]|([<|=>])\1{6}|[\w-]+:")
_NO_MORE = re.compile(r"[-#.]|([<|=>])\1{6}|[\w-]+:|.*:(?:\s|$)")
"""How lines begin, or end, that go on no text: items, comments, keys, and what git leaves of a conflict."""
_NO_TEXT = re.compile(r"[\"'\[{]|[\d.,]+\s*$")
_CLOSED = re.compile(r"\"[^\"\\]*\"|'(?:[^']|'')*'")
_HALF_CLOSED = re.compile(r"\"[^\"\\]*|'[^']*")
_BRACED = re.compile(r"[ ]+\{(?P<entries>(?P<key>[\w-]+): [^{}\[\]#\"']*[^\s{}\[\]#\"'])\}")
_LINK = re.compile(r"\[[^\]]*\]\((https?://[^\s()]+)\)")
_STRAY = re.compile(r"[ ]*- +(?P<entry>(?P<key>[A-Za-z_]+):(?: .*)?$)")


def repair(piece: str) -> list[Repair]:
    """What mends a piece of a file that cannot be read, in one place or in several; empty where no way is found."""
    error = error_in(piece)
    if error is None or len(piece) > _LONGEST:
        return []
    lines = _lines_up_to(piece, min(place_of(error), len(piece)))
    ways = (each for way in _WAYS for each in way(piece, lines) if each)
    for repairs in islice(ways, _MOST_TRIED):
        if error_in(applied(piece, repairs)) is None:
            return repairs
    if tabs := _tabs_above(piece, place_of(error)):
        return tabs
    signs = (found for way in _OF_SIGNS for found in way(piece, lines) if len(found) == 1)
    if further := next((found for found in signs if _goes_further(piece, found)), None):
        return further
    return next((repairs for repairs in _texts(piece, lines) if _leads_on(piece, repairs[0])), [])


def _leads_on(piece: str, each: Repair) -> bool:
    """Whether a text between quotes mends one of several faults: it is one, and the next is on another line below."""
    raw = piece[each.start : each.end]
    goes_on = raw[0] in "[{" and not re.search(r"[\]}]\s*$", raw)
    if goes_on or "\n" in each.text or error_in(f"key: {raw}") is None:
        return False
    mended = applied(piece, [each])
    error, end = error_in(mended), each.start + len(each.text)
    return error is not None and "\n" in mended[end : place_of(error)].rstrip("\n")


def _goes_further(piece: str, repairs: list[Repair]) -> bool:
    """Whether the parser comes further down once the repairs are made: they mend one of several faults."""
    mended = applied(piece, repairs)
    was, now = error_in(piece), error_in(mended)
    return was is not None and now is not None and place_of(now) - (len(mended) - len(piece)) > place_of(was)


def applied(text: str, repairs: list[Repair]) -> str:
    """The text with each of the repairs made."""
    for each in sorted(repairs, reverse=True):
        text = text[: each.start] + each.text + text[each.end :]
    return text


def _lines_up_to(piece: str, at: int) -> list[Line]:
    """The line of a place and some before it, the last first; blank lines and comments left out."""
    return [line for line in lines_of(piece) if line.start <= at][::-1][:_MOST_LINES]


def _tabs(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Spaces for the tabs that begin lines."""
    for width in (4, 2, 8, 3, 6):
        yield [
            Repair(found.start(3), found.end(3), " " * (1 if found[2] else width * len(found[3])),
                   "a tab stands where YAML wants spaces",
                   "Put a space in place of the tab after the dash." if found[2]
                   else f"Put {width} spaces for each tab that begins a line.",
                   rule="tab-indentation")
            for found in _LEADING_TABS.finditer(piece)
        ]  # fmt: skip


def _tabs_above(piece: str, at: int) -> list[Repair]:
    """Spaces for tabs at which the parser stops, where another fault stands below: as many as lead on furthest."""
    if not _LEADING_TABS.match(piece, piece.rfind("\n", 0, at) + 1):
        return []
    found, left = list[Repair](), len(piece) - at
    for repairs in _tabs(piece, []):
        mended = applied(piece, repairs)
        error = error_in(mended)
        behind = len(mended) - place_of(error) if error is not None else 0
        if behind < left:
            found, left = repairs, behind
    return found


def _blanks(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Plain spaces for others, which YAML takes for letters."""
    found = []
    for line in lines:
        if odd := _ODD_BLANK.match(line.text):
            start, end, text = line.start + odd.start("mark"), line.start + odd.end("mark"), _ODD.sub(" ", odd["mark"])
            found.append(Repair(start, end, text, "a space of another kind stands where YAML wants a plain one"))
    yield from ([each] for each in found)
    yield found


def _names(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Quotes around a name with ` #` in it."""
    for line in lines:
        if name := _WITH_HASH.match(line.text):
            start, end = line.start + name.start("name"), line.start + name.end("name")
            yield [Repair(start, end, in_quotes(name["name"]), "a name with a space before `#` must stand in quotes")]


def _bullets(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Dashes for other signs before items, such as `•` and `1.`."""
    found = []
    for line in lines_of(piece):
        bullet = _BULLET.match(line.text)
        if bullet and (bullet["key"] is None or bullet["key"] in every_key()):
            start, end = line.start + bullet.start("sign"), line.start + bullet.end("sign")
            message = f"an item of a list begins with `-`, not with `{bullet['sign']}`"
            found.append(Repair(start, end, "-" if bullet["gap"] else "- ", message))
    yield [each._replace(text=each.text.ljust(each.end - each.start)) for each in found]  # the keys below stay in line
    yield found


def _items(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The first item of a list that stands after its key, on the line below."""
    for line in lines:
        found = _ITEM_BEHIND.match(line.text)
        if found is None or not is_list(found["key"]):
            continue
        below = re.compile(r"\n([ ]*)(- )?\S").match(piece, line.end)
        column = len(below[1]) - (0 if below[2] else 2) if below else 0
        column = column if column >= (begins(line, False) or 0) else line.indent + 2
        start, end = line.start + found.start("gap"), line.start + found.end("gap")
        mark = (line.start + found.end("gap") - len(found["gap"].lstrip()), line.end)
        message = f"the items of `{found['key']}` must stand below it, each on a line of its own"
        help = "Put this on a line of its own below."
        yield [Repair(start, end, f"\n{' ' * column}- ", message, help, mark=mark)]


def _cites(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Evidence in its own form for citations in that of Markdown: `[@smith-2020, p. 4]`."""
    found, above = list[Repair](), ""
    for line in lines_of(piece):
        is_item = line.text.lstrip().startswith("- ")
        if cited := cite(line.text, below=is_item and above == "evidence:"):
            start, end, text = cited
            message = "a source is named by its id, without `@`"
            found.append(Repair(line.start + start, line.start + end, text, message))
        above = above if is_item else line.text.strip()
    yield from ([each] for each in found)
    yield found


def _breaks(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Spaces, or nothing, for characters that YAML takes for the end of a line, and an editor does not show."""
    for text, help in ((" ", "Write a space instead."), ("", "Delete this character.")):
        yield [
            Repair(*found.span(), text, f"the character U+{ord(found[0]):04X} ends the line here", help)
            for found in _BREAK.finditer(piece)
        ]


def _strays(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A key without the dash before it, where it goes on the item above."""
    for line, above in pairwise(lines):
        stray = _STRAY.match(line.text.rstrip())
        if stray is None or stray["key"] not in every_key() - {*TYPES, *NAMED_BY.values()}:
            continue
        if begins(above, False) == line.indent:
            start = line.start + line.indent
            message = "this dash begins another item, but the key belongs to the one above"
            yield [Repair(start, line.end, stray["entry"], message, safe=False)]


def _braced(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Keys between braces on a line below keys that have none."""
    for line, above in pairwise(lines):
        found, entry = _BRACED.match(line.text.rstrip()), _ENTRY.match(above.text.rstrip())
        if found is None or entry is None:
            continue
        if not {found["key"], entry["key"]} <= every_key() and not has_own_keys(piece, line):
            continue
        if begins(above, False) == line.indent:
            text = f"\n{' ' * line.indent}".join(re.split(r", +(?=[\w-]+: )", found["entries"]))
            message = "these keys stand between braces, and those above do not"
            help = "" if "\n" not in text else "Put each of them on a line of its own, without the braces."
            yield [Repair(line.start + line.indent, line.end, text, message, help)]


def _round(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Braces for the round brackets around an item."""
    for line in lines:
        found = _ROUND.match(line.text.rstrip())
        if found and found["key"] in every_key():
            mended, message = f"{{{found['inside']}}}", "keys on one line stand between { and }, not ( and )"
            yield [Repair(line.start + found.start("whole"), line.end, mended, message)]


def _signs(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The colon of a key that has another sign for it."""
    found = []
    for line in lines:
        sign = SIGN.match(line.text)
        key = (sign["key"] or sign["tag"]) if sign else None
        if sign is None or key not in every_key():
            continue
        start, end = line.start + sign.start("mark"), line.start + sign.end("mark")
        message = (
            f"`{key}` has {quoted(sign['sign'])} for its colon" if sign["sign"] else f"`!{key}` is a tag, not a key"
        )
        help = f"Write {code(f'{key}: {piece[end : line.end]}')}."
        found.append(Repair(start, end, f"{key}: ", message, help, mark=(start, line.end)))
    yield from ([each] for each in found)
    yield found


def _colons(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The colon of a key that has none."""
    for line in lines:
        if (bare := _BARE.match(line.text.rstrip())) and bare["key"] in every_key():
            start = line.start + bare.start("key")
            message = f"`{bare['key']}` lacks a colon"
            yield [Repair(start, start + len(bare["key"]), f"{bare['key']}:", message)]


def _dashless(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A dash before a statement that stands in the column of the items above."""
    every = lines_of(piece)
    for line in lines:
        key = re.match(r"[ ]*([a-z]+):[ ]", line.text)
        above = [each for each in every if each.start < line.start and each.indent <= line.indent]
        if key is None or key[1] not in TYPES or not above:
            continue
        is_first = above[-1].text.strip().removesuffix(":") in HOLDERS
        if is_first or (above[-1].indent == line.indent and above[-1].text.lstrip().startswith("- ")):
            block = _beside(piece, line)
            moved = f"{' ' * line.indent}- {block[0].lstrip()}" + "".join(f"  {text}" for text in block[1:])
            message = f"this {key[1]} lacks the dash that begins an item"
            help = f"Begin a new item with it: `- {key[1]}: …`, and put two spaces before the lines that belong to it."
            start, end = line.start + line.indent, line.start + sum(map(len, block))
            yield [Repair(start, start, "- ", message, "Put `- ` before it.", mark=(start, line.end), safe=False)]
            yield [Repair(line.start, end, moved, message, help, mark=(start, line.end), safe=False)]


def _dashless_list(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A dash before each item of a list, where the keys below each are indented as if it had one."""
    for line in lines[:1]:
        above = [each for each in lines_of(piece[: line.start]) if each.text.rstrip().endswith(":")]
        for holder in above[::-1][:_MOST_LINES]:
            key, column = holder.text.strip(" -:\r\n"), begins(holder, False) or 0
            start = holder.start + len(holder.text)
            block = "".join(block_of(piece, holder, column + 1)[1:])
            first = re.match(r"([ ]*)([a-z]+): ", block)
            if first is None or first[2] not in FIRST_KEYS.get(key, ()):
                continue
            text, count = re.subn(rf"(?m)^{first[0]}", f"{first[1]}- {first[2]}: ", block)
            message = f"`{key}` must be a list, and its items lack their dashes"
            help = f"Put `- ` before each `{first[2]}:` in column {len(first[1]) + 1}."
            mark = (start + len(first[1]), start + len(block.rstrip()))
            if count > 1 or key not in HOLDERS:
                yield [Repair(start, start + len(block), text, message, help, mark=mark)]


def _beside(piece: str, line: Line) -> list[str]:
    """A line and the lines below it that are indented as far or further, up to the next item."""
    block = [line.text]
    for text in piece[line.start + len(line.text) :].splitlines(keepends=True):
        indent = len(text) - len(text.lstrip(" "))
        is_item, above = text.lstrip().startswith("- "), next(each for each in reversed(block) if each.strip())
        if text.strip() and (indent < line.indent or (indent == line.indent and is_item)):
            break
        if is_item and not above.rstrip().endswith(":") and len(above) - len(above.lstrip(" ")) < indent:
            break  # an item of a list that began further up
        block.append(text)
    return block


_ANSWER = re.compile(r"[ ]*- +(support|rebuttal):[ ]")


def _answers(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The key of a list above an answer without a target, which stands further right than the statement above."""
    for line, above in pairwise(lines):
        found, column = _ANSWER.match(line.text), begins(above, False)
        block = "".join(_beside(piece, line))
        if found is None or column is None or line.indent < column or re.search(r"\b(?:of|undercuts):[ ]", block):
            continue
        key = "supports" if found[1] == "support" else "rebuttals"
        message = f"this {found[1]} stands below a statement, without the key of its list"
        help = f"Put `{key}:` on a line of its own above it, in the column of the keys there."
        mark = (line.start + line.indent, line.end)
        yield [Repair(line.start, line.start, f"{' ' * column}{key}:\n", message, help, mark=mark, safe=False)]


def _shared(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A key on the line of another, whose value is a word, on a line of its own."""
    for line in lines:
        found = _SHARED.match(line.text.rstrip())
        if found and (found["quoted"] or takes_word(found["first"])) and found["key"] in every_key():
            column, mark = begins(line, False) or 0, (line.start + found.start("rest"), line.end)
            message = f"`{found['key']}` stands on the line of `{found['first']}`"
            start, end = line.start + found.start("gap"), line.start + found.end("gap")
            help = "Put this on a line of its own below."
            yield [Repair(start, end, f"\n{' ' * column}", message, help, mark=mark)]


def _half_keys(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A key that somebody has begun to write, alone on its line below the end of a sentence or of brackets."""
    for line, above in pairwise(lines):
        half = _HALF.match(line.text.rstrip())
        entry = _ENTRY.match(above.text)
        is_over = _ENDED.search(above.text) or (entry is not None and takes_word(entry["key"]))
        if half is None or not is_over or line.indent > (begins(above, False) or 0):
            continue
        keys = sorted(every_key() - {*TYPES})
        begun = [key for key in keys if key.startswith(half["word"])]
        key = begun[0] if begun else nearest(half["word"], keys)
        if key is not None:
            start = line.start + line.indent
            message = f"`{key}` lacks a colon" if key == half["word"] else f"{quoted(half['word'])} is not a whole key"
            yield [Repair(start, line.end, f"{key}:", message, safe=False)]


def in_brackets_of(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Repairs between brackets, in the first of the lines that has some."""
    for line in lines:
        yield from in_brackets(piece, line.start, line.end)
    for line in lines:
        if (more := end_of_entry(piece, line)) > line.end:
            yield from in_brackets(piece, line.start, more)
        elif len(block := block_of(piece, line, line.indent + 1)) > 1:
            yield from closed_below(piece, line.start, line.start + len("".join(block).rstrip()))


def _rows(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Braces around keys that stand on one line."""
    for line in lines:
        found = _ROW.match(line.text.rstrip())
        if found and found["lead"] and stand_together(re.findall(r"(?:^|, )([a-z_]+): ", found["entries"])):
            start, text = line.start + found.start("entries"), f"{{{found['entries']}}}"
            yield [Repair(start, line.end, text, "keys that share a line stand between braces")]


def _lines_below(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A text that goes on too far left, as one in quotes after its key."""
    for line in sorted(lines, key=lambda line: _BLOCK_SIGN.search(line.text) is None):
        entry = _HEAD.match(line.text.rstrip())
        if entry is None or takes_word(entry["key"]):
            continue
        closed, half_closed = _CLOSED.fullmatch(entry["value"] or ""), _HALF_CLOSED.fullmatch(entry["value"] or "")
        if entry["value"] and _NO_TEXT.match(entry["value"]) and not closed and not half_closed:
            continue
        if not entry["value"] and (entry["key"] not in every_key() or takes_brackets(entry["key"])):
            continue
        start = line.start + (entry.start("value") if entry["value"] else entry.end("whole"))
        block = _BLOCK.match(piece, start)
        end, message = _end_of_text(piece, line, begins(line, False) or 0, block)
        if message is None:
            continue
        raw = piece[block.end() if block else start : end]
        if closed:
            raw = closed[0][1:-1].replace(closed[0][0] * 2, closed[0][0]) + raw[len(closed[0]) :]
        if half_closed:
            raw = raw[1:].removesuffix(raw[0])
        text = in_quotes(re.sub(r"(?:(?<! ) +)?\n\s*", "\n" if block and block[1] == "|" else " ", raw.strip()))
        if not entry["value"]:
            start, text = line.start + entry.start("whole"), f"{entry['whole']} {text}"
        yield [Repair(start, end, text, message, safe=False)]


def _end_of_text(piece: str, line: Line, column: int, block: re.Match[str] | None) -> tuple[int, str | None]:
    """Where the entry's further lines end, and what is wrong with them; None where they are right."""
    end, message, first = line.end, None, None
    for found in re.compile(r"\n([ ]*)(\S[^\n]*)").finditer(piece, line.end):
        if _KEY_OR_SIGN.match(found[2]) if block else _NO_MORE.match(found[2]):
            break
        indent = len(found[1])
        first = indent if first is None else first
        if indent == column:
            message = "this text goes on in the column of its key, where the next key should stand"
        elif indent < column:
            message = message or "this text goes on to the left of its key"
        elif block and (indent < first or block[2]):
            message = message or "a line of this text begins too far left"
        end = found.start(2) + len(found[2].rstrip())
    return end, message


def _columns(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A line that begins in another column than those it belongs to, with what belongs to it."""
    for number, line in enumerate(lines[:2]):
        if piece[: line.start] and piece[line.start - 1] not in "\r\n":
            continue  # it begins where an editor shows no line
        key = re.match(r"[ ]*((?:- +)*)(?:([A-Za-z_-]+):(?:[ \n]|$))?", line.text)
        if key is None or (key[2] not in every_key() | csl_keys() and not (key[1] and number == 0)):
            continue
        above = [begins(each, bool(key[1])) for each in outside_texts(lines[number + 1 :])]
        columns = {each for each in above if each is not None} - {line.indent}
        for column in sorted(sorted(columns, reverse=True), key=partial(_distance, line.indent)):
            yield [_shifted(piece, line, column, key)]
            if column > line.indent and not key[1]:  # the keys below may be in line with those above
                yield [_shifted(piece, line, column, key, alone=True)]
            if not key[1] and not any(STUCK.match(each.text) for each in lines):  # the fault is that dash
                yield [_together(piece, line, column, key)]


def _distance(one: int, other: int) -> int:
    return abs(one - other)


def _shifted(piece: str, line: Line, column: int, key: re.Match[str], *, alone: bool = False) -> Repair:
    """The line, and unless it goes alone those below that are indented further, moved so that it begins in a column."""
    block = [line.text] if alone else block_of(piece, line, line.indent + (2 if key[1] else 1))
    first = line.indent if key[1] else key.start(2)
    mark = line.start + first, line.start + (first + 1 if key[1] else key.end(2))
    help = f"Begin it in column {column + 1}, with what belongs to it"
    if alone:
        help = f"Begin this line alone in column {column + 1}"
    help += "; or put the text above in quotes, if it goes on here." if column < line.indent and not key[1] else "."
    message = f"this {'item' if key[1] else 'key'} does not begin in the column of those beside it"
    end = line.start + sum(map(len, block))
    return Repair(line.start, end, _moved(block, column - line.indent), message, help, mark=mark, safe=False)


def _together(piece: str, line: Line, column: int, key: re.Match[str]) -> Repair:
    """The keys of one statement from this line on, moved so that they begin in a column."""
    block = _beside(piece, line)
    help = f"Begin it and the keys below it in column {column + 1}, with what belongs to them."
    mark, end = (line.start + key.start(2), line.start + key.end(2)), line.start + sum(map(len, block))
    if column > line.indent:
        mark = mark[0], line.start + len("".join(block).rstrip())
        help = f"Put {column - line.indent} spaces before each of these lines."
    message = "this key does not begin in the column of the one above"
    return Repair(line.start, end, _moved(block, column - line.indent), message, help, mark=mark, safe=False)


def _moved(block: list[str], by: int) -> str:
    """Lines with so many more spaces before them, or fewer."""
    return "".join((" " * by + text if by > 0 else text[-by:]) if text.strip() else text for text in block)


def _texts(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A text between quotes."""
    for line in lines:
        yield from _text_below(piece, line)
        entry = _ENTRY.match(line.text.rstrip())
        found = entry or _ITEM.match(line.text.rstrip())
        if found is None or not may_be_text(entry["key"] if entry else "", found["value"]):
            continue
        start = line.start + found.start("value")
        if entry and found["value"] in "?-" and "- " not in line.text[: start - line.start] and _can_go(entry["key"]):
            message = f"`{entry['key']}` says only that there is none"
            help = "Delete it: where there is none, leave the key out."
            yield [Repair(line.start, line.end + 1, "", message, help, mark=(start, line.end), safe=False)]
        if link := _LINK.fullmatch(found["value"]):
            yield [Repair(start, line.end, link[1], "an address stands here without the brackets of Markdown")]
        if entry and takes_word(entry["key"]) and re.fullmatch(ID_PATTERN, word := found["value"].lstrip("@`%")):
            yield [Repair(start, line.end, word, f"an id begins with a letter, not with `{found['value'][0]}`")]
        if entry and (listed := pair_as_list(entry["key"], found["value"])):
            yield [Repair(start, line.end, listed, f"`{entry['key']}` must be a list", safe=False)]
        if re.fullmatch(r"[|>][-+0-9]*", found["value"]):  # its own lines are the text
            continue
        yield [_careful(quoted_text(piece, start, line.end), piece)]
        more = end_of_entry(piece, line)
        if more > line.end and not (entry and takes_word(entry["key"]) and re.fullmatch(ID_PATTERN, found["value"])):
            yield [_careful(quoted_text(piece, start, more), piece)]


def _can_go(key: str) -> bool:
    """Whether an entry may go that says nothing: it holds no text, and names nothing."""
    return takes_brackets(key) or key in DATES or key == "as_of" or (takes_word(key) and key not in IDS)


def _no_entries(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The sign of a comment before lines that are no YAML: headings, notes and rules of `-----`."""
    for line, above in pairwise(lines):
        if _NAMES.match(above.text) and not _LIKE_ENTRY.search(line.text) and line.indent == begins(above, False):
            start, text = line.start + line.indent, in_quotes(line.text.strip())
            yield [Repair(start, line.end, f"text: {text}", "this line lacks its key", safe=False)]
    for line in lines:
        if bullet := re.match(r"[ ]*([*\u2022\u25aa\u2023])[ ]", line.text):
            message = f"an item of a list begins with `-`, not with `{bullet[1]}`"
            yield [Repair(line.start + bullet.start(1), line.start + bullet.end(1), "-", message)]
    message = "this line is neither a key with its value nor an item of a list"
    help = "Put `# ` before it, to keep it as a comment."
    found = [
        Repair(line.start + line.indent, line.start + line.indent, "# ", message, help,
               mark=(line.start + line.indent, line.end), safe=False)
        for line in lines
        if not _LIKE_ENTRY.search(line.text)
    ]  # fmt: skip
    yield from ([each] for each in found)
    yield found


def _text_below(piece: str, line: Line) -> Iterator[list[Repair]]:
    """A text between quotes that begins on the line below its key."""
    head, end = _HEAD.match(line.text.rstrip()), end_of_entry(piece, line)
    if head is None or head["value"] or end == line.end or takes_word(head["key"]) or takes_brackets(head["key"]):
        return
    if head["key"] in every_key() | csl_keys():
        start = end - len(piece[line.end : end].lstrip())
        yield [_careful(quoted_text(piece, start, end), piece)]


def _careful(repair: Repair, piece: str) -> Repair:
    """A repair that is not made unasked where a comment or brackets may be no piece of the text."""
    raw = piece[repair.start : repair.end]
    if re.search(r"\n[ ]*#", raw) and len(repair.text) <= SHOWN:
        help = f"Write {code(repair.text)}, if the comment belongs to the text; if not, move it above the key."
        return repair._replace(safe=False, help=help)
    return repair._replace(safe=False) if raw[0] in "[{" or re.search(r"\s#", raw) else repair


_LIKE_ENTRY = re.compile(r":[ ]+\S|^\s*(?:[\w-]+:\s*$|- |-$|[\[{\"'\]}]|([<|=>])\1{6})")
_NAMES = re.compile(rf"[ ]*- +(?:{'|'.join(TYPES)}):[ ]")
_OF_SIGNS = (spaces, _signs, _colons, comments, commas, _bullets)
"""The ways by which one of several faults can be mended: each changes a sign that is certainly wrong."""
_WAYS = (
    _tabs,
    _breaks,
    _blanks,
    spaces,
    _names,
    comments,
    commas,
    quotes,
    _bullets,
    _items,
    _cites,
    _strays,
    _braced,
    _round,
    _signs,
    _colons,
    _dashless_list,
    _dashless,
    mixed,
    _half_keys,
    in_brackets_of,
    _rows,
    _shared,
    _lines_below,
    _answers,
    _columns,
    _texts,
    _no_entries,
)
"""The ways to repair a piece, in the order in which they are tried."""
