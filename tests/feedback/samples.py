"""Characteristic reports of 01-gradient-step, for the tests of the feedback."""

from typing import Any

import msgspec

from autograder.course.vocabulary import SigmoidPlot
from autograder.grading.report import Place, QuestionReport, Report, Verdict, total

TEXTS = {
    "h": "The node's linear combination: the weighted sum of its inputs, one number.",
    "nn_output": "The network's output: the sigmoid of the node's linear combination, one number.",
    "error": "The error of the output, with its sign: how far the target lies above it, one number.",
    "error_term": "The error term: the error, carried back through the sigmoid, one number.",
    "del_w": "The change of each weight, shape (4,).",
}
TRUE: dict[str, Any] = {
    "h": 0.8,
    "nn_output": 0.6899744811276125,
    "error": -0.1899744811276125,
    "error_term": -0.040637382366,
    "del_w": [-0.020318691183, -0.040637382366, -0.060956073549, -0.081274764732],
}
PLOT = SigmoidPlot(at="h", height="nn_output", slope=("error_term", "error"))
CORRECT, CARRIED = Verdict.CORRECT, Verdict.CARRIED


def question(name: str, verdict: Verdict = CORRECT, **more: Any) -> QuestionReport:
    """One question's report; the value seen is the true one unless something else is said."""
    values = {"id": name, "verdict": verdict, "max_points": 2.0, "text": TEXTS.get(name, ""), "seen": TRUE.get(name)} | more
    values.setdefault("points", 2.0 if verdict.counts else 0.0)
    return QuestionReport(**values)


def report(*questions: QuestionReport, **more: Any) -> Report:
    """A report of these questions; those of the assignment that are not given are correct."""
    given = {one.id: one for one in questions}
    whole = tuple(given.get(name) or question(name) for name in TEXTS)
    score = None if any(one.verdict is Verdict.FAULT for one in whole) else total([one.points for one in whole])
    values: dict[str, Any] = {
        "student": "ada",
        "assignment": "01-gradient-step",
        "submission": "sha256:" + "0123456789abcdef" * 4,
        "isolation": "A",
        "score": score,
        "max_score": 10.0,
        "questions": whole,
        "secret": "3fd1c02b",
        "file": "gradient.py",
        "title": "One step of gradient descent",
        "plot": PLOT,
    }
    return Report(**(values | more))


ALL_RIGHT = report()

SLIP = report(
    question(
        "nn_output",
        Verdict.MISTAKE,
        seen=0.213909696,
        mistake="slope_for_output",
        message="This is not the network's output yet.",
        hint="Your nn_output never rises above 0.25. Is it the height of the S-curve that you have there?",
    ),
    question("error", CARRIED, seen=0.286090304),
    question("error_term", CARRIED, seen=0.0481067),
    question("del_w", CARRIED, seen=[0.02405335, 0.0481067, 0.07216005, 0.0962134]),
)

TWO_SLIPS = report(
    question("h", Verdict.MISTAKE, seen=10, mistake="inputs_summed", message="First message.", hint="First hint?"),
    question("nn_output", CARRIED, seen=0.9999546),
    question("error", Verdict.MISTAKE, seen=0.4999546, mistake="sign_reversed", message="Second message.", hint="Second hint?"),
    question("error_term", CARRIED, seen=2.27e-05),
    question("del_w", Verdict.FAILED, seen=None, message="Third message.", hint="Third hint?", place=Place(31)),
)

HARDCODED = report(
    *(
        question(name, Verdict.HARDCODED, message=f"Your {name} does not depend on the inputs: other inputs give the same value.")
        for name in TEXTS
    ),
    notes=("The file no longer assigns w; it was given its value all the same.",),
)

STUB = report(*(question(name, Verdict.UNATTEMPTED, seen=None, message=f"{name} still has its placeholder.") for name in TEXTS))

