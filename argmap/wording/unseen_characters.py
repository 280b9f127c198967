"""Characters that no text needs, or that nobody sees."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.2 (5.1) does not let a file contain, and byte order marks inside the text. Written as what is forbidden,
since the set of all that is allowed takes ten times as long to compile."""

_TAGS, _VARIANTS = "\U000e0000-\U000e007f", "\ufe00-\ufe0f\U000e0100-\U000e01ef"

HIDDEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069"  # another direction of writing: what is shown is not what is read
    "\u2060-\u2064\u206a-\u206f\u180e\u115f\u1160\u3164\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
    f"\u200b{_TAGS}{_VARIANTS}]"
    f"(?:(?<![\u200b{_TAGS}{_VARIANTS}])"
    "|(?<=[\x00-\x7f]\u200b)|(?<=\u200b)(?=[\x00-\x7f])"  # between letters of Thai or Khmer a line may break there
    f"|(?<=[{_TAGS}])(?<![\U0001f3f4\U000e0020-\U000e007f].)"  # of the flags of Scotland and the like
    # one says how the sign before it looks: an emoji, a Chinese character, a digit in a keycap
    f'|(?<=[{_VARIANTS}])(?:(?<=[\x00-"$-)+-/:-\x7f{_VARIANTS}].)|(?<=[#*0-9].)(?!\u20e3)))'
)
"""Characters that are not seen, or that make a line look like another one. Marks that scripts need are none."""
