"""Faults of a whole file: whether it is there, and whether it is text."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_GOOD = "position: escalation\narguments: []\n"

FILES = (
    Fault(
        "missing-file",
        Severity.ERROR,
        "A debate without debate.yaml.",
        "A folder is a debate when it has a debate.yaml with the keys debate, title and resolutions. Without it "
        "nothing says what is argued about. `argmap new NAME` makes a folder to begin with.",
        bad={"debate.yaml": None},
        good={},
    ),
    Fault(
        "empty-file",
        Severity.ERROR,
        "A file with nothing in it.",
        "An empty file, or one of comments only, is most likely a file that was not saved. A position without "
        "statements says so: `arguments: []`.",
        bad="# to be written\n",
        good=_GOOD,
    ),
    Fault(
        "file-not-read",
        Severity.ERROR,
        "A file of the debate where no file is read, or under a name that is not read.",
        "argmap reads debate.yaml, sources.yaml and positions/NAME.yaml, spelt so, and no folder below positions/. A "
        "file that seems to be one of these and is spelt otherwise or stands elsewhere is an error, since what it says "
        "is missing from the debate: `positions/x.yml`, `positions/more/x.yaml`, `Position/x.yaml`, `x.yaml.txt`, "
        "`sources.json`, or a position in a folder of another name. Other YAML in the folder is a warning; so is a "
        "text in `snapshots/` that has the name of no source, or of one and a form that is not read. BibTeX and RIS at "
        "the top are named with the command that imports them. Everything else is left alone: hidden files and "
        "folders, backups (`x.yaml~`, `x.yaml.bak`, `#x#`), `node_modules` and the like, README.md, notes, pictures. "
        "Folders are looked into four deep; links to folders are not followed.",
        bad={"positions/escalation.yml": _GOOD},
        good={"positions/escalation.yaml": _GOOD},
    ),
    Fault(
        "unportable-file-name",
        Severity.ERROR,
        "A file name that not every system can have.",
        "Windows keeps con, nul, aux, prn, com1 and their like for devices, drops a full stop or blank at the end of a "
        'name, and has none with < > : " | ? * or a backslash. Windows and macOS take two names for one that differ in '
        "capitals only, or in how an accent is put together. Whoever works there cannot check such a branch out, or "
        "finds one file in place of two.",
        bad={"positions/Escalation.yaml": _GOOD, "positions/escalation.yaml": "position: other\narguments: []\n"},
        good={"positions/escalation.yaml": _GOOD},
    ),
    Fault(
        "file-too-large",
        Severity.ERROR,
        "A file above 50 MB.",
        "The limit keeps one wrong file from filling the memory. No debate that people read comes near it; one that "
        "does is better off in several positions. Larger files are not opened at all.",
        on_disk=True,
    ),
    Fault(
        "not-a-file",
        Severity.ERROR,
        "A folder, pipe or device where a file should be.",
        "Only regular files are read, so that a folder called debate.yaml or a pipe cannot hold up the reading.",
        on_disk=True,
    ),
    Fault(
        "outside-folder",
        Severity.ERROR,
        "A symbolic link that leaves the debate's folder.",
        "What a debate says must be in its folder: a link to another place shows something else on another machine, "
        "and may show what was never meant to be published. Copy the file into the folder.",
        on_disk=True,
    ),
    Fault(
        "unreadable-file",
        Severity.ERROR,
        "A file that cannot be opened.",
        "The operating system refused to open it; most often its permissions are the reason, or a link leads nowhere.",
        on_disk=True,
    ),
    Fault(
        "not-utf8",
        Severity.ERROR,
        "A file in another encoding than UTF-8.",
        "Every file is UTF-8, with or without a byte order mark. Old Windows encodings and UTF-16 show as bytes that "
        "UTF-8 does not have; the first of them is pointed at. Save the file as UTF-8.",
        bad="position: escalation\ntitle: Caf\u00e9\narguments: []\n".encode("latin-1"),
        good="position: escalation\ntitle: Caf\u00e9\narguments: []\n",
    ),
    Fault(
        "hidden-character",
        Severity.ERROR,
        "A character that is not seen, or that turns the direction of a line.",
        "With U+202E and its like a reviewer sees other words than argmap reads; with blanks of no width two words "
        "look like one, or one id like another. Such characters come with texts that are copied from web pages. What "
        "scripts and emoji need (joiners, marks of direction, soft hyphens) is left alone.",
        bad="position: escalation\narguments:\n  - claim: ready\n    text: Brigades are \u202eton\u202c ready.\n",
        good="position: escalation\narguments:\n  - claim: ready\n    text: Brigades are not ready.\n",
    ),
    Fault(
        "control-character",
        Severity.ERROR,
        "A character that no text needs, such as NUL.",
        "Control characters cannot be seen and break the files that are made from a debate (SVG and HTML may not hold "
        "them). They come from copying out of PDFs and terminals. Delete them; the same goes for their escapes.",
        bad="position: escalation\ntitle: Esca\x07lation\narguments: []\n",
        good="position: escalation\ntitle: Escalation\narguments: []\n",
    ),
    Fault(
        "too-many-faults",
        Severity.INFO,
        "More than 1,000 faults in one file.",
        "Reading goes on after a fault so that all are reported at once, but after a thousand in one file more would "
        "help nobody.",
        bad="position: escalation\narguments:\n" + "  - nothing\n" * 1001,
        good=_GOOD,
    ),
    Fault(
        "snapshot-unreadable",
        Severity.ERROR,
        "A snapshot of a source that no text can be taken out of.",
        "`argmap verify` looks for quotes in the files of `snapshots/`. One that is not what its name says, has a "
        "password, or holds pictures of pages only, has no words to look among. Save its text as a .txt in UTF-8.\n\n"
        "PDF, HTML and Markdown are read in a process of its own, which may use 1.5 GB of memory (where the system can "
        "be asked to see to that) and, for all snapshots of a debate together, 5 s and 20 s more for each MB. A page "
        "may nest its elements 500 deep; a text may have 5,000,000 characters. The message says which limit was "
        "reached: keep the pages that are quoted.",
        on_disk=True,
    ),
    Fault(
        "slow-parser",
        Severity.INFO,
        "PyYAML without libyaml.",
        "PyYAML's parser written in Python is used where its compiled one is missing; it gives the same result and is "
        "about ten times slower. PyYAML's wheels from PyPI bring libyaml.",
        on_disk=True,
    ),
)
