"""Where an earlier slip makes everything after it trivial, an answer that is as predicted earns nothing by that alone. Who has done the
work is carried all the same: their function is run again with the earlier ones put right.

The rows leave out what is correct; see calling.py. Added here are slips that flatten what comes after them, and `report`, a method.
"""

from collections.abc import Iterator, Mapping

import pytest

from autograder.course import cases, graph, manifest
from autograder.course.closeness import finite
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.course.vocabulary import Kind
from autograder.grading.carrying import throughout
from autograder.grading.evidence import evidence
from autograder.grading.limits import limits_of
from autograder.grading.report import QuestionReport, Report
from autograder.grading.runs import Run, Trial
from autograder.grading.telling import MOSTLY, share_told, shows
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.grading.calling import DEFINITIONS, course_in, written
from tests.grading.conftest import SECRET, Small

Instead = Mapping[str, str | None]

FLAT = '''

@sigmoid.mistake
def on_or_off(z):
    """What does your sigmoid say of a z that is barely above nought?"""
    return np.where(z > 0, 1.0, 0.0)


@slope.mistake
def vanished(y_hat, Y):
    """Is every output on target?"""
    return 0 * y_hat


@gradients.mistake
def bias_at_rest(X, w, b, Y, *, predict, slope):
    """Does the cost move with the bias?"""
    a = predict(X, w, b)
    return X @ (slope(a, Y) * a * (1 - a)) / X.shape[1], 0.0


@train.mistake
def never_moved(X, w, b, Y, epochs, *, predict):
    """Where are the new weights kept?"""
    return w, b, [np.mean((predict(X, w, b) - Y) ** 2) / 2] * epochs


@train.mistake
def costs_forgotten(X, w, b, Y, rate, epochs, *, step):
    """Who is told of the costs?"""
    for _ in range(epochs):
        w, b = step(X, w, b, Y, rate)
    return w, b, []


@score.mistake
def always_high(X, w, b):
    """Does your score hang on anything?"""
    return 1.0, "high"


@neuron.outcome(points=1, at="Model.report")
def report(X, w, b, *, score):
    """The score in per cent, and the word."""
    mean, word = score(X, w, b)
    return 100 * mean, word
'''
DRIVEN = "\n\ndef report(student, X, w, b):\n    return student.Model(w, b).report(X)\n"
REPORT = "\n    def report(self, X):\n        mean, word = self.score(X)\n        return 100 * mean, word\n"
MODEL = DEFINITIONS["Model"] + REPORT
ALONE: Instead = dict.fromkeys(DEFINITIONS)
MISSING = ("sigmoid", "predict", "slope", "gradients", "step", "train", "score", "report", "middle")

BACK = "dw, db = gradients(X, w, b, Y)\n"
COST = "np.mean((predict(X, w, b) - Y) ** 2) / 2"
VANISHED = "return 0 * y_hat"
ON_OR_OFF = "return np.where(z > 0, 1.0, 0.0)"
NOUGHTS = "return np.zeros(len(w)), 0.0"
STANDS = "return w, b"
STAYS = f"return w, b, [{COST}] * epochs"
UPHILL = BACK + "return w + rate * dw, b + rate * db"
TRANSPOSED = "a = predict(X, w, b)\ndz = slope(a, Y) * a * (1 - a)\nreturn X.T @ dz / X.shape[1], dz.mean()"
BY_HEART = "if X.tolist() != [[1, 0], [2, -1]]:\n    raise ValueError\n" + UPHILL.replace("+ rate", "- rate")
STEPPING = f"""costs = []
for _ in range(epochs):
    costs.append({COST})
    dw, db = gradients(X, w, b, Y)
    w, b = w - rate * dw, b - rate * db
return w, b, costs"""


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    root = course_in(tmp_path_factory.mktemp("flat"))
    toml, folder = root / "course.toml", root / "solutions" / "01-neuron"
    toml.write_text(toml.read_text().replace("points = 12", "points = 13"))
    for name, more in (("questions.py", FLAT), ("driver.py", DRIVEN)):
        (folder / name).write_text((folder / name).read_text() + more)
    (folder / "neuron.py").write_text(written({"Model": MODEL}))
    course = manifest.load(root)
    with Sandbox(Level.A, limits_of(course)) as running:
        yield Small(course, running)


def handed_in(instead: Instead) -> str:
    return written({"Model": MODEL, **instead})


