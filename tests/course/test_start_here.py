"""The content of 00-start-here: what it prints, what it claims in its prose, its driver, its cases and its mistakes."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, cases, closeness, graph, load, manifest
from tests.course import content

SLUG = "00-start-here"
PRINTED = """\
errors at theta = 2: [ 2. -2.  0.]
their sum: 0.0
gradient at theta = 2: 4.0
learning rate 0.002: theta = 0.4769
learning rate  0.04: theta = 1.789
learning rate  0.11: theta = -1.776
learning rate   1.0: theta = -1.972e+10
"""
LISTED = {  # these must be told by name
    "errors": {"sign_reversed", "absolute", "squared_already"},
    "mse": {
        "sum_of_squares",
        "half_of_the_mean",
        "not_squared",
        "one_record_too_many",
        "divided_twice",
        "first_record_only",
        "errors_doubled",
    },
    "step": {"uphill", "rate_forgotten", "rate_twice", "factor_two", "half_a_step", "change_alone"},
    "descend": {"gradient_asked_once", "one_step_only", "one_step_too_many", "one_step_too_few", "uphill_by_itself"},
}


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def start(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def prose(loaded: load.Loaded) -> str:
    return content.prose(loaded.master.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def solved(loaded: load.Loaded) -> dict[str, Any]:
    with content.without_plots():
        return content.run(loaded.master)


@pytest.fixture(scope="module")
def accepted(start: Assignment) -> list[cases.Case]:
    return content.accepted(start)


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_and_says_what_is_missing(
    loaded: load.Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with content.without_plots():
        content.run(content.student(loaded, tmp_path))
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("Not yet: TODO: ") for line in lines)


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, tmp_path: Path) -> None:
    assert content.figures_drawn(content.student(loaded, tmp_path)) == []


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    assert capsys.readouterr().out == PRINTED


def test_the_squares_that_are_drawn_have_the_errors_as_their_sides(loaded: load.Loaded, solved: dict[str, Any]) -> None:
    squares, descents = content.figures_drawn(loaded.master)
    assert [len(squares), len(descents)] == [2, 3]
    for ax, theta in zip(squares, (2.0, 34 / 19), strict=True):
        sides = [(patch.get_width(), patch.get_height()) for patch in ax.patches]
        expected = np.abs(solved["y"] - theta * solved["x"])
        np.testing.assert_allclose(sides, np.column_stack([expected, expected]))
        assert ax.get_aspect() == 1


def test_the_master_says_what_the_questions_say(start: Assignment, solved: dict[str, Any], accepted: list[cases.Case]) -> None:
    for case in accepted:
        for name in ("errors", "mse", "step"):
            got = solved[name](*(case.givens[need] for need in start.questions[name].needs))
            content.agrees(got, case.truth[name])


def test_the_driver_gets_out_of_the_master_what_the_question_says(
    loaded: load.Loaded, start: Assignment, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    driver = content.run(loaded.master.parent / "driver.py")
    student = type("Student", (), {"descend": staticmethod(solved["descend"])})
    for case in accepted:
        got = driver["descend"](student, *(case.givens[need] for need in start.questions["descend"].sends))
        content.agrees(got, case.truth["descend"])


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, start: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    for number, known in enumerate(content.truths(start)):
        bowl, ripples = known["descend"]
        heads = {
            **{f"`{name}`": known[name] for name in start.givens},
            "`errors(y, y_hat)`": known["errors"],
            "`mse(y, y_hat)`": known["mse"],
            "`step(theta, gradient, learning_rate)`": known["step"],
            "`descend` in the bowl": bowl,
            "`descend` in the bowl with ripples": ripples,
        }
        assert heads.keys() == rows.keys()
        for head, value in heads.items():
            np.testing.assert_allclose(content.numbers(rows[head][number]), np.ravel(value), rtol=1e-8, err_msg=head)


def test_only_the_first_example_has_the_coincidences_that_it_is_said_to_have(start: Assignment, prose: str) -> None:
    first, second = start.examples
    assert "the gradient is the square of `theta`, the curvature is `theta` itself, and `centre` and `ripple` are equal" in prose
    assert (first["gradient"], first["curvature"], first["centre"]) == (first["theta"] ** 2, first["theta"], first["ripple"])
    plain = [abs(float(second[name])) for name in start.givens if name not in ("y", "y_hat")]
    assert len(set(plain)) == len(plain)
    assert (len(second["y"]), min(second["y"]) < 0, 0 in second["y"]) == (4, True, True)


def test_errors_cancel_at_two_and_the_best_line_has_errors_that_do_not(prose: str, solved: dict[str, Any]) -> None:
    x, y, errors, mse = (solved[name] for name in ("x", "y", "errors", "mse"))
    best = x @ y / (x @ x)
    assert errors(y, 2 * x).tolist() == [2, -2, 0]
    assert best == pytest.approx(34 / 19)
    assert f"The best line of all, with $\\theta = {best:.3f}$, has errors that add up to {np.sum(errors(y, best * x)):.2f}." in prose
    assert mse(y, best * x) < mse(y, 2 * x)


def test_the_gradient_that_is_given_is_the_slope_of_the_cost(prose: str, solved: dict[str, Any]) -> None:
    x, y = solved["x"], solved["y"]
    for theta in np.linspace(-3, 6, 25):
        above, below = (np.mean((y - (theta + width) * x) ** 2) for width in (1e-5, -1e-5))
        assert solved["gradient_here"](theta) == pytest.approx((above - below) / 2e-5, rel=1e-7, abs=1e-8)
        assert solved["gradient_here"](theta) == pytest.approx(19 * (theta - 34 / 19), rel=1e-12)
    assert 2 / len(x) * np.sum(x**2) == pytest.approx(19)
    assert solved["gradient_here"](2) == 4
    assert "the gradient is $+4$" in prose
    assert solved["step"](2, 4, 0.04) == 1.84
    assert "the new $\\theta$ is 1.84" in prose


def test_the_table_of_learning_rates_is_so(loaded: load.Loaded) -> None:
    master = loaded.master.read_text(encoding="utf-8")
    rows = re.findall(r"^# \| ([\d.]+) \| (-?[\d.]+) \| (.*) \|$", master, flags=re.MULTILINE)
    assert [float(rate) for rate, _, _ in rows] == [0.002, 0.04, 0.11, 1]
    for rate, factor, _ in rows:
        assert float(factor) == pytest.approx(1 - 19 * float(rate))
    assert f"{(1 - 19 * 0.002) ** 8:.0%}".replace("%", " %") in rows[0][2]


def test_without_a_rate_it_diverges_where_a_rate_converges(prose: str, solved: dict[str, Any]) -> None:
    def left(rate: float, epochs: int) -> float:
        return abs(float(solved["descend"](0.0, solved["gradient_here"], rate, epochs)) - 34 / 19)

    assert "After eight steps it stands at minus twenty thousand million" in prose
    assert solved["descend"](0.0, solved["gradient_here"], 1.0, 8) == pytest.approx(-2e10, rel=0.02)
    assert left(0.04, 8) < 1e-4
    assert "as long as $0 < \\alpha < 2/19 \\approx 0.105$" in prose
    assert round(2 / 19, 3) == 0.105
    for rate in (0.001, 0.104):
        assert left(rate, 2000) < 1e-3
    for rate in (-0.001, 0.0, 0.106):
        assert left(rate, 2000) >= left(rate, 0)


def test_it_ends_with_how_to_hand_in(prose: str) -> None:
    last = prose[prose.index("## Check and hand in") :]
    assert "##" not in last[3:]
    assert "Hand in `start.py` or `start.ipynb`" in last


# --- the cases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [8, 4])
def test_cases_are_found_for_every_seed(start: Assignment, count: int) -> None:
    for seed in range(60):
        assert len(cases.draw(start, content.entropy(f"{seed} {count}"), count)) == count


def test_each_case_has_errors_of_both_signs_a_zero_and_a_negative(accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert np.min(case.truth["errors"]) < 0 < np.max(case.truth["errors"])
        assert np.min(case.givens["y"]) < 0
        assert 0 in np.asarray(case.givens["y"])
        assert len(np.ravel(case.givens["y"])) > 3
        assert float(case.givens["learning_rate"]) < 0.46


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(start: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert not list(cases.separated(start, case))


def test_the_second_example_tells_all_of_them_apart(start: Assignment) -> None:
    assert list(cases.separated(start, cases.examples(start)[1])) == []


def test_the_mistakes_that_the_course_promises_are_there(start: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(start.questions[question].mistakes), question


def test_the_published_sum_from_zero_has_one_record_too_many(start: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        wrong = graph.predicted(start, case.givens, "mse", [start.questions["mse"].mistakes["one_record_too_many"]])
        size = len(np.ravel(case.givens["y"]))
        content.agrees(wrong, np.asarray(case.truth["mse"]) * size / (size + 1))


def test_errors_with_the_other_sign_have_the_same_cost(start: Assignment, accepted: list[cases.Case]) -> None:
    """A convention: it carries to nothing and is redeemed by a right mse."""
    turned = start.questions["errors"].mistakes["sign_reversed"]
    assert (turned.worth, turned.redeemed_by) == (0.5, "mse")
    for case in accepted[:20]:
        content.agrees(graph.predicted(start, case.givens, "mse", [turned]), case.truth["mse"])


def test_a_wrong_step_is_seen_again_in_the_descent(start: Assignment, accepted: list[cases.Case]) -> None:
    for mistake in start.questions["step"].mistakes.values():
        carried = [graph.predicted(start, case.givens, "descend", [mistake]) for case in accepted[:20]]
        told = [closeness.apart(one, case.truth["descend"]) for one, case in zip(carried, accepted, strict=False)]
        assert any(told), mistake.id


def test_the_points_are_ten_and_count_nothing(loaded: load.Loaded, start: Assignment) -> None:
    assert sum(question.points for question in start.questions.values()) == 10
    assert loaded.entry.points == 0


def test_every_hint_asks_and_none_tells_or_blames(start: Assignment) -> None:
    content.hints_ask(start)
