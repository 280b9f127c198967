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
        "Most often a text without quotes has a colon or a quote in it, or the keys of one statement begin in "
        "different columns. When in doubt, put the text in double quotes. argmap passes over the statement with the "
        "fault and reads the rest of the file.",
        bad=_HEAD + "title: Escalation: the risk\narguments: []\n",
        good=_HEAD + 'title: "Escalation: the risk"\narguments: []\n',
    ),
    Fault(
        "text-cut-by-comma",
        Severity.ERROR,
        "A text inside { } that ends at a comma.",
        "Inside `{ }` a comma begins the next key, so that a text without quotes ends there. There, put every text "
        "of two words or more in quotes, as `argmap fmt` does. Or give its key a line of its own, where a comma is "
        "a comma. Inside `[ ]` it begins the next item. So argmap warns of names that it may have parted (`[Smith, "
        "A, Jones, B]`, `[Food, Farms and Fisheries]`), and of passages of `highlight` that the card has as one. "
        "Quotes around each item say that it is whole.\n\n"
        "Fix: the whole text is put in quotes, unless what follows the comma may be a key, or has quotes that may be "
        "YAML's.",
        bad=_HEAD + "arguments:\n  - {claim: ready, text: Brigades are ready, but few.}\n",
        good=_HEAD + 'arguments:\n  - {claim: ready, text: "Brigades are ready, but few."}\n',
    ),
    Fault(
        "text-cut-by-comment",
        Severity.WARNING,
        "A text that ends at ` #`.",
        "Without quotes, a blank and `#` begin a comment, and argmap does not read what follows. Put a text with ` "
        "#` in it in quotes, and a comment on a text on a line of its own above it. A comment may follow ids, "
        "dates and lists, and may have a line of its own, with a blank after the `#`. Where the comment leaves no "
        "text, or breaks the line, this is an error.\n\n"
        "Fix: the whole text is put in quotes where a letter or digit follows the `#`; a comment has a blank there.",
        bad=_HEAD + "title: Escalation, our argument #3\narguments: []\n",
        good=_HEAD + 'title: "Escalation, our argument #3"\narguments: []\n',
    ),
    Fault(
        "null-as-text",
        Severity.WARNING,
        "`null` or `~` where a text should be.",
        "YAML reads both as nothing, so an author named Null would lose the name. Where it is the text, put it in "
        "quotes. Where nothing is meant, delete the line: a key without a value is as if it were not there. In "
        "sources.yaml only `Null` and `NULL` are reported: other programs write `null` where they know nothing. Where "
        "a text is needed, this is an error.",
        bad=_HEAD + "title: Null\narguments: []\n",
        good=_HEAD + 'title: "Null"\narguments: []\n',
    ),
    Fault(
        "backslash-in-quotes",
        Severity.WARNING,
        "A backslash between double quotes that is read as the sign of another character.",
        "Between double quotes YAML reads `\\n` as a line break and `\\t` as a tab, so a path (`C:\\new`) or LaTeX "
        "(`\\textit{so}`) loses letters. Put such a text in single quotes, where a backslash is a backslash, or write "
        "two for each. Where the text then holds a character that no file may hold, this is an error.\n\n"
        "Fix: the text is put in quotes in which it stays as it is written.",
        bad=_HEAD + 'title: "The folder C:\\new"\narguments: []\n',
        good=_HEAD + "title: 'The folder C:\\new'\narguments: []\n",
    ),
    Fault(
        "tab-indentation",
        Severity.ERROR,
        "A tab in the indentation.",
        "YAML indents with spaces only, because editors show tabs in different widths. Set your editor to spaces.",
        bad=_HEAD + "arguments:\n\t- claim: ready\n\t  text: Brigades are ready.\n",
        good=_HEAD + "arguments:\n  - claim: ready\n    text: Brigades are ready.\n",
    ),
    Fault(
        "yaml-anchor",
        Severity.ERROR,
        "An anchor (`&name`).",
        "Anchors and aliases repeat a text from elsewhere in the file, so a diff no longer shows what changed; nested, "
        "a few lines of them fill any memory. Write the text out. Put a text that begins with & in quotes.",
        bad=_HEAD + "title: &t Escalation\narguments: []\n",
        good=_HEAD + "title: Escalation\narguments: []\n",
    ),
    Fault(
        "yaml-alias",
        Severity.ERROR,
        "An alias (`*name`).",
        "See yaml-anchor. Put a text that begins with an asterisk in quotes.",
        bad=_HEAD + "title: *important\narguments: []\n",
        good=_HEAD + 'title: "*important"\narguments: []\n',
    ),
    Fault(
        "yaml-tag",
        Severity.ERROR,
        "A tag (`!name`, `!!str`).",
        "Tags give a value another type. In a debate every value is text unless the format says otherwise, so a tag "
        "has no use. Put a text that begins with an exclamation mark in quotes.",
        bad=_HEAD + "title: !!str 2024\narguments: []\n",
        good=_HEAD + "title: 2024\narguments: []\n",
    ),
    Fault(
        "yaml-documents",
        Severity.ERROR,
        "A second document in a file.",
        "A line `---` between two parts makes two documents of one file. One file is one position: put the second "
        "part into a file of its own. Delete a line `...`, or a `---` in the middle of a list: they part nothing.\n\n"
        "Fix: such a line is emptied.",
        bad=_GOOD + "---\nposition: deterrence\narguments: []\n",
        good=_GOOD,
    ),
    Fault(
        "yaml-key",
        Severity.ERROR,
        "A key that is not a word.",
        "A key is a word before a colon, not a list, a mapping or nothing. Inside `{ }` YAML reads even a word without "
        "a colon as a key; where it may belong to the text before it, see text-cut-by-comma.",
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
        "An argument below another takes two levels, so this is 5,000 answers to answers. Write longer chains flat: "
        "each statement names with `of:` what it answers.",
        bad=_HEAD + "arguments: " + "[" * 10_001 + "]" * 10_001 + "\n",
        good=_GOOD,
    ),
)