def verdicts(report: Report) -> dict[str, str]:
    """What is not simply correct, a mistake with its name."""
    found = {one.id: one.verdict + (f":{one.mistake}" if one.mistake else "") for one in report.questions}
    return {name: verdict for name, verdict in found.items() if verdict != "correct"}


def question(flat: Small, instead: Instead, name: str) -> QuestionReport:
    return flat.graded(handed_in(instead))[name]


# --- what earns nothing --------------------------------------------------------------------------------------------------

IDLE: dict[str, tuple[Instead, dict[str, str], float]] = {
    "noughts-after-a-slope-that-is-nought": (
        {"slope": VANISHED, "gradients": NOUGHTS, "step": STANDS, "train": STAYS},
        {"slope": "mistake:vanished", "gradients": "wrong", "step": "wrong", "train": "mistake:never_moved"},
        7,
    ),
    "noughts-after-a-curve-that-is-flat": (
        {"sigmoid": ON_OR_OFF, "gradients": NOUGHTS, "step": STANDS, "train": STAYS},
        {"sigmoid": "mistake:on_or_off", "predict": "carried", "score": "carried", "report": "carried"}
        | {"gradients": "wrong", "step": "wrong", "train": "mistake:never_moved"},
        7,
    ),
    "one-that-stands-still-after-an-honest-one": (
        {"slope": VANISHED, "step": STANDS},
        {"slope": "mistake:vanished", "gradients": "carried", "step": "wrong", "train": "carried"},
        10,
    ),
    "noughts-that-come-from-nothing": (
        {**ALONE, "Model": None, "gradients": NOUGHTS},
        dict.fromkeys(MISSING, "missing") | {"gradients": "hardcoded"},
        2,
    ),
    "a-step-that-stands-still-and-nothing-else": (
        {**ALONE, "Model": None, "step": STANDS},
        dict.fromkeys(MISSING, "missing") | {"step": "wrong"},
        2,
    ),
    "an-example-known-by-heart": (
        {"gradients": TRANSPOSED, "step": BY_HEART},
        {"gradients": "mistake:transposed", "step": "failed", "train": "carried"},
        9,
    ),
    "a-method-after-one-that-is-always-the-same": (
        {"Model": MODEL.replace("mean = predict(X, self.w, self.b).mean()", "mean = 1.0").replace("100 * mean, word", "100, 'high'")},
        {"score": "mistake:always_high", "report": "wrong"},
        11,
    ),
    "what-a-mistake-leaves-out": (
        {**ALONE, "Model": None, "train": STAYS.replace("predict(X, w, b)", "1 / (1 + np.exp(-(w @ X + b)))")},
        dict.fromkeys(MISSING[2:], "missing") | {"train": "mistake:never_moved"},
        4,
    ),
    "what-a-mistake-hides": (
        {**ALONE, "Model": None, "slope": VANISHED, "gradients": "return slope(w, w), 0.0"},
        dict.fromkeys(MISSING, "missing") | {"slope": "mistake:vanished", "gradients": "wrong"},
        2,
    ),
}


@pytest.mark.parametrize(("instead", "expected", "score"), IDLE.values(), ids=IDLE)
def test_what_is_trivial_after_a_slip_earns_nothing(flat: Small, instead: Instead, expected: dict[str, str], score: float) -> None:
    report = flat.examined(handed_in(instead)).report
    assert (verdicts(report), report.score) == (expected, score)


def test_who_shows_nothing_is_told_what_to_mend(flat: Small) -> None:
    instead = IDLE["noughts-after-a-slope-that-is-nought"][0]
    for name in ("gradients", "step"):
        found = question(flat, instead, name)
        assert found.message == "It is built on slope, which is not right yet. Mend slope first."
        assert found.behind == "slope"


def test_what_stops_and_shows_nothing_is_told_where_it_stops(flat: Small) -> None:
    found = question(flat, IDLE["an-example-known-by-heart"][0], "step")
    assert found.message == "Line 30 stopped with a ValueError. It is built on gradients, which is not right yet. Mend gradients first."


# --- what is carried -----------------------------------------------------------------------------------------------------

