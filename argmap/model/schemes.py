"""Argumentation schemes: common ways of arguing, and the critical questions that each has to face.

The names are those of Walton, Reed & Macagno, *Argumentation Schemes* (2008); forms and questions are in our words.
A question is put right after the words of the statement, so that "this" is what that says
(`argmap.analysis.open_questions.lead`). It invites the answer that would settle it: *evidence* or a *support* where the
maker of the argument has to back what was taken for granted, *corroboration* (a support or a second source) where it
asks what the source itself goes by, a *rebuttal* where the other side may contest a premise, an *undercutter* where it
may grant the premises and contest that they carry the conclusion (in Carneades' terms ordinary premises and
assumptions, and exceptions: Gordon, Prakken & Walton 2007), and the *other side* of what the step answers to where
something else has to be weighed against it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Invited = Literal["evidence", "corroboration", "support", "rebuttal", "undercutter", "other-side"]


class Question(NamedTuple):
    """A critical question: a short key, unique in its scheme, the words, and what kind of answer it invites."""

    key: str
    ask: str
    invites: Invited


class Scheme(NamedTuple):
    """A way of arguing: from what premises to what conclusion, and what may be asked of it."""

    name: str
    title: str
    premises: tuple[str, ...]
    conclusion: str
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question | None:
        """The question of that key; None where it has none."""
        return next((question for question in self.questions if question.key == key), None)


def _scheme(
    name: str, title: str, premises: tuple[str, ...], conclusion: str, *rows: tuple[Invited, str, str]
) -> Scheme:
    return Scheme(name, title, premises, conclusion, tuple(Question(key, ask, kind) for kind, key, ask in rows))


_CITE: Invited = "evidence"
_CORROBORATE: Invited = "corroboration"
_BACK: Invited = "support"
_CONTEST: Invited = "rebuttal"
_CUT: Invited = "undercutter"
_WEIGH: Invited = "other-side"

_SOURCES = (
    _scheme(
        "expert-opinion", "From expert opinion",
        ("Somebody is an expert on the subject.", "The expert says that it is so."),
        "It may be taken to be so.",
        (_CUT, "expertise", "Whom do you rely on for this, and what makes them an expert?"),
        (_CUT, "field", "Is this a matter of your expert's own field?"),
        (_CONTEST, "wording", "Did your expert say that, or only something near it?"),
        (_CUT, "independence", "What does your expert, or whoever pays for the work, gain by saying so?"),
        (_CONTEST, "agreement", "What do other experts say about this?"),
        (_CORROBORATE, "evidence", "On what evidence does your expert say so?"),
    ),
    _scheme(
        "position-to-know", "From position to know",
        ("Somebody is placed so as to know.", "They say that it is so."),
        "It may be taken to be so.",
        (_CUT, "position", "How could your source know this?"),
        (_CUT, "honesty", "Has your source a reason not to tell the truth?"),
        (_CONTEST, "wording", "Is that what your source said?"),
    ),
    _scheme(
        "witness-testimony", "From witness testimony",
        ("Somebody saw or heard it.", "They tell it in good faith."),
        "It happened so.",
        (_CUT, "consistency", "Does the witness's account agree with itself?"),
        (_CONTEST, "facts", "Does the account agree with what is known otherwise?"),
        (_CONTEST, "others", "Do other witnesses tell the same?"),
        (_CUT, "bias", "Has the witness a side?"),
        (_CUT, "plausibility", "Is what the witness tells likely in itself?"),
    ),
    _scheme(
        "popular-opinion", "From popular opinion",
        ("Nearly everybody concerned holds it to be so.",),
        "It is reasonable to hold it.",
        (_CITE, "measured", "How is it known that so many think so?"),
        (_CUT, "informed", "Why should those who think so know?"),
        (_CONTEST, "lasting", "Has opinion changed since, or will it under strain?"),
    ),
    _scheme(
        "popular-practice", "From popular practice",
        ("Nearly everybody concerned does it.",),
        "It is acceptable to do it.",
        (_CITE, "measured", "How many do this, and who?"),
        (_CUT, "wisdom", "Does the practice work for them, or do they only follow one another?"),
        (_CUT, "difference", "Are we in the same case as those who do this?"),
    ),
    _scheme(
        "ad-hominem-bias", "From bias",
        ("Somebody who argues has a stake in the outcome.",),
        "What they say on it counts for less.",
        (_CITE, "shown", "What shows the stake that you speak of?"),
        (_CUT, "bearing", "Does the stake touch what was said, or only who said it?"),
        (_CUT, "other-ground", "Is there ground for what was said that does not depend on who said it?"),
    ),
    _scheme(
        "ad-hominem-character", "From character",
        ("Somebody who argues has a record of unreliability.",),
        "What they say on it counts for less.",
        (_CITE, "shown", "What is the record that you speak of?"),
        (_CUT, "bearing", "Does the record matter to this question?"),
        (_CUT, "other-ground", "Is there ground for what was said that does not depend on who said it?"),
    ),
    _scheme(
        "commitment", "From commitment",
        ("Somebody has bound themselves by word or deed.", "What they have bound themselves to includes this."),
        "They should act, or be expected to act, by it.",
        (_CONTEST, "made", "When and how was this commitment made?"),
        (_CONTEST, "scope", "Does the commitment reach as far as this case?"),
        (_CUT, "released", "Has the commitment been withdrawn, or ended by what came after?"),
    ),
    _scheme(
        "inconsistent-commitment", "From inconsistency",
        ("Somebody holds one thing now and held, or did, the contrary.",),
        "What they hold now counts for less.",
        (_CONTEST, "contrary", "Are the two positions really contrary?"),
        (_CUT, "changed", "Is there a good reason for the change of mind?"),
        (_CUT, "other-ground", "Is the position right, whoever holds it?"),
    ),
)  # fmt: skip

_CASES = (
    _scheme(
        "example", "From example",
        ("In this case it was so.", "The case is typical."),
        "It is so in general.",
        (_CONTEST, "true", "Was it really so, in the case that you name?"),
        (_CUT, "typical", "What makes your case typical?"),
        (_CONTEST, "counterexample", "In which other cases did things go otherwise?"),
        (_CUT, "special", "What was special about your case?"),
    ),
    _scheme(
        "analogy", "From analogy",
        ("It was so in one case.", "The present case is like it."),
        "It is so in the present case.",
        (_CONTEST, "true", "Was it really so, in the case that you compare with ours?"),
        (_BACK, "likeness", "In what are the two cases alike that matters here?"),
        (_CUT, "difference", "In what do the two cases differ that matters here?"),
        (_CONTEST, "other-case", "Which case that is as like ours went the other way?"),
    ),
    _scheme(
        "precedent", "From precedent",
        ("An earlier case was decided, or done, in this way.", "The present case is of that kind."),
        "The present case may be decided, or done, so too.",
        (_CONTEST, "true", "Was the earlier case decided, or handled, in that way?"),
        (_CUT, "same-kind", "Is the present case of the same kind as your precedent?"),
        (_CUT, "changed", "Has what made your precedent right then changed since?"),
        (_CONTEST, "other-precedent", "Which precedent points the other way?"),
    ),
    _scheme(
        "verbal-classification", "From classification",
        ("This has a certain property.", "Whatever has it counts as one of that kind."),
        "This is one of that kind.",
        (_CONTEST, "property", "Is the property that you name really there?"),
        (_CUT, "definition", "Whose definition do you use, and is it disputed?"),
        (_CUT, "doubtful", "Is this a borderline case?"),
    ),
    _scheme(
        "rule", "From an established rule",
        ("A rule holds for cases of this kind.", "This is such a case."),
        "What the rule says has to be done.",
        (_CONTEST, "in-force", "Is the rule in force, and does it bind those concerned?"),
        (_CONTEST, "applies", "Is this a case for which the rule was made?"),
        (_CUT, "exception", "Is there an exception to the rule that holds here?"),
        (_CUT, "conflict", "Which other rule says otherwise, and why should this one come first?"),
    ),
    _scheme(
        "exception", "From an exceptional case",
        ("A rule holds in general.", "This case is exceptional."),
        "The rule does not settle this case.",
        (_CONTEST, "exceptional", "What makes the case exceptional?"),
        (_CUT, "recognised", "Would others grant this exception as well?"),
        (_CUT, "erosion", "What is left of the rule if this is let pass?"),
    ),
    _scheme(
        "composition", "From parts to whole",
        ("The parts are so.",),
        "The whole is so.",
        (_CONTEST, "parts", "Is this so of all the parts, or of some?"),
        (_CUT, "carries-over", "Does what holds of the parts carry over to the whole?"),
    ),
    _scheme(
        "division", "From whole to parts",
        ("The whole is so.",),
        "Its parts are so.",
        (_CONTEST, "whole", "Is this so of the whole?"),
        (_CUT, "carries-over", "Does what holds of the whole carry over to each part?"),
    ),
)  # fmt: skip

_CAUSES = (
    _scheme(
        "cause-to-effect", "From cause to effect",
        ("Where the one happens, the other commonly follows.", "The one happens, or will."),
        "The other will follow.",
        (_BACK, "strength", "How often does the effect follow such a cause?"),
        (_CONTEST, "cause-present", "Will the cause be there at all, and to that degree?"),
        (_CUT, "interference", "What could come between cause and effect?"),
    ),
    _scheme(
        "correlation-to-cause", "From correlation to cause",
        ("The two go together.",),
        "The one brings about the other.",
        (_CONTEST, "correlation", "Do the two go together in more than a few cases?"),
        (_CUT, "third-cause", "Could something else bring about both?"),
        (_CUT, "direction", "Could cause and effect be the other way round?"),
        (_BACK, "mechanism", "By what means does the one bring about the other?"),
    ),
    _scheme(
        "sign", "From sign",
        ("This is observed.", "It is commonly a sign of that."),
        "That is so.",
        (_CUT, "reliability", "How often does such a sign mean what you say, and how often nothing?"),
        (_CUT, "other-meaning", "What else could this be a sign of?"),
        (_CONTEST, "observed", "Was this observed, and by whom?"),
    ),
    _scheme(
        "evidence-to-hypothesis", "From evidence to hypothesis",
        ("If it were so, this would be found.", "This was found."),
        "It is so.",
        (_CONTEST, "follows", "Would this be found if you were right?"),
        (_CONTEST, "found", "Was this found, and how surely?"),
        (_CUT, "otherwise", "Would this be found in any case, for another reason?"),
    ),
    _scheme(
        "falsification", "From failed prediction",
        ("If it were so, this would be found.", "This was not found."),
        "It is not so.",
        (_CONTEST, "follows", "Does the prediction that failed follow from what you contest?"),
        (_CUT, "looked", "Has anybody looked in the right place, and long enough?"),
    ),
    _scheme(
        "best-explanation", "To the best explanation",
        ("This needs an explanation.", "Of the explanations on hand this one is best."),
        "The explanation is right.",
        (_CUT, "others", "Which other explanations were looked at?"),
        (_CONTEST, "better", "Why is your explanation better than the others?"),
        (_CUT, "enough", "Is enough known yet to choose an explanation?"),
    ),
    _scheme(
        "ignorance", "From lack of evidence",
        ("If it were so, it would be known.", "It is not known."),
        "It is not so.",
        (_CONTEST, "would-be-known", "If it were otherwise, why would we know of it?"),
        (_CUT, "search", "How hard has anybody looked?"),
    ),
    _scheme(
        "gradualism", "From small steps",
        ("Each step is as acceptable as the one before it.", "The first was accepted."),
        "The next may be accepted.",
        (_CONTEST, "small", "Is this step as small as those before?"),
        (_CUT, "sum", "What do the steps amount to together?"),
        (_CUT, "threshold", "Where does a small difference become one that matters?"),
    ),
    _scheme(
        "slippery-slope", "Down a slippery slope",
        ("The first step leads to the next, and so on.", "The end is not acceptable."),
        "The first step should not be taken.",
        (_BACK, "links", "What drives each step to the next?"),
        (_CUT, "stop", "Where could one stop on the way?"),
        (_CONTEST, "end", "Is the end of the slope as bad as you paint it?"),
        (_CONTEST, "record", "Did earlier first steps end where you say?"),
    ),
)  # fmt: skip

_ACTIONS = (
    _scheme(
        "practical-reasoning", "From goal to means",
        ("There is a goal.", "To do this is a way to it."),
        "This should be done.",
        (_CONTEST, "works", "Does what you propose lead to the goal?"),
        (_CONTEST, "feasible", "Can what you propose be done, in time and with what there is?"),
        (_CUT, "other-means", "Which other ways to the goal are there, and are they worse?"),
        (_WEIGH, "side-effects", "What else would come of what you propose?"),
        (_WEIGH, "other-goals", "Which other goals does what you propose get in the way of?"),
    ),
    _scheme(
        "consequences-positive", "From good consequences",
        ("If it is done, good will come of it.",),
        "It should be done.",
        (_CONTEST, "likely", "How likely is this to come about?"),
        (_CITE, "evidence", "What shows that this would come about?"),
        (_CUT, "otherwise", "Would this come about in any case?"),
        (_WEIGH, "costs", "Which bad consequences stand against this good one?"),
    ),
    _scheme(
        "consequences-negative", "From bad consequences",
        ("If it is done, harm will come of it.",),
        "It should not be done.",
        (_CONTEST, "likely", "How likely is this to come about?"),
        (_CITE, "evidence", "What shows that this would come about?"),
        (_CUT, "otherwise", "Would this come about in any case?"),
        (_CUT, "avoidable", "Could the harm be prevented, or kept small?"),
        (_WEIGH, "benefits", "Which good consequences stand against this harm?"),
    ),
    _scheme(
        "danger", "From danger",
        ("If it is done, somebody is put in danger.",),
        "It should not be done, or not so.",
        (_CONTEST, "real", "How great is the danger, measured by what has happened?"),
        (_CUT, "accepted", "Have those in danger taken the risk upon themselves?"),
        (_CUT, "reducible", "What could make the danger smaller?"),
        (_WEIGH, "inaction", "Who is in danger if nothing is done?"),
    ),
    _scheme(
        "threat", "From threat",
        ("Somebody says that they will do harm if it is done.", "They are able to do it."),
        "It should not be done.",
        (_CONTEST, "able", "Are those who threaten able to do what they say?"),
        (_CONTEST, "willing", "Did those who threaten carry out such threats before?"),
        (_CUT, "yielding", "What follows from giving way to threats?"),
    ),
    _scheme(
        "fear-appeal", "From fear",
        ("Something fearful will happen unless we act.", "To act in this way would prevent it."),
        "We should act in this way.",
        (_CONTEST, "likely", "How likely is what you fear?"),
        (_CONTEST, "prevents", "Would what you propose prevent what you fear?"),
        (_CUT, "other-means", "What else would prevent what you fear, at a smaller price?"),
    ),
    _scheme(
        "need-for-help", "From need for help",
        ("Somebody is in need.", "We can help by doing this."),
        "We should do it.",
        (_CONTEST, "helps", "Would what you propose help those in need?"),
        (_CONTEST, "wanted", "Do those in need want this help?"),
        (_CUT, "able", "Are we able to give this help?"),
        (_CUT, "otherwise", "Could those in need be helped in another way?"),
        (_WEIGH, "price", "What would this help cost others?"),
    ),
    _scheme(
        "values", "From values",
        ("Something is valued.", "This serves it (or harms it)."),
        "That speaks for it (or against it).",
        (_CONTEST, "serves", "Would what is proposed really serve, or harm, the value that you name?"),
        (_CUT, "shared", "Who holds this value, and do those concerned?"),
        (_WEIGH, "competing", "Which other value stands against this one, and why should yours come first?"),
    ),
    _scheme(
        "alternatives", "From alternatives",
        ("Either the one or the other has to be done.", "The other is worse, or cannot be done."),
        "The one should be done.",
        (_CUT, "only-two", "Is there a third way, or could one do neither?"),
        (_CONTEST, "excluded", "Is the other way really worse, or closed?"),
        (_CUT, "both", "Could both be done?"),
    ),
    _scheme(
        "waste", "From waste",
        ("To stop now would waste what has been done.",),
        "One should go on.",
        (_CONTEST, "wasted", "Would what has been done be lost, or is it of use in any case?"),
        (_CONTEST, "reachable", "Can the goal still be reached?"),
        (_CUT, "worth", "Is what remains to be spent worth what it would bring?"),
    ),
    _scheme(
        "sunk-cost", "From sunk cost",
        ("Much has been spent on it already.",),
        "One is bound to carry it through.",
        (_CUT, "gone", "What is gone is gone: why should it decide what comes next?"),
        (_CUT, "bound", "Has anybody promised to carry this through?"),
    ),
)  # fmt: skip

SCHEMES: dict[str, Scheme] = {scheme.name: scheme for scheme in (*_SOURCES, *_CASES, *_CAUSES, *_ACTIONS)}
"""Every scheme by its name, in the order of the manual."""
