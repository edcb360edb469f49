"""A walk holds what can be drawn and nothing else; what is drawn is handed out; a declaration that cannot be drawn is refused."""

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.building.examples import published
from autograder.course import Border, Curve, Descent, Surface, manifest, walking
from autograder.course.closeness import Answer, as_answer
from autograder.course.descent import Walk
from autograder.course.load import Loaded, load_assignment
from autograder.errors import CourseError
from tests.course import miniature

SLUGS = ("00-start-here", "02-single-neuron", "03-perceptron", "05-two-layer-network", "06-train-it")
WAY = Descent("train", 3, costs=2, surface=Surface(lambda w, b: w * b, {"w": 0, "b": 1}, (-1, 1, -1, 1)))
LINES = Descent("train", 3, costs=2, border=Border(0, 1, "xs", "ys", (-1, 1, -1, 1)))
START = {"w": 0.5, "b": 2}


@pytest.fixture(scope="module", params=SLUGS)
def loaded(request: pytest.FixtureRequest, root: Path) -> Loaded:
    """Each assignment of the course that declares a descent."""
    return load_assignment(manifest.load(root), request.param)


def walked(declared: Descent, *answers: Any) -> Walk:
    return walking.walk(declared, START, [None if one is None else as_answer(one) for one in answers])


# --- what must not be in a walk ------------------------------------------------------------------------------------------

