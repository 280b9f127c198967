"""Faults of YAML, and parts of YAML that debates do without."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_HEAD = "position: escalation\n"
_GOOD = _HEAD + "arguments: []\n"

YAML_TEXT = (
    Fault(
        "yaml-syntax",
        Severity.ERROR,
        "Text that is not YAML.",
        "Most often a colon or a quote inside a text that is not quoted, or keys of one statement that do not begin in "
        "the same column. When in doubt put the text in double quotes. The statement with the fault is passed over, "
        "and the rest of the file is read.",
        bad=_HEAD + "title: Escalation: the risk\narguments: []\n",
        good=_HEAD + 'title: "Escalation: the risk"\narguments: []\n',
    ),
    Fault(
        "text-cut-by-comma",
        Severity.ERROR,
        "A text inside { } that ends at a comma.",
        "Inside `{ }` a comma begins the next key, so that a text without quotes ends there. Put every text of two "
        "words or more in quotes there, as `argmap fmt` does, or write its key on a line of its own, where a comma is "
        "a comma. Inside `[ ]` it begins the next item: names that it may have parted (`[Smith, A, Jones, B]`, "
        "`[Food, Farms and Fisheries]`), and passages of `highlight` that stand in the card as one, are a warning. "
        "Quotes around each item say that it is whole.\n\n"
        "Fix: the whole text is put in quotes, unless what follows the comma may be meant as a key, or holds quotes of "
        "its own that may be YAML's.",
        bad=_HEAD + "arguments:\n  - {claim: ready, text: Brigades are ready, but few.}\n",
        good=_HEAD + 'arguments:\n  - {claim: ready, text: "Brigades are ready, but few."}\n',
    ),
    Fault(
        "text-cut-by-comment",
        Severity.WARNING,
        "A text that ends at ` #`.",
        "Without quotes, a blank and `#` begin a comment, and what follows is not read. A text with ` #` in it is put "
        "in quotes; a comment on a text stands on a line of its own above it. Behind ids, dates and lists comments "
        "stand as they please, and so they do on lines of their own, with a blank after the `#`. Where the comment "
        "leaves no text, or breaks the line, this is an error.\n\n"
        "Fix: the whole text is put in quotes where a letter or digit follows the `#`; a comment has a blank there.",
        bad=_HEAD + "title: Escalation, our argument #3\narguments: []\n",
        good=_HEAD + 'title: "Escalation, our argument #3"\narguments: []\n',
    ),
    Fault(
        "null-as-text",
        Severity.WARNING,
        "`null` or `~` where a text should be.",
        "YAML reads both as nothing, so that an author by the name of Null loses it. Put it in quotes where it is the "
        "text. Where nothing is meant, delete the line: a key without a value is as if it were not there. In "
        "sources.yaml only `Null` and `NULL` are reported: other programs write `null` where they know nothing. Where "
        "the text has to be there, this is an error.",
        bad=_HEAD + "title: Null\narguments: []\n",
        good=_HEAD + 'title: "Null"\narguments: []\n',
    ),
    Fault(
        "tab-indentation",
        Severity.ERROR,
        "A tab in the indentation.",
        "YAML indents with spaces only, because editors show a tab with different widths. Set the editor to spaces.",
        bad=_HEAD + "arguments:\n\t- claim: ready\n\t  text: Brigades are ready.\n",
        good=_HEAD + "arguments:\n  - claim: ready\n    text: Brigades are ready.\n",
    ),
    Fault(
        "yaml-anchor",
        Severity.ERROR,
        "An anchor (`&name`).",
        "Anchors and aliases make one text mean another elsewhere in the file, so that a diff no longer shows what "
        "changed; nested, a few lines of them fill any memory. Write the text out. Quote a text that begins with &.",
        bad=_HEAD + "title: &t Escalation\narguments: []\n",
        good=_HEAD + "title: Escalation\narguments: []\n",
    ),
    Fault(
        "yaml-alias",
        Severity.ERROR,
        "An alias (`*name`).",
        "See yaml-anchor. A text that begins with an asterisk is put in quotes.",
        bad=_HEAD + "title: *important\narguments: []\n",
        good=_HEAD + 'title: "*important"\narguments: []\n',
    ),
    Fault(
        "yaml-tag",
        Severity.ERROR,
        "A tag (`!name`, `!!str`).",
        "Tags give a value another type. In a debate every value is text unless the format says otherwise, so there is "
        "nothing for them to say. A text that begins with an exclamation mark is put in quotes.",
        bad=_HEAD + "title: !!str 2024\narguments: []\n",
        good=_HEAD + "title: 2024\narguments: []\n",
    ),
    Fault(
        "yaml-documents",
        Severity.ERROR,
        "A second document in a file.",
        "A line `---` between two parts makes two documents of one file. One file is one position: put the second "
        "part into a file of its own. A line `...`, or `---` in the middle of a list, parts nothing and goes.\n\n"
        "Fix: such a line is emptied.",
        bad=_GOOD + "---\nposition: deterrence\narguments: []\n",
        good=_GOOD,
    ),
    Fault(
        "yaml-key",
        Severity.ERROR,
        "A key that is not a word.",
        "A key is a word before a colon, not a list, a mapping or nothing. Inside `{ }` a word without a colon is read "
        "as one all the same; where it may go on the text before it, see text-cut-by-comma.",
        bad=_GOOD + "[a, b]: c\n",
        good=_GOOD,
    ),
    Fault(
        "duplicate-key",
        Severity.ERROR,
        "The same key twice in one mapping.",
        "Only one of the two values could count, and most readers of YAML drop one without a word. Keep one, or make "
        "one list of both. Inside `{ }` the second may be a piece of the text before it: `{text: Yes, of: course}`.",
        bad=_HEAD + "title: Escalation\ntitle: The ladder\narguments: []\n",
        good=_HEAD + "title: Escalation\narguments: []\n",
    ),
    Fault(
        "too-deep",
        Severity.ERROR,
        "Lists and mappings nested more than 10,000 levels deep.",
        "An argument below another takes two levels, so this is 5,000 answers to answers. Longer chains are written "
        "flat: each statement names by `of:` what it answers.",
        bad=_HEAD + "arguments: " + "[" * 10_001 + "]" * 10_001 + "\n",
        good=_GOOD,
    ),
)
