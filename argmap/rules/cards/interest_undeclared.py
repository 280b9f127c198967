"""A source with a stake in the matter, of which nothing is said.

`parties:` in debate.yaml names those who have a stake, each with the names of its people, offices and media. A cited
source whose author, editor, publisher or container has one of these names, or that relays one (`custom.via`), has to
say under `custom.interest` what it stands to win or lose. The party's own name counts where it is all that stands there
("NATO", not "Friends of NATO"). Treaties (`custom.role`) are left alone, and so is a debate without `parties:`.

Why it matters: what a party says of its own cause may be true, and counts for more where it speaks against itself; but
a reader who does not know whose word it is cannot weigh it.

Instead: write `custom: {interest: …}`, such as "Ministry of a state at war; speaks for its own cause". Where there is
no interest in this point, or it goes the other way, say that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.diagnostics import Finding, Related, Severity
from argmap.evaluation import Evaluation
from argmap.model import Debate, Name, Source
from argmap.rules.rule import Options

SEVERITY = Severity.WARNING
BAD = ("""\
parties:
  Arms makers: [Example Arms, Association of Makers]
references:
  - id: makers-2025                  # <-
    type: report
    title: What trainers need
    publisher: Example Arms Ltd
    issued: 2025
    URL: https://example.org/needs
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: makers-2025}]
""", """\
parties:
  Northland: [Northern News Agency, Ministry of Defence of Northland]
references:
  - id: herald-2025                  # <-
    type: article-newspaper
    title: Trainers would be targets
    publisher: The Herald
    issued: 2025
    URL: https://example.org/targets
    custom: {via: Northern News Agency}
arguments:
  - rebuttal: targets
    of: send-trainers
    text: Trainers would be targets.
    evidence: [{source: herald-2025}]
""")  # fmt: skip
GOOD = ("""\
parties:
  Arms makers: [Example Arms, Association of Makers]
references:
  - id: makers-2025
    type: report
    title: What trainers need
    publisher: Example Arms Ltd
    issued: 2025
    URL: https://example.org/needs
    custom: {interest: Sells what trainers would use.}
  - id: herald-2025
    type: article-newspaper
    title: What trainers cost
    publisher: The Herald
    issued: 2025
    URL: https://example.org/cost
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: makers-2025}, {source: herald-2025}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each cited source of a party that does not declare its interest."""
    if not ev.debate.parties:
        return
    names, cited = _names(ev.debate), _cited(ev)
    any_name = "|".join(map(re.escape, names)) or "(?!)"
    pattern = re.compile(rf"(?<![\w-])(?:{any_name})(?![\w-])", re.IGNORECASE)
    for id, source in ev.debate.sources.items():
        if id not in cited or source.custom.interest or source.custom.role == "treaty":
            continue
        found = next((name for who in _voices(source) if (name := _named(who, pattern, ev.debate))), None)
        if found:
            yield Finding(
                ("sources", id),
                f"comes from {found}{_belongs(found, names)}, a party to the matter, and says nothing of its interest.",
                "Write custom: {interest: …}: what it stands to win or lose by this, or that it is nothing.",
                (Related(("statements", cited[id]), "is cited here"),),
            )


def _named(who: str, pattern: re.Pattern[str], debate: Debate) -> str | None:
    """The name of a party, or of one of its own, by which somebody is called; None where it is nobody's."""
    if any(who.casefold() == party.casefold() for party in debate.parties):
        return who
    found = pattern.search(who)
    return found[0] if found else None


def _names(debate: Debate) -> Mapping[str, str]:
    """Each name of each party, the longest first so that it is the one that is found."""
    named = {name.casefold(): party for party, names in debate.parties.items() for name in names}
    return {name: named[name] for name in sorted(named, key=lambda name: (-len(name), name))}


def _belongs(name: str, names: Mapping[str, str]) -> str:
    party = names.get(name.casefold(), name)
    return "" if name.casefold() == party.casefold() else f" ({party})"


def _cited(ev: Evaluation) -> dict[str, str]:
    """The sources that are cited, each with the first statement that does."""
    found: dict[str, str] = {}
    for id, statement in ev.debate.statements.items():
        for evidence in statement.evidence:
            found.setdefault(evidence.source, id)
    return found


def _voices(source: Source) -> Iterator[str]:
    """Those who speak in a source, by name."""
    yield from (_full(name) for name in (*source.author, *source.editor))
    yield from (who for who in (source.publisher, source.container_title, source.custom.via) if who)


def _full(name: Name) -> str:
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix, name.literal)
    return " ".join(part for part in parts if part)