STOPPED = report(
    *(
        question(
            name,
            Verdict.FAILED,
            seen=None,
            message="Line 14 is not Python yet: a bracket was opened and never closed.",
            place=Place(14),
        )
        for name in TEXTS
    ),
    student="bo",
)

FAULT = report(*(question(name, Verdict.FAULT, seen=None, message="worker 3 died: signal 9") for name in TEXTS))

HALF = report(question("error", Verdict.MISTAKE, points=1.0, seen=0.19, message="The sign is reversed.", hint="Which sign?"))

# Names that do harm where they are shown as they are.
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "entity": "&lt;b&gt;",
    "template": "{{ 7 * 7 }}{% raise %}",
    "ansi": "\x1b[31mred\x1b[0m\x07",
    "csi": "\x9b31mred",
    "carriage": "ada\rgrade: 10 of 10",
    "override": "ada\u202egnp.exe",
    "isolate": "\u2066ada\u2069\u200b\ufeff",
    "formula": "=cmd|' /C calc'!A0",
    "lines": "ada\n\n# 10 of 10\n| a | b |",
    "separator": "ada\u2028bob\u2029eve\x85",
    "link": "[click](http://evil.example) ![x](http://evil.example/x.png) <http://evil.example>",
    "bare-link": "http://evil.example www.evil.example @everyone #1",
    "markup": "**bold** _it_ `code` ~~no~~ | pipe | \\",
    "surrogate": "caf\udce9",
    "long": "a" * 5000,
    "empty": "",
    "blank": " \t\n",
}


def hostile(name: str) -> Report:
    """A report in which everything that a student can influence is `name`."""
    said = {"message": name, "hint": name}
    broken = [question("h", Verdict.MISTAKE, seen=name, **said), question("del_w", Verdict.FAILED, **said)]
    return report(*broken, student=name, file=name, notes=(name,))


UNREADABLE = report(
    *(
        question(name, Verdict.FAILED, seen=None, message="Line 14 stopped with a SyntaxError: Python cannot read it.", place=Place(14))
        for name in TEXTS
    ),
    unreadable=Place(14),
)

REFUSED = report(
    *(question(name, Verdict.FAILED, seen=None, message="The file is not a notebook: its JSON ends too early.") for name in TEXTS),
    refusal="The file is not a notebook: its JSON ends too early.",
)


def functions(*questions: QuestionReport, graded: bool = True, **more: Any) -> Report:
    """A report of functions, each worth two points or, where nothing is graded, none."""
    worth = {"max_points": 2.0 if graded else 0.0}
    given = {one.id: one for one in questions}
    plain = {
        "sigmoid": question("sigmoid", text="The S-curve at `z`, in its shape.", seen=[[0.5, 0.26894142], [0.73105858, 0.5]], **worth),
        "diagnose": question("diagnose", text="Verdict, ratio, cosine.", seen={"parts": ["scaled", -1.0, [0.5, 2.0]]}, **worth),
        "train_xor": question("train_xor", text="Weights.", seen=None, **worth),
    }
    whole = tuple(given.get(name) or one for name, one in plain.items())
    if not graded:
        whole = tuple(msgspec.structs.replace(one, points=0.0, max_points=0.0) for one in whole)
    values = {"assignment": "06-train-it", "title": "Train it", "file": "train.py", "plot": None}
    total_of = {"score": total([one.points for one in whole]), "max_score": total([one.max_points for one in whole])}
    return report(**(values | total_of | {"questions": whole} | more))


MEASURED = functions(
    question(
        "train_xor",
        Verdict.WRONG,
        points=1.25,
        seen=None,
        text="Weights.",
        message="On 5 of 10 fresh inputs it does what it should; 9 are enough for all points.",
        place=Place(134),
    )
)
UNGRADED = functions(
    question("diagnose", Verdict.MISTAKE, seen="agrees", message="Seen before.", hint="Which word has `diagnose` for that?"),
    graded=False,
)
UNGRADED_RIGHT = functions(graded=False)
