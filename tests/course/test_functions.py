"""Functions are questions: built on one another, called with consistent arguments, wrong in ways that carry."""

import inspect
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import Assignment, Kind, cases, choice, graph, integers, length, normal, uniform
from autograder.course.closeness import apart, same, size, uncomputable
from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.errors import CourseError
from tests.course.miniature import MANIFEST, write

QUESTIONS = '''import numpy as np

from autograder.course import Assignment, integers, length, normal, uniform

net = Assignment(
    sizes={"n": range(2, 4), "M": range(4, 6)},
    givens={"X": integers(-3, 4, size=("n", "M")), "w": normal(size="n"), "rate": uniform(0.05, 0.4), "count": length("n")},
    examples=[
        {"X": [[1, 0], [2, -1]], "w": [0.5, -0.5], "rate": 0.5, "count": 2},
        {"X": [[1, 0, 3], [2, -1, 1]], "w": [0.4, -0.2], "rate": 0.1, "count": 2},
    ],
)


@net.derived
def H(X, w):
    return w @ X


@net.question(points=0)
def paper():
    """A number worked out by hand."""
    return 0.25


@net.function(points=1)
def total(X):
    """The sum of each record, shape (M,)."""
    return X.sum(axis=0)


@net.function(points=2)
def step(w, X, rate, *, total):
    """The moved weights and the total cost."""
    return w - rate * X @ total(X), float(np.sum(total(X) ** 2))


@total.mistake
def averaged(X):
    """If a feature of zeros came along, would your total notice?"""
    return X.mean(axis=0)


@step.mistake
def uphill(w, X, rate, *, total):
    """Which way does the cost fall?"""
    return w + rate * X @ total(X), float(np.sum(total(X) ** 2))


@step.mistake
def hopeless(w, X):
    """Which shapes fit?"""
    return X.T @ X @ w, 0.0
'''


@pytest.fixture
def net(tmp_path: Path) -> Assignment:
    course = load(write(tmp_path, questions=QUESTIONS))
    return load_assignment(course, "01-double").assignment


def test_a_given_that_is_derived_fits_the_others_in_every_case(net: Assignment) -> None:
    for case in cases.draw(net, bytes(32), 8):
        assert np.allclose(case.givens["H"], np.asarray(case.givens["w"]) @ np.asarray(case.givens["X"]), atol=1e-9)
        assert np.asarray(case.givens["X"]).shape[0] == case.givens["count"]
        assert len({*np.asarray(case.givens["X"]).shape}) == 2


def test_only_what_values_hang_on_stands_in_the_students_file(net: Assignment) -> None:
    """Nothing does here: the one value is a constant, and functions are called."""
    assert net.bound == ()
    assert net.inputs == ("X", "w", "rate", "count", "H")


def test_several_things_returned_are_told_apart_if_one_of_them_is(net: Assignment) -> None:
    truth = graph.answers(net, net.examples[0])["step"]
    wrong = graph.mistaken(net, net.questions["step"].mistakes["uphill"], net.examples[0], {})
    assert isinstance(truth, tuple)
    assert isinstance(wrong, tuple)
    assert same(wrong[1], truth[1], rtol=1e-9, atol=0)
    assert apart(wrong, truth)
    assert not apart(truth, truth)
    assert size([truth]) == float(np.max(np.abs(truth[1])))


def test_what_follows_a_wrong_function_is_computed_with_it(net: Assignment) -> None:
    """`step` built on an averaged `total` is another step: the one that the student's file makes."""
    example = net.examples[1]
    averaged = net.questions["total"].mistakes["averaged"]
    wrong = graph.predicted(net, example, "step", [averaged])
    X, w = np.asarray(example["X"]), np.asarray(example["w"])
    assert isinstance(wrong, tuple)
    assert same(wrong[0], np.asarray(w - 0.1 * X @ X.mean(axis=0)), rtol=1e-9, atol=0)
    assert not apart(wrong, graph.answers(net, example, instead=[averaged])["step"])


def test_two_slips_meet_in_what_follows_both(net: Assignment) -> None:
    slips = [net.questions["total"].mistakes["averaged"], net.questions["step"].mistakes["uphill"]]
    both = graph.predicted(net, net.examples[0], "step", slips)
    assert all(apart(both, graph.predicted(net, net.examples[0], "step", [slip])) for slip in slips)


def test_a_function_that_cannot_be_computed_is_marked_and_raises_nothing(net: Assignment) -> None:
    assert uncomputable(graph.mistaken(net, net.questions["step"].mistakes["hopeless"], net.examples[1], {}))


def test_a_function_hangs_on_those_that_it_is_built_on(net: Assignment) -> None:
    assert graph.ancestors(net, "step") == ("total",)
    assert graph.dependents(net, "total") == ("step",)
    assert net.questions["step"].sends == ("w", "X", "rate")