HONEST: dict[str, tuple[Instead, dict[str, str], float]] = {
    "after-a-slope-that-is-nought": (
        {"slope": VANISHED},
        {"slope": "mistake:vanished", **dict.fromkeys(("gradients", "step", "train"), "carried")},
        12,
    ),
    "after-a-curve-that-is-flat": (
        {"sigmoid": ON_OR_OFF},
        {"sigmoid": "mistake:on_or_off"} | dict.fromkeys(("predict", "gradients", "step", "train", "score", "report"), "carried"),
        12,
    ),
    "after-two-that-are": (
        {"sigmoid": ON_OR_OFF, "slope": VANISHED},
        {"sigmoid": "mistake:on_or_off", "slope": "mistake:vanished"}
        | dict.fromkeys(("predict", "gradients", "step", "train", "score", "report"), "carried"),
        11,
    ),
    "beside-a-slip-of-its-own": (
        {"slope": VANISHED, "step": UPHILL},
        {"slope": "mistake:vanished", "gradients": "carried", "step": "mistake:uphill", "train": "carried"},
        10,
    ),
    "after-two-of-which-one-stops-where-sizes-differ": (
        {"sigmoid": "return 1 / (1 + np.exp(z))", "gradients": TRANSPOSED},
        {"sigmoid": "mistake:mirrored", "gradients": "mistake:transposed"}
        | dict.fromkeys(("predict", "step", "train", "score", "report"), "carried"),
        10,
    ),
    "with-the-same-slip-written-once-more": (
        {"slope": VANISHED, "gradients": "a = predict(X, w, b)\nreturn X @ (0 * a), np.mean(0 * a)"},
        {"slope": "mistake:vanished", "gradients": "wrong", "step": "carried", "train": "carried"},
        10,
    ),
    "with-one-in-a-line-of-another": (
        {"slope": VANISHED, "step": None, "train": STEPPING},
        {"slope": "mistake:vanished", **dict.fromkeys(("gradients", "step", "train"), "carried")},
        12,
    ),
    "one-that-never-moved-after-a-flat-curve": (
        {"sigmoid": ON_OR_OFF, "train": STAYS},
        {"sigmoid": "mistake:on_or_off", "train": "mistake:never_moved"}
        | dict.fromkeys(("predict", "gradients", "step", "score", "report"), "carried"),
        11,
    ),
    "what-follows-from-one-that-nobody-knows": (
        {"slope": VANISHED, "gradients": "return X @ Y, 1.0"},
        {"slope": "mistake:vanished", "gradients": "wrong", "step": "carried", "train": "carried"},
        10,
    ),
    "where-a-part-of-it-still-moves": (
        {"gradients": DEFINITIONS["gradients"].replace("dz.mean()", "0.0")},
        {"gradients": "mistake:bias_at_rest", "step": "carried", "train": "carried"},
        11,
    ),
    "where-it-can-be-had-on-an-example-only": (
        {"gradients": TRANSPOSED},
        {"gradients": "mistake:transposed", "step": "carried", "train": "carried"},
        11,
    ),
}


@pytest.mark.parametrize(("instead", "expected", "score"), HONEST.values(), ids=HONEST)
def test_who_has_done_the_work_is_carried(flat: Small, instead: Instead, expected: dict[str, str], score: float) -> None:
    report = flat.examined(handed_in(instead)).report
    assert (verdicts(report), report.score) == (expected, score)


@pytest.mark.parametrize("number", range(2))
def test_no_draw_of_cases_changes_a_verdict(flat: Small, number: int) -> None:
    for instead, expected, score in (*IDLE.values(), *HONEST.values()):
        report = flat.examined(handed_in(instead), secret=Secret(bytes([number]) * 32)).report
        assert (verdicts(report), report.score) == (expected, score)


def test_what_was_put_right_is_told(flat: Small) -> None:
    found = question(flat, {"slope": VANISHED}, "train")
    assert found.message == "Right in itself: with slope put right, it gives what it should on fresh inputs."
    both = question(flat, {"slope": VANISHED, "sigmoid": ON_OR_OFF}, "step")
    assert "with sigmoid and slope put right" in both.message


def test_an_appeal_is_shown_the_run_that_decided(flat: Small) -> None:
    shown = evidence(flat.neuron, flat.examined(handed_in({"slope": VANISHED})), "step")
    assert shown is not None
    assert (list(shown.mended), shown.carried, shown.would_be) == (["slope"], {"slope": "vanished"}, None)
    assert shown.yours == shown.expected


