"""Characters that nobody sees, or that no text needs: which they are, and how each output shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.2 (5.1) does not let a file contain, and byte order marks inside the text. Written as what is forbidden,
since the set of all that is allowed takes ten times as long to compile."""

SIGN = "\ufffd"
"""What stands in the place of a character that is not shown."""

_TAGS, _VARIANTS, _MARKS = "\U000e0000-\U000e0fff", "\ufe00-\ufe0f\U000e0100-\U000e01ef", "\u061c\u200e\u200f"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u202a-\u202e\u2060-\u206f\u2800\u3164\uffa0"
    f"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a{_MARKS}{_TAGS}{_VARIANTS}"
)
_COMPLEX = (  # Arabic to Burmese, Khmer, Mongolian, and what was added later to the like of them
    "\u0600-\u061b\u061d-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\ua8ff\ua980-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_SIGNS = "\u00a9\u00ae\u2010-\u2027\u2030-\u205e\u20a0-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001fbff"
_VARIED = (
    f"{_SIGNS}\u1000-\u109f\u3001-\u3163\u3165-\u9fff\ua840-\ua87f\uf900-\ufaff\uff01-\uff60"
    "\U00010ac0-\U00010aff\U00013000-\U0003ffff"
)

_STEERING = re.compile(UNPRINTABLE.pattern[:-1] + "\x85\u2028\u2029\ufdd0-\ufdef]")
_SUSPECT = re.compile(f"[{_UNSEEN}]")
_NEEDED = re.compile(
    f"(?<=[{_COMPLEX}])[\u200c\u200d]|(?<![{_UNSEEN}])[\u200c\u200d](?=[{_COMPLEX}])"  # how letters join
    f"|(?<=[{_SIGNS}\ufe0f])\u200d(?=[{_SIGNS}])"  # several emoji that make one
    f"|(?<=[{_COMPLEX}])\u200b(?=[{_COMPLEX}])"  # between letters of Thai or Khmer a line may break there
    r"|(?<=[^\W_])\u00ad(?=[^\W_])"  # where a word may be parted
    r"|(?<=\w)\u034f(?=[\u0300-\u036f\u0591-\u05c7])"  # in which order marks stand
    "|(?<=[\u1820-\u18aa])[\u180b-\u180f]"  # the forms of Mongolian letters
    f"|(?<=[{_VARIED}])[{_VARIANTS}]|(?<=[#*0-9])\ufe0f(?=\u20e3)"  # how the sign before it looks
    "|(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f"  # the flags of Scotland and the like
    "|(?<=[\u2801-\u28ff])\u2800|\u2800(?=[\u2801-\u28ff])"  # the blank of Braille
)
"""What scripts and emoji need."""
_TO_THE_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEAR = 100
"""How far a mark of direction may stand from the nearest letter that is written to the left."""


def hidden(text: str) -> Iterator[int]:
    """Where a text has characters that are not seen, or that make a line look like another one. Those that a script or
    an emoji needs at that place are none."""
    at = 0
    while not text.isascii() and (found := _SUSPECT.search(text, at)):
        at, needed = found.end(), _NEEDED.match(text, found.start())
        if needed:
            at = needed.end()
        elif found[0] not in _MARKS or not _TO_THE_LEFT.search(text, max(0, at - _NEAR), at + _NEAR):
            yield found.start()


def without_hidden(text: str, instead: str = "") -> str:
    """The text with something else in the place of each such character."""
    parts, end = list[str](), 0
    for at in hidden(text):
        parts += [text[end:at], instead]
        end = at + 1
    return "".join([*parts, text[end:]]) if parts else text


def seen(text: str) -> str:
    """A text as every output shows it: with a sign in the place of each character that steers what shows it, or that
    is not seen. Blanks, tabs and ends of lines stay."""
    if text.isascii() and text.isprintable():
        return text
    return without_hidden(_STEERING.sub(SIGN, text), SIGN)