def test_a_measured_question_has_no_answer_of_its_own() -> None:
    made = Assignment(givens={"seed": integers(0, 99)}, examples=[{"seed": 1}, {"seed": 2}])

    @made.measured(points=1, sends=["seed"], enough=0.9)
    def trained(got, seed):
        """Trained weights."""
        return float(np.all(got > 0))

    assert made.questions["trained"].kind is Kind.MEASURED
    assert graph.answers(made, made.examples[0]) == {}
    assert cases.draw(made, bytes(32), 4)[0].truth == {}


@given(st.binary(min_size=32, max_size=32))
def test_the_same_bytes_draw_the_same_sizes_and_givens(entropy: bytes) -> None:
    made = Assignment(
        sizes={"a": range(1, 5), "b": range(1, 5)},
        givens={"X": normal(size=("a", "b")), "n": length("a"), "epochs": choice([1, 2]), "rate": uniform(0.1, 0.4)},
        examples=[],
    )
    one, two = (cases.inputs(made, cases.generator(entropy)) for _ in range(2))
    assert all(np.array_equal(one[name], two[name]) for name in one)


def changed(old: str, new: str) -> str:
    assert old in QUESTIONS
    return QUESTIONS.replace(old, new)


PROBLEMS = {
    "unknown-size": (
        changed('normal(size="n")', 'normal(size="k")'),
        "the given 'w' has a side of size 'k', which is not among sizes=.",
    ),
    "equal-sizes": (
        changed('{"n": range(2, 4), "M": range(4, 6)}', '{"n": [3], "M": [3]}'),
        "the sizes n, M cannot all be different.",
    ),
    "derived-from-nothing": (changed("def H(X, w)", "def H(X, v)"), "the derived given 'H' asks for 'v'"),
    "built-on-what-is-not-there": (
        changed('*, total):\n    """The moved', '*, totals):\n    """The moved'),
        "'step' is built on 'totals'",
    ),
    "argument-that-is-a-question": (
        changed("def total(X)", "def total(paper)"),
        "question 'total' asks for 'paper', which is not a given.",
    ),
    "mistake-with-an-argument-of-its-own": (
        changed("def averaged(X)", "def averaged(X, w)"),
        "question 'total', mistake 'averaged' asks for 'w', which is not one of the arguments of 'total' (X).",
    ),
    "outcome-without-a-driver": (changed("@net.function(points=2)", "@net.outcome(points=2)"), "and there is no driver.py"),
    "measure-with-a-helper": (
        QUESTIONS + '\n\n@net.measured(points=0, sends=["rate"])\ndef share(got, rate):\n    """S."""\n    return total(got)\n',
        "question 'share' is measured with 'total'.",
    ),
    "measure-that-sends-what-is-not-there": (
        QUESTIONS + '\n\n@net.measured(points=0, sends=["speed"])\ndef share(got):\n    """S."""\n    return got\n',
        "question 'share' sends 'speed', which is not a given.",
    ),
}


@pytest.mark.parametrize(("questions", "said"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_is_wrong_with_functions_is_said_with_its_place(tmp_path: Path, questions: str, said: str) -> None:
    course = load(write(tmp_path, questions=questions))
    with pytest.raises(CourseError) as caught:
        load_assignment(course, "01-double")
    assert any(said in problem for problem in caught.value.problems), caught.value.problems
    assert all(str(tmp_path) in problem for problem in caught.value.problems)


def test_an_ungraded_assignment_is_worth_nothing_whatever_its_questions_say(tmp_path: Path) -> None:
    course = load(write(tmp_path, MANIFEST.replace("points = 3", "points = 0"), questions=QUESTIONS))
    loaded = load_assignment(course, "01-double")
    assert loaded.assignment.questions["step"].points == 2
    assert loaded.points("step") == 0


def test_an_assignment_may_set_cases_and_limits_of_its_own(tmp_path: Path) -> None:
    course = load(write(tmp_path, MANIFEST + "hidden_cases = 10\nlimits = { cpu_seconds = 40 }\n", questions=QUESTIONS))
    entry = course.entry("01-double")
    assert course.hidden_for(entry) == 10
    assert course.limits_for(entry).cpu_seconds == 40
    assert course.limits_for(entry).wall_seconds == course.limits.wall_seconds


def test_the_drivers_text_is_part_of_what_is_loaded(tmp_path: Path) -> None:
    root = write(tmp_path, questions=QUESTIONS)
    assert load_assignment(load(root), "01-double").driver == ""
    text = inspect.cleandoc("def step(student, w, X, rate):\n    return student.step(w, X, rate)")
    (root / "solutions" / "01-double" / "driver.py").write_text(text, encoding="utf-8")
    assert load_assignment(load(root), "01-double").driver == text
