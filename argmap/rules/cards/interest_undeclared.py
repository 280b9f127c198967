"""A source with an undeclared stake in the matter.

`parties:` in debate.yaml names those who have a stake, each with the names of its people, offices and media. The rule
looks at a cited source whose author, editor, publisher or container has one of these names, or that relays one
(`custom.via`). It has to say under `custom.interest` what it stands to win or lose. The party's own name counts only
where it stands alone ("NATO", not "Friends of NATO"). The rule leaves alone treaties (`custom.role`), and a debate
without `parties:`.

Why it matters: what a party says of its own cause may be true, and counts for more where it speaks against itself; but
a reader who does not know whose word it is cannot weigh it.

Instead: write `custom: {interest: …}`, such as "Ministry of a state at war; speaks for its own cause". Where the source
has no interest in this point, or the opposite one, say that.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.model.parties import Voice, voices
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  parties:
    Arms makers: ["Example Arms", "Association of Makers"]
  references:
    - id: makers-2025                  # <-
      type: report
      title: What trainers need
      publisher: Example Arms Ltd
      issued: 2025
      URL: https://example.org/needs
+     custom: {interest: "Sells what trainers would use."}
+   - id: herald-2025
+     type: article-newspaper
+     title: What trainers cost
+     publisher: The Herald
+     issued: 2025
+     URL: https://example.org/cost
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
-     evidence: [{source: makers-2025}]
+     evidence: [{source: makers-2025}, {source: herald-2025}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each cited source of a party that does not declare its interest."""
    if not ev.debate.parties:
        return
    cited = _cited(ev)
    for id, voice in voices(ev.debate).items():
        if id in cited and not ev.debate.sources[id].custom.interest:
            yield Finding(
                ("sources", id),
                f"comes from {voice.name}{_belongs(voice)}, a party to the matter, and does not state its interest.",
                "Write what it stands to win or lose here, or that it has no interest: custom: {interest: …}",
                (Related(("statements", cited[id]), "is cited here"),),
            )


def _belongs(voice: Voice) -> str:
    return "" if voice.name.casefold() == voice.party.casefold() else f" ({voice.party})"


def _cited(ev: Evaluation) -> dict[str, str]:
    """The sources that are cited, each with the first statement that does."""
    found: dict[str, str] = {}
    for id, statement in ev.debate.statements.items():
        for evidence in statement.evidence:
            found.setdefault(evidence.source, id)
    return found
