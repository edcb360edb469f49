"""A student's descent is drawn from what their own code gave; nothing hidden comes near it, and no mark hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import numpy as np
import pytest

from autograder.course.descent import Descended
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.grading.descending import descended
from autograder.grading.judge import grade
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.worker import Marker
from autograder.sandbox.host import CaseValues, Ended, Outcome, Sandbox
from tests.grading.conftest import SECRET

SLUGS = ("00-start-here", "02-single-neuron", "03-perceptron", "05-two-layer-network", "06-train-it")
NEURON = "02-single-neuron"
LOOP = "    for _ in range(epochs):\n        costs.append(cost(predict(w, b, x), y))"


@dataclass
class Desk:
    """The assignments that declare a descent, and a sandbox."""

    course: Course
    sandbox: Sandbox
    loaded: dict[str, Loaded] = field(default_factory=dict)

    def of(self, slug: str) -> Loaded:
        return self.loaded.setdefault(slug, load_assignment(self.course, slug))

    def master(self, slug: str) -> str:
        return self.of(slug).master.read_text(encoding="utf-8")

    def handed_in(self, text: str, slug: str = NEURON) -> Submission:
        return Submission("ada", slug, self.of(slug).entry.file, text.encode())

    def report(self, submission: Submission) -> Report:
        return grade(self.of(submission.slug), submission, course=self.course, secret=SECRET, sandbox=self.sandbox)

    def drawn(self, text: str, slug: str = NEURON) -> Descended | None:
        submission = self.handed_in(text, slug)
        report = self.report(submission)
        return descended(self.of(slug), submission, report, course=self.course, sandbox=self.sandbox)

    def changed(self, old: str, new: str, slug: str = NEURON) -> str:
        text = self.master(slug)
        assert old in text
        return text.replace(old, new)


@pytest.fixture(scope="module")
def desk(course: Course, sandbox: Sandbox) -> Desk:
    return Desk(course, sandbox)


class Nobody:
    """A sandbox that nobody may ask."""

    def job(self, *_: object) -> None:
        pytest.fail("the student's code was run for a drawing that cannot be made")


@dataclass
class Listening:
    """A job, or the sandbox that starts it, that takes down what is asked for, and answers nothing."""

    asked: list[dict[str, Any]] = field(default_factory=list)
    refused: str = ""

    def job(self, *_: object) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return None

    def run(self, **asked: Any) -> Outcome:
        self.asked.append(asked)
        nothing: Sequence[CaseValues] = ()
        return Outcome(tuple(nothing), Ended.DONE, {})


# --- what must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_but_the_first_public_example_is_sent(desk: Desk, slug: str) -> None:
    submission = desk.handed_in(desk.master(slug), slug)
    listening = Listening()
    descended(desk.of(slug), submission, desk.report(submission), course=desk.course, sandbox=listening)  # type: ignore[arg-type]
    (asked,) = listening.asked
    assignment = desk.of(slug).assignment
    assert assignment.descent is not None
    free = {assignment.descent.epochs, *assignment.descent.givens}
    assert len(asked["inputs"]) == len(assignment.descent.after)
    for sent in asked["inputs"]:
        for name in sent.keys() - free:
            assert np.array_equal(sent[name], assignment.examples[0][name])
    assert (asked["names"], asked["givens"], asked["mended"], asked.get("cases", ()), asked.get("held", ())) == ([], [], [], (), ())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_file_in_which_nobody_has_worked_is_not_run_for_it(desk: Desk, slug: str) -> None:
    stub = (desk.course.root / "assignments" / slug / desk.of(slug).entry.file).read_text(encoding="utf-8")
    submission = desk.handed_in(stub, slug)
    assert descended(desk.of(slug), submission, desk.report(submission), course=desk.course, sandbox=Nobody()) is None  # type: ignore[arg-type]


def test_an_assignment_that_declares_none_is_not_run_for_it(desk: Desk, loaded: Loaded) -> None:
    submission = Submission("ada", loaded.slug, loaded.entry.file, loaded.master.read_bytes())
    report = desk.report(submission)
    assert descended(loaded, submission, report, course=desk.course, sandbox=Nobody()) is None  # type: ignore[arg-type]


def test_what_changes_from_run_to_run_is_not_drawn(desk: Desk) -> None:
    """The same file gets the same report, however often it is graded."""
    by_chance = desk.changed("    return w, b, costs\n", "    import time\n    return w + time.time_ns() % 1000, b, costs\n")
    submission = desk.handed_in(by_chance)
    report = desk.report(submission)
    assert descended(desk.of(NEURON), submission, report, course=desk.course, sandbox=Nobody()) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_verdict_moves(desk: Desk, slug: str) -> None:
    submission = desk.handed_in(desk.master(slug), slug)
    plain, drawn = (Marker(desk.course, SECRET, desk.sandbox, drawing=drawing).mark(submission) for drawing in (False, True))
    assert isinstance(drawn.descent, Descended)
    assert {**_fields(drawn), "descent": plain.descent} == _fields(plain)


def _fields(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in report.__struct_fields__}


# --- what is drawn -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_the_masters_own_descent_is_the_references(desk: Desk, slug: str) -> None:
    """Two statements of one truth agree here, too."""
    found = desk.drawn(desk.master(slug), slug)
    assert found is not None
    for mine, other in zip(_numbers(found.yours), _numbers(found.reference), strict=True):
        assert mine == pytest.approx(other, rel=2e-4, abs=1e-9)


def _numbers(walk: Any) -> list[float]:
    return [
        *walk.costs,
        *walk.kept,
        *(value for place in walk.places for value in place),
        *(value for line in walk.borders for value in line),
    ]


def test_a_step_uphill_is_seen_to_lead_uphill(desk: Desk) -> None:
    old = "return w - learning_rate * weight_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)"
    found = desk.drawn(desk.changed(old, old.replace(" - ", " + ")))
    assert found is not None
    assert list(found.yours.costs) == sorted(found.yours.costs)
    assert found.yours.places[0] == found.reference.places[0] == (0.5, 2.0)
    assert found.yours.places[-1][0] > 0.5 > found.reference.places[-1][0]


def test_without_costs_the_way_is_drawn_all_the_same(desk: Desk) -> None:
    found = desk.drawn(desk.changed("    return w, b, costs\n", "    return w, b, 0.0\n"))
    assert found is not None
    assert found.yours.costs == ()
    assert len(found.yours.places) == 21


STOPS = {
    "an-error": "    if epochs > 5:\n        raise ValueError\n",
    "no-end": "    while epochs > 5:\n        pass\n",
    "a-flood": "    if epochs > 5:\n        w = float('inf')\n",
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_what_stops_on_the_way_is_drawn_as_far_as_it_came(desk: Desk, stop: str) -> None:
    """And the report is what it would have been."""
    text = desk.changed(LOOP, stop + LOOP)
    found = desk.drawn(text)
    assert found is not None
    assert found.yours.places == found.reference.places[:6]
    assert desk.report(desk.handed_in(text)).score == 10.0


def test_who_ends_the_process_gets_no_drawing_and_the_points_all_the_same(desk: Desk) -> None:
    text = desk.changed(LOOP, "    if 5 < epochs < 30:\n        import os\n        os._exit(0)\n" + LOOP)
    assert desk.drawn(text) is None
    assert Marker(desk.course, SECRET, desk.sandbox, drawing=True).mark(desk.handed_in(text)).score == 10.0
