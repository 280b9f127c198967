"""Faults of a whole file: whether it is there, and whether it is text."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_GOOD = "position: escalation\narguments: []\n"

FILES = (
    Fault(
        "missing-file",
        Severity.ERROR,
        "A debate without debate.yaml.",
        "A folder is a debate when it has a debate.yaml with the keys debate, title and resolutions. Without it argmap "
        "does not know what is debated. To begin, let `argmap new NAME` make the folder.",
        bad={"debate.yaml": None},
        good={},
    ),
    Fault(
        "empty-file",
        Severity.ERROR,
        "An empty file.",
        "An empty file, or one of comments only, was most likely not saved. A position without statements says so: "
        "`arguments: []`.",
        bad="# to be written\n",
        good=_GOOD,
    ),
    Fault(
        "file-not-read",
        Severity.ERROR,
        "A file in a place, or under a name, that argmap does not read.",
        "argmap reads debate.yaml, sources.yaml and positions/NAME.yaml, spelt so, and no folder below positions/. A "
        "file that seems to be one of these but has another name or place is an error, since the debate lacks what it "
        "says: `positions/x.yml`, `positions/more/x.yaml`, `Position/x.yaml`, `x.yaml.txt`, `sources.json`, or a "
        "position in a folder of another name. Other YAML in the folder is a warning. So is a text in `snapshots/` "
        "that is named after no source, or after one but in a form that argmap does not read. For BibTeX and RIS at "
        "the top argmap names the command that imports them. It leaves everything else alone: hidden files and "
        "folders, backups (`x.yaml~`, `x.yaml.bak`, `#x#`), `node_modules` and the like, README.md, notes, pictures. "
        "argmap looks into folders four deep and follows no links to folders.",
        bad={"positions/escalation.yml": _GOOD},
        good={"positions/escalation.yaml": _GOOD},
    ),
    Fault(
        "unportable-file-name",
        Severity.ERROR,
        "A file name that some systems do not allow.",
        "Windows keeps con, nul, aux, prn, com1 and the like for devices, and drops a full stop or blank at the end of "
        'a name. It allows no name with < > : " | ? * or a backslash. Windows and macOS take two names for one where '
        "they differ only in capitals, or in how an accent is encoded. Whoever works there cannot check out such a "
        "branch, or finds one file in place of two.",
        bad={"positions/Escalation.yaml": _GOOD, "positions/escalation.yaml": "position: other\narguments: []\n"},
        good={"positions/escalation.yaml": _GOOD},
    ),
    Fault(
        "file-too-large",
        Severity.ERROR,
        "A file above 50 MB.",
        "The limit keeps one wrong file from filling the memory. No debate that people read comes near it; split a "
        "larger file into several positions. argmap does not open larger files at all.",
        on_disk=True,
    ),
    Fault(
        "not-a-file",
        Severity.ERROR,
        "A folder, pipe or device where a file should be.",
        "argmap reads only regular files, so that a pipe, or a folder called debate.yaml, cannot hold it up.",
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
        "The operating system refused to open it, most often because of its permissions, or because a link leads "
        "nowhere.",
        on_disk=True,
    ),
    Fault(
        "not-utf8",
        Severity.ERROR,
        "A file in another encoding than UTF-8.",
        "Every file is UTF-8, with or without a byte order mark. Old Windows encodings and UTF-16 have bytes that "
        "UTF-8 does not; the message points at the first. Save the file as UTF-8.",
        bad="position: escalation\ntitle: Caf\u00e9\narguments: []\n".encode("latin-1"),
        good="position: escalation\ntitle: Caf\u00e9\narguments: []\n",
    ),
    Fault(
        "wrong-file-type",
        Severity.ERROR,
        "A PDF, a Word file, a web page or the like under the name of a YAML file.",
        "argmap tells these by how they begin, and reads nothing of them. 'argmap import' makes a debate of Word "
        "files, 'argmap sources import' reads bibliographies.",
        bad="<!DOCTYPE html>\n<html><body>Escalation</body></html>\n",
        good="position: escalation\narguments: []\n",
    ),
    Fault(
        "hidden-character",
        Severity.ERROR,
        "An invisible character, or one that turns the direction of a line.",
        "With U+202E and the like a reviewer sees other words than argmap reads; with blanks of no width two words "
        "look like one, or one id like another. Such characters come with text copied from web pages. argmap leaves "
        "alone what a script or an emoji needs at that place (joiners, marks of direction, soft hyphens).",
        bad="position: escalation\narguments:\n  - claim: ready\n    text: Brigades are \u202eton\u202c ready.\n",
        good="position: escalation\narguments:\n  - claim: ready\n    text: Brigades are not ready.\n",
    ),
    Fault(
        "control-character",
        Severity.ERROR,
        "A character that no text needs, such as NUL.",
        "Nobody can see control characters, and they break the files that argmap makes (SVG and HTML may not hold "
        "them). They come with text copied from PDFs and terminals. Delete them, and their escapes too.",
        bad="position: escalation\ntitle: Esca\x07lation\narguments: []\n",
        good="position: escalation\ntitle: Escalation\narguments: []\n",
    ),
    Fault(
        "too-many-faults",
        Severity.INFO,
        "More than 1,000 faults in one file.",
        "argmap reads on after a fault to report all at once, but after a thousand in one file more would help nobody.",
        bad="position: escalation\narguments:\n" + "  - nothing\n" * 1001,
        good=_GOOD,
    ),
    Fault(
        "snapshot-unreadable",
        Severity.ERROR,
        "A snapshot from which argmap cannot read a text.",
        "`argmap verify` looks for quotes in the files of `snapshots/`. It finds no words in one that is not what "
        "its name says, has a password, or holds only pictures of pages. Save its text as a .txt in UTF-8.\n\n"
        "A separate process reads PDF, HTML and Markdown. It may use 1.5 GB of memory, where the system can enforce "
        "that. For all snapshots of a debate together it has 5 s, and 20 s more for each MB. A page may nest its "
        "elements 500 deep; a text may have 5,000,000 characters. The message says which limit was reached: keep the "
        "pages that are quoted.",
        on_disk=True,
    ),
    Fault(
        "slow-parser",
        Severity.INFO,
        "PyYAML without libyaml.",
        "Without its compiled parser, PyYAML uses one written in Python, which gives the same result about ten times "
        "slower. PyYAML's wheels from PyPI bring libyaml.",
        on_disk=True,
    ),
)
