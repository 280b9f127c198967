"""A word that takes a side before anything is shown.

Words that insult rather than describe ("puppet", "warmonger"), take for granted what has to be shown ("obviously"),
judge where they should report ("shameful", "heroic") or hide what they name ("collateral damage"). The rule looks only
at the texts of statements. It leaves alone what stands in quotation marks, the words of sources, and terms that
debate.yaml defines under `terms:`.

Why it matters: those who disagree stop reading, and those who agree think that something has been shown. A neutral word
costs nothing, since the argument is still there.

Instead: use the neutral word that the message suggests, or say what was done and let the reader judge. Where the word
is somebody's and that is the point, put it in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.analysis.content_words import lower_words
from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.INFO
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Obviously brigades trained on the spot are ready months sooner.   # <-
      evidence: [{source: report}]
    - rebuttal: targets
      of: send-trainers
      text: The Kremlin's henchmen would hunt the trainers.   # <-
      evidence: [{source: study}]
""", """\
  arguments:
    - rebuttal: harm
      of: send-trainers
      text: Strikes on training grounds bring collateral damage.   # <-
      evidence: [{source: study}]
""", """\
  terms: {appeasement: "Giving way in the hope that no more will be asked."}
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
    - rebuttal: called-so
      of: send-trainers
      text: Moscow calls the members of such missions "henchmen".
      evidence: [{source: study}]
    - support: gives-way
      of: send-trainers
      text: To keep trainers away for fear of Moscow would be appeasement.
      evidence: [{source: audit}]
""")  # fmt: skip

INSULTS = "insults rather than describes"
ASSUMES = "takes for granted what has to be shown"
JUDGES = "judges where it should report"
HIDES = "hides what it names"

_NAME_IT = "who is meant, by name or office"
_SAY_IT = "what was done"
_SHOW_IT = "the claim without it, and show that it is so"
WORDS: tuple[tuple[str, str, str], ...] = (
    # The words, what is wrong with them, and what to write.
    ("obviously, undeniably, undoubtedly, unquestionably, needless to say, it goes without saying", ASSUMES, _SHOW_IT),
    ("everyone knows, everybody knows, nobody can deny, no one can deny, no-brainer", ASSUMES, _SHOW_IT),
    ("common sense", ASSUMES, "what speaks for it"),
    ("job-killing, job-killer", ASSUMES, "how many jobs, by whose estimate"),
    ("so-called", ASSUMES, "the name alone, or who disputes it and why"),
    ("puppet, puppets", INSULTS, "who steers whom, and how that is known"),
    ("henchman, henchmen, crony, cronies, lackey, lackeys, stooge, stooges, goons, thugs, minions", INSULTS, _NAME_IT),
    ("deep state, globalists, war machine", INSULTS, _NAME_IT),
    ("mouthpiece, mouthpieces", INSULTS, "who owns it or pays for it"),
    ("warmonger, warmongers, warmongering", INSULTS, "who wants what war"),
    ("bloodthirsty, barbaric, barbarians, savages, subhuman, evil", INSULTS, _SAY_IT),
    ("hordes, swarms of migrants, swarms of refugees, flood of migrants, flood of refugees", INSULTS, "how many"),
    ("madman, madmen, lunatic, lunatics, insane, crazy, idiotic, idiots, stupid, morons, deranged", INSULTS, _SAY_IT),
    ("traitor, traitors, treasonous", INSULTS, "what was done against whom"),
    ("coward, cowards, cowardly, cowardice, craven, spineless, gutless", INSULTS, "what was not done, and why"),
    ("greedy, fat cats, welfare queens, freeloaders, scroungers", INSULTS, "who gains what"),
    ("illegals, illegal aliens, illegal alien", INSULTS, "people without leave to stay"),
    ("third world", INSULTS, "low-income countries, or the countries by name"),
    ("sheeple, snowflakes, woke", INSULTS, "what is held, and by whom"),
    (
        "fear-mongering, fearmongering, scaremongering, fearmongers, scaremongers, alarmist, alarmists, hysteria, "
        "hysterical",
        INSULTS,
        "which danger is overstated, and by how much",
    ),
    ("witch hunt, witch-hunts, kangaroo court", JUDGES, "which rule of fairness was broken"),
    ("shameful, disgraceful, outrageous, appalling, despicable, disgusting, abhorrent", JUDGES, _SAY_IT),
    ("heroic, heroically, glorious", JUDGES, _SAY_IT),
    ("draconian, orwellian", JUDGES, "what is forbidden, and on what penalty"),
    ("reckless, recklessly, recklessness", JUDGES, "which risk is taken, and what is known of it"),
    ("appease, appeasement, appeasing, appeasers", JUDGES, "giving way, or the concession by name"),
    ("sabre-rattling, saber-rattling", JUDGES, "threats, or exercises, by name"),
    ("rogue state, rogue states, rogue nation, rogue regime", JUDGES, "the state, and the rule that it breaks"),
    ("collateral damage", HIDES, "civilians killed, or damage to what belongs to civilians"),
    ("enhanced interrogation", HIDES, "the methods by name; torture where a court has found it"),
    ("surgical strike, surgical strikes", HIDES, "a strike, and how precise it was"),
    ("special military operation", HIDES, "war, or invasion"),
    ("revenue enhancement, rightsizing", HIDES, "a tax, or dismissals"),
)
NEUTRAL = (
    "lesser evil", "necessary evil", "woke up", "so called because", "reckless driving",
    "reckless endangerment", "glorious revolution", "third world war", "greedy algorithm", "collateral damage estimate",
)  # fmt: skip
"""Phrases in which such a word says something else."""

Phrase = tuple[str, ...]


class LoadedWord(NamedTuple):
    """A loaded word or phrase: its words, how it is written, what is wrong with it and what to write."""

    words: Phrase
    name: str
    fault: str
    better: str


def _by_first_word() -> dict[str, tuple[LoadedWord, ...]]:
    found: dict[str, tuple[LoadedWord, ...]] = {}
    for names, fault, better in WORDS:
        for name in names.split(", "):
            loaded = LoadedWord(lower_words(name), name, fault, better)
            found[loaded.words[0]] = (*found.get(loaded.words[0], ()), loaded)
    return found


_BY_FIRST = _by_first_word()
_NEUTRAL = tuple(map(lower_words, NEUTRAL))
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)'[^']*'(?!\w)|‘[^‘’]*’")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """The first loaded word of each statement."""
    defined = frozenset(map(lower_words, ev.debate.terms))
    for id, statement in ev.debate.statements.items():
        said = lower_words(statement.text or "")
        if _BY_FIRST.keys().isdisjoint(said):
            continue
        found = _loaded(lower_words(_QUOTED.sub(" . ", statement.text or "")), defined)
        if found:
            yield Finding(("statements", id, "text"), f'"{found.name}" {found.fault}.', f"Write {found.better}.")


def _loaded(said: Phrase, defined: frozenset[Phrase]) -> LoadedWord | None:
    """The first loaded phrase that is neither defined nor part of a neutral one."""
    for place, word in enumerate(said):
        for loaded in _BY_FIRST.get(word, ()):
            end = place + len(loaded.words)
            if said[place:end] == loaded.words and loaded.words not in defined:
                around = said[max(0, place - 1) : end + 1]
                if not any(_is_part(phrase, around) for phrase in _NEUTRAL):
                    return loaded
    return None


def _is_part(phrase: Phrase, said: Phrase) -> bool:
    return any(said[start : start + len(phrase)] == phrase for start in range(len(said)))
