"""Words that people write for the keys of the format, and the places where other keys belong."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from argmap.model import (
    Claim,
    Comparison,
    Criterion,
    DebateHeader,
    Decision,
    Evidence,
    Facets,
    PositionHeader,
    Rebuttal,
    Recommendation,
    Risk,
    Source,
    SourceNotes,
    Stakes,
    Support,
    Suppression,
    Weight,
)
from argmap.model.csl.names import Name

_REASON = "reason reasons why rationale explanation justification"
_STATEMENT = {
    "text": "statement content body says say sentence thesis argument point description label name title",
    "evidence": "bibliography evidences source sources cite cites citation citations ref refs reference references "
    "proof data cards",
    "supports": "subclaims sub_claims children support pro pros for reasons arguments because why reason backing "
    "grounds warrants warrant",
    "rebuttals": "counters rebuttal con cons against objections objection counterarguments counterargument counter "
    "attacks answers answer responses response replies reply rebutals",
    "contradicts": "incompatible conflicts_with mutually_exclusive opposes contradict contradiction excludes "
    "conflicts inconsistent_with",
    "role": "part stock_issue category type kind function",
    "weigh": "compare weighed weighing",
    "undeveloped": "stub incomplete wip todo unfinished draft",
    "side": "party speaker team",
    "standard": "standard_of_proof threshold burden proof_standard",
    "values": "stakes value promotes",
    "tag": "tagline headline slogan heading",
    "weight": "strength score probability credence confidence_score",
    "confidence": "certainty certain sureness",
    "facets": "scope aspects dimensions context",
    "ignore": "noqa suppress disable skip",
    "core": "key important main central essential",
    "criterion": "criteria metric measure test",
    "asks": "prompt",
    "risk": "hazard danger impact risks",
}
_STEP = {
    "premises": "requires needs premise because_of given assumes assumptions",
    "outweighs": "trumps over outweigh weighs_more_than beats stronger_than",
    "scheme": "inference pattern argument_scheme warrant_type",
    "question": "critical_question cq",
}
_OF = "target to about parent claim_id on answers"
_SYNONYMS: dict[type[BaseModel], dict[str, str]] = {
    Claim: {**_STATEMENT, "status_quo": "sq statusquo status-quo"},
    Support: {**_STATEMENT, **_STEP, "of": f"{_OF} for supports_of backs proves"},
    Rebuttal: {**_STATEMENT, **_STEP, "of": f"{_OF} against rebuts contests attacks opposes contra refutes",
               "undercuts": "undercut undermines", "undercutters": "undercutter"},
    PositionHeader: {
        "position": "id name key", "title": "headline topic heading label",
        "summary": "intro gist abstract description about overview",
        "arguments": "args claims statements reasons points supports rebuttals contents items argument",
        "kind": "type category",
    },
    DebateHeader: {
        "debate": "id key", "title": "name topic heading subject", "question": "ask motion issue problem",
        "as_of": "date dated updated day asof",
        "background": "abstract overview history description context intro introduction summary",
        "resolutions": "options option claims claim plans plan proposals alternatives resolution motions theses thesis",
        "terms": "define concepts definitions glossary vocabulary", "parties": "groups stakeholders actors interests",
        "sides": "camps teams side", "decision": "decided_by decider decision_maker",
        "audiences": "judge voters audience judges",
        "values": "principles goods goals", "criteria": "metrics tests measures",
        "recommendation": "verdict advice recommend answer conclusion",
    },
    Evidence: {
        "source": "id ref reference cite citation citekey key from source_id src sources",
        "at": "pg pinpoint page pages p pp locator location loc where section para paragraph chapter pin",
        "quote": "quotation excerpt verbatim words", "says": "paraphrase text claim summary note content finding shows",
        "why": f"{_REASON} because relevance warrant", "card": "body fulltext full_text passage",
        "highlight": "underlined emphasis spoken bold highlights read underline",
        "grade": "score quality reliability rating", "facets": "context scope",
    },
    Criterion: {"id": "criterion key", "name": "text title label heading", "question": "asks test"},
    Comparison: {"over": "than id target step what outweighs", "because": _REASON},
    Suppression: {"rule": "name id finding code", "reason": "why because rationale note",
                  "until": "expires expiry date till"},
    Weight: {"value": "weight score strength number", "because": _REASON},
    Recommendation: {"option": "resolution claim plan choice id", "because": _REASON},
    Decision: {"maker": "who by decider body authority", "deadline": "when date by_when until due"},
    Facets: {"actor": "who agent subject", "mission": "what action task", "place": "where location country",
             "time": "when date period", "bridge": "why because link"},
    Stakes: {"promotes": "supports advances promote for serves pro plus helps up +",
             "demotes": "hinders demote against harms con minus hurts down -"},
    Risk: {"option": "resolution plan", "likelihood": "odds probability chance prob",
           "severity": "magnitude impact seriousness harm size",
           "timeframe": "timing when time horizon time_frame", "reversibility": "reversible permanence",
           "mitigation": "mitigated_by remedy", "because": _REASON},
    Name: {"given": "first firstname first_name forename given_name", "literal": "name org organisation organization",
           "family": "last lastname last_name surname family_name"},
    SourceNotes: {"why": _REASON, "role": "kind type", "as_of": "date", "interest": "bias stake",
                  "qualifications": "credentials qualification quals expertise", "via": "through relayed_by"},
    Source: {
        "id": "key citekey bibkey citation_key cite_key cite label ref",
        "URL": "link web href uri", "language": "lang langid", "volume": "vol", "editor": "edited_by",
        "translator": "translated_by", "issued": "date year published publication_date pubdate",
        "author": "by writer creator creators", "title": "name headline",
        "container-title": "journal journaltitle newspaper magazine booktitle publicationtitle website site periodical",
        "page": "pages pp", "publisher": "institution university organisation organization school",
        "publisher-place": "address city place", "accessed": "urldate accessdate retrieved access_date visited",
        "abstract": "summary abstractnote", "type": "itemtype kind",
    },
}  # fmt: skip

_OF_SOURCE = "Move it to the source, in sources.yaml, as `{key}: …`."
_PLACES: dict[type[BaseModel], dict[str, str]] = {
    Evidence: {
        **{word: _OF_SOURCE.format(key="URL") for word in ("url", "URL", "link", "address", "web", "href")},
        **{word: _OF_SOURCE.format(key="issued") for word in ("date", "year", "issued", "published")},
        **{word: _OF_SOURCE.format(key=word) for word in ("author", "title", "publisher", "DOI", "type")},
        **{word: _OF_SOURCE.format(key="accessed") for word in ("accessed", "retrieved", "access_date", "urldate")},
        "authors": _OF_SOURCE.format(key="author"),
    },
    Decision: {"question": "Move it out of `decision:`, into the first column."},
    DebateHeader: {
        **dict.fromkeys(("sources", "references", "bibliography"), "Move it to sources.yaml, below `references:`."),
        **dict.fromkeys(
            ("arguments", "positions", "position", "supports", "rebuttals", "statements"),
            "Move it to a file of its own, positions/NAME.yaml.",
        ),
    },
}
_NOTES = frozenset({"note", "notes", "comment", "comments", "todo", "tags", "tag", "author", "authors", "version"})


@cache
def _meanings(model: type[BaseModel]) -> dict[str, str]:
    return {word: key for key, words in _SYNONYMS.get(model, {}).items() for word in words.split()}


def meant_by(model: type[BaseModel], word: str) -> str | None:
    """The key of a mapping that a word is written for; None where it is written for none."""
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    return _meanings(model).get(word) or _meanings(model).get(plain)


def place_of(model: type[BaseModel], word: str) -> str | None:
    """What to do with a key that belongs elsewhere; None where that is not known."""
    return _PLACES.get(model, {}).get(word)


def is_note(model: type[BaseModel], word: str) -> bool:
    """Whether a key holds what people note for themselves."""
    return model is not Source and word.lower() in _NOTES