BROKEN: Mapping[str, Any] = {
    "nothing": None,
    "not-a-number": (math.nan, 1.0, [1.0]),
    "endless": (math.inf, 1.0, [1.0]),
    "lost": (1e300, 1.0, [1.0]),
    "rows-for-a-number": ([1.0, 2.0], 1.0, [1.0]),
    "text": ("here", 1.0, [1.0]),
    "one-thing-alone": [1.0],
    "an-empty-array": ([], 1.0, [1.0]),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_way_ends_where_it_can_no_longer_be_drawn(broken: Answer) -> None:
    """And does not go on where it could be drawn again: that would be another way."""
    found = walked(WAY, (0.4, 1.9, [1.0]), broken, (0.2, 1.7, [1.0]))
    assert found.places == ((0.5, 2.0), (0.4, 1.9))


@pytest.mark.parametrize(
    "broken",
    [None, ([1.0, 2.0, 3.0], 0.0, []), (1.0, 0.0, []), ([1.0, math.nan], 0.0, []), ([1.0, 2.0], [0.0, 1.0], []), ("a", "b", "c")],
)
def test_a_border_that_is_no_line_in_a_plane_ends_them(broken: Answer) -> None:
    assert walked(LINES, ([1.0, 2.0], 0.5, []), broken, ([1.0, 2.0], 0.5, [])).borders == ((1, 1.0, 2.0, 0.5),)


COSTS: Mapping[str, tuple[Any, tuple[float, ...]]] = {
    "no-costs": ((0.0, 0.0), ()),
    "a-number-alone": ((0.0, 0.0, 0.25), ()),
    "a-matrix": ((0.0, 0.0, [[1.0, 2.0]]), ()),
    "text": ((0.0, 0.0, "falling"), ()),
    "some-not-finite": ((0.0, 0.0, [3.0, math.nan, 1.0]), (3.0,)),
    "a-million": ((0.0, 0.0, np.ones(10**6)), (1.0,) * 6),
    "one-too-many": ((0.0, 0.0, [4.0, 3.0, 2.0, 1.0]), (4.0, 3.0, 2.0, 1.0)),
}


@pytest.mark.parametrize(("answer", "costs"), COSTS.values(), ids=COSTS)
def test_costs_are_a_list_of_numbers_of_moderate_length(answer: Any, costs: tuple[float, ...]) -> None:
    assert walked(WAY, None, None, answer).costs == costs


def test_costs_on_kept_records_stand_beside_the_others() -> None:
    found = walked(Descent("curves", 2, costs=0, kept=1), ([2.0, 1.0], [3.0, 2.0]))
    assert (found.costs, found.kept) == ((2.0, 1.0), (3.0, 2.0))


def test_of_a_walk_of_nothing_nothing_is_left() -> None:
    assert walked(WAY, None, None, None).empty
    assert walked(LINES, None, None, None).empty
    assert not walked(WAY, (0.4, 1.9), None, None).empty


# --- what is in it -------------------------------------------------------------------------------------------------------


def test_a_way_begins_where_training_does_and_numbers_are_short() -> None:
    found = walked(WAY, (1 / 3, [2.0]), (np.array([[0.25]]), -0.0), (0.0, 1.0))
    assert found.places == ((0.5, 2.0), (0.33333, 2.0), (0.25, 0.0), (0.0, 1.0))


def test_a_way_down_a_curve_is_at_its_cost() -> None:
    declared = Descent("descend", 2, curve=Curve(lambda w, b: b * w**2, "w", 0, (-1, 1)))
    assert walked(declared, (0.25, 9.0), -0.1).places == ((0.5, 0.5), (0.25, 0.125), (-0.1, 0.02))
    assert walked(declared, (1e11, 9.0), (0.1, 9.0)).places == ((0.5, 0.5),)


def test_a_border_is_looked_at_more_and_more_seldom() -> None:
    assert replace(LINES, steps=20).after == (1, 2, 4, 8, 16, 20)
    assert replace(LINES, steps=16).after == (1, 2, 4, 8, 16)
    assert WAY.after == (1, 2, 3)
    assert Descent("train", 40, costs=0).after == (40,)


def test_training_begins_with_the_first_example_but_for_what_is_declared(loaded: Loaded) -> None:
    """What is asked for hangs on nothing that is drawn."""
    declared = loaded.assignment.descent
    assert declared is not None
    example = loaded.assignment.examples[0]
    for steps, given in zip(declared.after, walking.asked(loaded.assignment, declared), strict=True):
        assert given[declared.epochs] == steps
        same = example.keys() - {declared.epochs, *declared.givens}
        assert all(np.array_equal(given[name], example[name]) for name in same)


def test_the_reference_descends_from_the_examples_first_cost(loaded: Loaded) -> None:
    declared = loaded.assignment.descent
    assert declared is not None
    found = walking.reference(loaded.assignment, declared)
    falling = found.costs or [cost for _, cost in found.places]
    assert len(falling) >= declared.steps
    assert list(falling) == sorted(falling, reverse=True)
    if declared.costs is None:
        return
    costs = [part for part in published(loaded).examples[0].answers[declared.question].parts if isinstance(part, list)]  # type: ignore[union-attr]
    assert found.costs[0] == pytest.approx(costs[0 if declared.kept is not None else -1][0], rel=1e-4)


def test_what_is_drawn_of_the_reference_is_handed_out(loaded: Loaded) -> None:
    declared = loaded.assignment.descent
    assert declared is not None
    handed_out = published(loaded).descent
    assert handed_out is not None
    assert handed_out.walk == walking.reference(loaded.assignment, declared)
    assert (handed_out.question, handed_out.steps, handed_out.settings) == (declared.question, declared.steps, dict(declared.givens))


def test_what_is_drawn_of_one_student_takes_little_room(loaded: Loaded) -> None:
    declared = loaded.assignment.descent
    assert declared is not None
    assert len(msgspec.json.encode(walking.published(loaded.assignment))) < 1500
    assert len(msgspec.json.encode(walking.hills(loaded.assignment, declared))) < 1000


def test_the_hills_are_high_where_the_cost_is(root: Path) -> None:
    assignment = load_assignment(manifest.load(root), "02-single-neuron").assignment
    assert assignment.descent is not None
    hills = walking.hills(assignment, assignment.descent)
    assert hills is not None
    rows = [bytes.fromhex(row) for row in hills.rows]
    assert {len(row) for row in rows} == {walking.COLUMNS}
    assert (rows[0][0], rows[-1][-1]) == (0, 255)  # the target is 0: the cost rises with w and b
    assert all(list(row) == sorted(row) for row in rows)


# --- what is refused -----------------------------------------------------------------------------------------------------


def questions(descent: str) -> str:
    """A questions.py in which `train` halves what it is given, as often as it is told to."""
    return f"""from autograder.course import Assignment, Border, Curve, Descent, Surface, choice, uniform

halving = Assignment(
    givens={{"a": uniform(1, 2), "epochs": choice([2, 3])}},
    examples=[{{"a": 1.0, "epochs": 2}}, {{"a": 2.0, "epochs": 3}}],
    descent={descent},
)


@halving.function(points=3)
def train(a, epochs):
    \"\"\"a, halved again and again, and what it was before.\"\"\"
    costs = []
    for _ in range(epochs):
        costs.append(a)
        a = a / 2
    return a, costs
"""


REFUSED = {
    "no-such-question": ('Descent("learn", 5, costs=1)', "descent names 'learn', which is not a question that is called."),
    "one-step": ('Descent("train", 1, costs=1)', "descent has steps=1; expected from 2 to 100."),
    "endless": ('Descent("train", 10**9, costs=1)', "descent has steps=1000000000; expected from 2 to 100."),
    "costs-elsewhere": ('Descent("train", 5, costs=0)', "descent: part 0 of the answer lists 0 costs for 5 steps."),
    "nothing-to-draw": (
        'Descent("train", 5)',
        "descent draws nothing. Say which part of the answer are the costs, or give it a curve, a surface or a border.",
    ),
    "curve-too-short": (
        'Descent("train", 5, curve=Curve(lambda a: a, "a", 0, (0.5, 1)))',
        "descent: the reference's way leaves the ends of the curve. Set them further apart.",
    ),
    "no-such-given": (
        'Descent("train", 5, costs=1, surface=Surface(lambda a, b: a, {"a": 0, "b": 1}, (0, 1, 0, 1)))',
        "descent: the first example cannot be trained on: KeyError: 'b'",
    ),
    "out-of-the-window": (
        'Descent("train", 5, costs=1, surface=Surface(lambda a: a, {"a": 0, "epochs": 0}, (3, 4, 3, 4)))',
        "descent: the reference's way leaves the window of the surface. Make the window larger.",
    ),
}


@pytest.mark.parametrize(("descent", "said"), REFUSED.values(), ids=REFUSED)
def test_a_declaration_that_cannot_be_drawn_is_refused(tmp_path: Path, descent: str, said: str) -> None:
    course = manifest.load(miniature.write(tmp_path, questions=questions(descent)))
    with pytest.raises(CourseError) as caught:
        load_assignment(course, "01-double")
    assert [problem.partition("questions.py: ")[2] for problem in caught.value.problems] == [said]


def test_a_declaration_that_can_is_not(tmp_path: Path) -> None:
    course = manifest.load(miniature.write(tmp_path, questions=questions('Descent("train", 5, costs=1)')))
    handed_out = published(load_assignment(course, "01-double")).descent
    assert handed_out is not None
    assert handed_out.walk.costs == (1.0, 0.5, 0.25, 0.125, 0.0625)


def test_an_assignment_without_one_hands_out_none(tmp_path: Path) -> None:
    loaded = load_assignment(manifest.load(miniature.write(tmp_path)), "01-double")
    assert b"descent" not in msgspec.json.encode(published(loaded)).replace(b"descent/examples/1", b"")
