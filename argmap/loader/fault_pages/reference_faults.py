"""Faults of reference: what statements say of each other and of sources."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_EMPTY = "position: escalation\narguments: []\n"
_HEAD = "position: escalation\narguments:\n"
_CLASH = _HEAD + "  - rebuttal: direct-clash\n    of: send-trainers\n    text: They would clash.\n"
_NEAR = '  - {claim: near, text: "They are near the front."}\n'
_BARE = _HEAD + _NEAR + "  - {rebuttal: so-no, of: send-trainers, premises: [near]}\n"
_SAID = (
    _HEAD + "  - rebuttal: experts-warn\n    of: send-trainers\n    scheme: expert-opinion\n"
    "    text: Experts warn of a clash.\n    undercutters:\n"
)
_VALUES = (
    'debate: example\ntitle: Trainers\nvalues: {security: "Safety of the members"}\n'
    'resolutions: [{claim: send-trainers, text: "Send them."}]\n'
)
_CRITERIA = (
    'debate: example\ntitle: Trainers\nresolutions: [{claim: send-trainers, text: "Send them."}]\n'
    "criteria:\n  - {id: safety, name: Safety}\n  - {id: cost, name: Cost}\n"
)

REFERENCES = (
    Fault(
        "duplicate-id",
        Severity.ERROR,
        "Two statements with one id.",
        "Ids are unique in a debate, across all its positions, so that an id is enough to name a statement.",
        bad=_CLASH + '  - {claim: direct-clash, text: "It happened before."}\n',
        good=_CLASH + '  - {claim: clash-before, text: "It happened before."}\n',
    ),
    Fault(
        "duplicate-position",
        Severity.ERROR,
        "Two positions with one id.",
        "A position is one file, one section of a brief and one cluster of the map. argmap leaves the second file out.",
        bad={"positions/1.yaml": _EMPTY, "positions/2.yaml": _EMPTY},
        good={"positions/1.yaml": _EMPTY, "positions/2.yaml": "position: deterrence\narguments: []\n"},
    ),
    Fault(
        "duplicate-source",
        Severity.ERROR,
        "Two sources with one id.",
        "Evidence names its source by the id, so an id must mean one source. argmap leaves the second out.",
        bad="references:\n  - {id: article, title: One}\n  - {id: article, title: Another}\n",
        good="references:\n  - {id: article, title: One}\n  - {id: article-2, title: Another}\n",
        file="sources.yaml",
    ),
    Fault(
        "unknown-target",
        Severity.ERROR,
        "The id of a statement that does not exist.",
        "`of`, `undercuts`, `premises`, `contradicts` and `outweighs` name statements of this debate; "
        "`recommendation`, `excludes` and the `option` of a risk name its resolutions. argmap leaves out a statement "
        "with an unknown target or premise, and what answers to it, until the id is right.",
        bad=_HEAD + '  - {rebuttal: direct-clash, of: send-trainer, text: "They would clash."}\n',
        good=_CLASH,
    ),
    Fault(
        "unknown-source",
        Severity.ERROR,
        "The id of a source that does not exist.",
        "Evidence names one of the sources in sources.yaml by its `id`, as a citation key.",
        bad=_CLASH + "    evidence: [{source: artikle}]\n",
        good=_CLASH + "    evidence: [{source: article}]\n",
    ),
    Fault(
        "unknown-side",
        Severity.ERROR,
        "A side that the debate does not have.",
        "debate.yaml names the two sides (`pro` and `con` where it does not). argmap works out a statement's side. A "
        "side that is stated must be one of the two.",
        bad=_CLASH + "    side: against\n",
        good=_CLASH + "    side: con\n",
    ),
    Fault(
        "unknown-value",
        Severity.ERROR,
        "An audience with a value that the debate does not have.",
        "`audiences` puts the `values` of debate.yaml in order; each must be one of them.",
        bad=_VALUES + "audiences: {hawks: [safety]}\n",
        good=_VALUES + "audiences: {hawks: [security]}\n",
        file="debate.yaml",
    ),
    Fault(
        "unknown-criterion",
        Severity.ERROR,
        "A criterion that the debate does not have.",
        "`criterion` names one of the `criteria` of debate.yaml. All options are judged by these.",
        bad={"debate.yaml": _CRITERIA, "positions/1.yaml": _CLASH + "    criterion: danger\n"},
        good={"debate.yaml": _CRITERIA, "positions/1.yaml": _CLASH + "    criterion: safety\n"},
    ),
    Fault(
        "duplicate-criterion",
        Severity.ERROR,
        "Two criteria with one id.",
        "Statements name a criterion by its id, so an id must mean one row of the table.",
        bad=_CRITERIA.replace("cost,", "safety,"),
        good=_CRITERIA,
        file="debate.yaml",
    ),
    Fault(
        "value-named-twice",
        Severity.ERROR,
        "A value named twice in one ranking, or on one statement.",
        "An audience ranks each value once, and a statement promotes a value or demotes it. Where a value is named "
        "twice, only one of the two could count.",
        bad=_VALUES + "audiences: {hawks: [security, security]}\n",
        good=_VALUES + "audiences: {hawks: [security]}\n",
        file="debate.yaml",
    ),
    Fault(
        "named-twice",
        Severity.ERROR,
        "A statement named twice in one list.",
        "A step needs a premise or does not, and a statement contradicts or outweighs another or does not. A second "
        "mention adds nothing; mostly another id was meant.",
        bad=_BARE.replace("[near]", "[near, near]"),
        good=_BARE,
    ),
    Fault(
        "self-reference",
        Severity.ERROR,
        "A statement that names itself.",
        "Nothing supports, contests, undercuts, needs, contradicts or outweighs itself.",
        bad=_HEAD + '  - {support: experience, of: experience, text: "It worked before."}\n',
        good=_HEAD + '  - {support: experience, of: send-trainers, text: "It worked before."}\n',
    ),
    Fault(
        "undercuts-claim",
        Severity.ERROR,
        "An undercutter of a claim.",
        "An undercutter contests a step: even if what the other statement says is true, it does not count. A claim has "
        "no step. Contest what it says with `of`.",
        bad=_HEAD + '  - {rebuttal: direct-clash, undercuts: send-trainers, text: "They would clash."}\n',
        good=_CLASH,
    ),
    Fault(
        "answers-bare-step",
        Severity.ERROR,
        "A support or rebuttal `of` a bare step.",
        "A bare step (premises, no text) says nothing that could be supported or contested. Its step can be undercut, "
        "and each of its premises answered.",
        bad=_BARE + '  - {rebuttal: not-so, of: so-no, text: "They are safe there."}\n',
        good=_BARE + '  - {rebuttal: not-so, undercuts: so-no, text: "They are safe there."}\n',
    ),
    Fault(
        "premise-without-step",
        Severity.ERROR,
        "A claim where a step is needed.",
        "`premises: [{step: ID}]` needs another argument to have force: the support or rebuttal must hold, and no "
        "undercutter may stop it. A claim has no step. Name the claim itself: `premises: [ID]`.",
        bad=_CLASH + '  - {support: so, of: send-trainers, text: "It is safer.", premises: [{step: send-trainers}]}\n',
        good=_CLASH + '  - {support: so, of: send-trainers, text: "It is safer.", premises: [{step: direct-clash}]}\n',
    ),
    Fault(
        "bare-step-as-statement",
        Severity.ERROR,
        "A bare step as a premise, or as something to contradict.",
        "A bare step (premises, no text) has no statement of its own. Name one of its premises instead; or, where the "
        "step itself is needed, write `premises: [{step: ID}]`.",
        bad=_BARE + '  - {claim: safe, contradicts: [so-no], text: "They are safe there."}\n',
        good=_BARE + '  - {claim: safe, contradicts: [near], text: "They are safe there."}\n',
    ),
    Fault(
        "outweighs-elsewhere",
        Severity.ERROR,
        "A comparison of two steps that are never weighed against each other.",
        "Supports of a statement are weighed against the rebuttals of the same statement. `over` names a step on the "
        "other side of the same target, or `all` of them, where the step is settled before anything is weighed. An "
        "undercutter has no other side: it is not weighed, and takes neither `over`.",
        bad=_CLASH + '    outweighs: [{over: send-trainers, because: "It is final."}]\n',
        good=_CLASH
        + '    outweighs: [{over: experience, because: "It is final."}]\n'
        + '  - {support: experience, of: send-trainers, text: "It worked before."}\n',
    ),
    Fault(
        "unknown-question",
        Severity.ERROR,
        "A critical question that the target's scheme does not have.",
        "`question` says which critical question of its target a statement is about, by the question's key. A target "
        "has the questions of the scheme that it states; `argmap questions --schemes` lists them all.",
        bad=_SAID + '      - {rebuttal: no-soldier, question: expert, text: "They study trade."}\n',
        good=_SAID + '      - {rebuttal: no-soldier, question: expertise, text: "They study trade."}\n',
    ),
)