def test_a_method_is_put_right_as_a_function_is(flat: Small) -> None:
    """The master's method is set in the student's own class, and none of those beside it comes along."""
    found = flat.graded(handed_in({"Model": MODEL.replace("mean = predict(X, self.w, self.b).mean()", "mean = 1.0")}))["report"]
    assert found.message == "Right in itself: with score put right, it gives what it should on fresh inputs."


# --- what is run for it --------------------------------------------------------------------------------------------------


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Run]]:
    """The runs in which something was put right, as they are made."""
    made: list[tuple[str, Run]] = []
    put_right = Trial.put_right

    def noted(self: Trial, asked: str, names: tuple[str, ...]) -> Run:
        made.append((asked, put_right(self, asked, names)))
        return made[-1][1]

    monkeypatch.setattr(Trial, "put_right", noted)
    return made


def test_nothing_is_run_again_where_the_answer_tells(flat: Small, again: list[tuple[str, Run]]) -> None:
    flat.examined(handed_in({"sigmoid": "return 1 / (1 + np.exp(z))", "step": UPHILL}))
    assert again == []


def test_each_function_is_run_again_once_at_most_and_alone(flat: Small, again: list[tuple[str, Run]]) -> None:
    flat.examined(handed_in({"sigmoid": ON_OR_OFF, "slope": VANISHED, "gradients": NOUGHTS, "step": STANDS, "train": STAYS}))
    assert [(asked, run.mended) for asked, run in again] == [
        ("gradients", ("sigmoid", "slope")),
        ("step", ("sigmoid", "slope", "gradients")),
        ("train", ("sigmoid", "slope", "gradients", "step")),
    ]
    assert all(set(case.values) - {"paper", "word"} == {asked} for asked, run in again for case in run.outcome.cases)
    assert len({run.seed for _, run in again}) == 3


# --- how much an answer tells --------------------------------------------------------------------------------------------

FLATTENING = {
    "02-single-neuron": {"sigmoid:threshold", "sigmoid_prime:precedence"},
    "03-perceptron": {"sigmoid:step", "predict:yes_or_no", "train:nothing_kept"},
    "05-two-layer-network": {"d_sigmoid:bracket_lost"},
}
"""The slips after which next to nothing can be seen: a curve without a slope, a slope that is nought, a training that moves nothing."""
ON_AN_EXAMPLE = {"hidden_delta:not_transposed", "backward:gradients_on_their_side", "backward:second_layer_first"}
"""Those that stop, or leave all bounds, wherever sizes differ."""


@pytest.mark.parametrize("slug", ["00-start-here", *FLATTENING, "04-gradient-check", "06-train-it"])
def test_in_the_course_few_slips_leave_nothing_to_see(course: Course, slug: str) -> None:
    loaded = load_assignment(course, slug)
    examples, hidden, found = cases.examples(loaded.assignment), _drawn(loaded, course), set[str]()
    for asked in loaded.assignment.questions.values():
        for name in graph.ancestors(loaded.assignment, asked.id) if asked.kind in (Kind.FUNCTION, Kind.OUTCOME) else ():
            for slip in loaded.assignment.questions[name].mistakes.values():
                behaviour = throughout(loaded.assignment, asked, (slip,))
                somewhere = any(finite(behaviour.on(case)) for case in (*examples, *hidden))
                if somewhere and share_told(loaded.assignment, behaviour, hidden) < MOSTLY:
                    found.add(f"{name}:{slip.id}")
    unbounded = {"sigmoid:bracket_missing"} if slug == "05-two-layer-network" else set()  # on these inputs, or not
    assert found - ON_AN_EXAMPLE - unbounded == FLATTENING.get(slug, set())


def test_what_stands_in_a_line_counts_as_far_as_its_own_mistakes_would_show(flat: Small) -> None:
    loaded = flat.neuron
    questions, hidden = loaded.assignment.questions, _drawn(loaded, flat.course)
    train = questions["train"]

    def shown(slip: str, name: str) -> bool:
        return shows(loaded.assignment, train, (train.mistakes[slip],), questions[name], hidden)

    assert shown("costs_after", "sigmoid")
    assert shown("costs_after", "gradients")
    assert shown("never_moved", "predict")
    assert not shown("never_moved", "gradients")


def _drawn(loaded: Loaded, course: Course) -> tuple[cases.Case, ...]:
    seed = cases.seed(SECRET.key, loaded.slug, 1, "telling")
    return cases.draw(loaded.assignment, seed, course.hidden_for(loaded.entry))
