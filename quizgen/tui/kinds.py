"""What people call the kinds of questions, which the rules that make them call otherwise."""

from quizgen.tui.texts import _

_NAMES = {
    "agreed": _("what was agreed"),
    "answer-to-question": _("how an answer begins"),
    "asked-before": _("what had been asked"),
    "because": _("for which reason"),
    "cloze": _("missing words"),
    "contrast": _("which of two is meant"),
    "date": _("when it was"),
    "denial": _("what was denied"),
    "frame": _("on which subject"),
    "match": _("what belongs together"),
    "match-terms": _("who speaks of what"),
    "multi": _("several right answers"),
    "number": _("how many"),
    "order": _("what came first"),
    "pair": _("who was named together"),
    "place": _("which country"),
    "question-drew-answer": _("which question was asked"),
    "reported-speech": _("who was quoted"),
    "stage": _("what drew laughter or applause"),
    "true-false": _("true or false"),
    "which-topic": _("what it is about"),
    "who-disagreed": _("who disagreed"),
    "who-is-described": _("who is meant"),
    "who-replied": _("who replied"),
    "who-said": _("who said it"),
    "who-speaks-of": _("who speaks of it"),
}


def kind_name(rule: str) -> str:
    """The name of a rule's questions; a rule that came from elsewhere keeps its own."""
    return _NAMES.get(rule, rule)
