"""Faults of keys and values."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_HEAD = "position: escalation\narguments:\n  - claim: ready\n    text: Brigades are ready.\n"
_GOOD = _HEAD + "    role: impact\n"

SHAPE = (
    Fault(
        "wrong-type",
        Severity.ERROR,
        "A list where a text should be, a text where a list should be, and the like.",
        "What a key holds is part of the format: one text, a list of items (`- `), or a mapping (`name: value`).",
        bad=_HEAD + "    contradicts: send-trainers\n",
        good=_HEAD + "    contradicts: [send-trainers]\n",
    ),
    Fault(
        "missing-key",
        Severity.ERROR,
        "A key that must be there and is not, or has no value.",
        "debate.yaml needs debate, title and resolutions; a position needs position and arguments; a claim needs a "
        "text; a piece of evidence needs a source; a comparison needs over and because.",
        bad="position: escalation\narguments:\n  - claim: ready\n",
        good=_GOOD,
    ),
    Fault(
        "unknown-key",
        Severity.ERROR,
        "A key that the format does not have.",
        "Otherwise a misspelled key would be lost without a word, with or without a value. argmap suggests the "
        "nearest key that may stand in this place. Notes to yourself are comments (`# …`). A key of the format may "
        "be empty where nothing needs it, since no text is lost.\n\n"
        "Fix: a key that differs in capitals, hyphens or underscores only is corrected.",
        bad=_HEAD + "    evidnce: []\n",
        good=_HEAD + "    evidence: []\n",
    ),
    Fault(
        "foreign-key",
        Severity.WARNING,
        "Keys of other programs in sources.yaml.",
        "Zotero, Better BibTeX, JabRef, Pandoc and others write keys that are not CSL 1.0.2 (journalAbbreviation, "
        "shortTitle, categories). argmap carries them along, below a source, below its custom, names and dates, "
        "and beside references: fmt, rename and merge keep them, and diff shows how they changed. It does not read "
        "them, and so names them once for each file. It keeps a type that CSL does not have in the same way, and "
        "takes the source for a document.\n\n"
        "A key that is one of CSL's or argmap's but for a letter or two is an error (unknown-key): it is meant to be "
        "read. So is a key without a value.",
        bad="references:\n  - id: article\n    title: Trainers and troops\n    date: 2026\n",
        good="references:\n  - id: article\n    title: Trainers and troops\n    issued: 2026\n",
        file="sources.yaml",
    ),
    Fault(
        "bad-value",
        Severity.ERROR,
        "A value that the key cannot have.",
        "Some keys have a fixed set of words (role, kind, severity …), a grade such as B2, or true and false."
        "\n\n"
        "Fix: a word that differs in capitals, spaces or hyphens only is corrected; yes, no, on and off become true "
        "and false, and a decimal comma a point.",
        bad=_HEAD + "    role: impakt\n",
        good=_GOOD,
    ),
    Fault(
        "empty-text",
        Severity.ERROR,
        "A text without words.",
        "Empty quotes, or quotes with only spaces between them, say nothing. Write the text, or delete the line.",
        bad=_HEAD + '    evidence:\n      - {source: article, says: ""}\n',
        good=_HEAD + '    evidence:\n      - {source: article, says: "They are ready."}\n',
    ),
    Fault(
        "bad-id",
        Severity.ERROR,
        "An id in another form than kebab-case.",
        "Ids are typed on command lines, and stand in addresses and file names: small letters a to z, digits and "
        "single hyphens, at most 80 characters. They may begin with a digit (`1ac`, `2nc-block`) and have at least one "
        "letter: `2026` would be taken for a year, and `3` for the third argument of a framework. argmap does not "
        "rewrite words of other scripts, because there is more than one way to do it. A source's id may be any "
        "citation key that begins with a letter of any script, a digit or `_`. It has no spaces, commas, semicolons, "
        "brackets, quotation marks or @.",
        bad="position: escalation\narguments:\n  - claim: Brigades Ready\n    text: Brigades are ready.\n",
        good="position: escalation\narguments:\n  - claim: brigades-ready\n    text: Brigades are ready.\n",
    ),
    Fault(
        "bad-date",
        Severity.ERROR,
        "A value that is not a date.",
        "Write a date as precisely as you know it: 2026, 2026-02 or 2026-02-28. In sources.yaml a range "
        "(2024/2026), a season (2015-21), about (1730~) and every form of CSL-JSON and CSL-YAML will do as well. "
        "February has no 30th.\n\n"
        "Fix: a date with the year first is written in full, 2026-2-3 as 2026-02-03.",
        bad="references:\n  - id: article\n    issued: 28.02.2026\n",
        good="references:\n  - id: article\n    issued: 2026-02-28\n",
        file="sources.yaml",
    ),
    Fault(
        "odd-name",
        Severity.WARNING,
        "A name in sources.yaml that is half a name, or more than one.",
        "Each item of `author`, `editor` and so on is one person (`family`, `given`) or one body (`literal`). argmap "
        "cites a name as it stands, so `family: Smith, John` becomes (Smith, John 2020). A last item `et al.` stands "
        "for authors who are not named.",
        bad="references:\n  - id: article\n    author: [{family: Smith}, {given: Jo}]\n",
        good="references:\n  - id: article\n    author: [{family: Smith, given: Jo}]\n",
        file="sources.yaml",
    ),
    Fault(
        "date-zeros",
        Severity.INFO,
        "A date with zeros for the month or day that nobody knows.",
        "Zotero and PubMed write 2024-00-00 where they know only the year. argmap reads and cites it as 2024, as CSL "
        "does with `date-parts: [[2024, 0, 0]]`, and says so once for each file. `argmap sources import` leaves the "
        "zeros out.",
        bad="references:\n  - id: article\n    issued: 2026-02-00\n",
        good="references:\n  - id: article\n    issued: 2026-02\n",
        file="sources.yaml",
    ),
)
