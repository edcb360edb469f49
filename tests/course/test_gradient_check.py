"""The content of 04-gradient-check: what it prints, what it claims in its prose, its driver, its cases and its mistakes."""

import importlib.util
import re
from itertools import product
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, Kind, cases, closeness, graph, load, manifest
from tests.course import content

SLUG = "04-gradient-check"
PRINTED = """\
[1. 6.]
for a matrix of shape (4, 3): 24 forward passes
a: wrong   ratio  0.199216  cosine  0.050479
b: scaled  ratio -1.000000  cosine -1.000000
c: wrong   ratio  0.470079  cosine  0.456917
d: scaled  ratio  4.000000  cosine  1.000000
e: agrees  ratio  1.000000  cosine  1.000000
a, mended: agrees
b, mended: agrees
d, mended: agrees
"""
LISTED = {  # these must be told by name
    "numerical_gradient": {
        "forward_difference",
        "backward_difference",
        "distance_halved",
        "not_put_back",
        "eps_ignored",
        "flattened",
        "moved_in_its_own_kind",
        "stepped_in_its_own_kind",
        "all_moved_at_once",
        "kept_in_its_own_kind",
    },
    "relative_error": {"first_norm_only", "larger_norm_only", "root_not_taken", "largest_entry_only", "not_relative"},
    "relative_error_near_zero": {"never_below_added", "little_added", "floor_of_another_course"},
    "diagnose": {"ratio_upside_down", "cosine_without_sign", "ratio_and_cosine_exchanged"},
    "diagnose_parallel": {"turned_called_wrong", "never_scaled", "scaled_asked_first"},
    "mended_a": {"bracket_still_missing", "mean_lost_a", "mean_taken_twice_a", "square_kept_a", "half_kept_a", "sign_turned_a"},
    "mended_b": {"sign_still_turned", "one_sign_turned", "square_kept_b", "half_kept_b", "error_without_sign"},
    "mended_d": {"still_the_sum", "mean_taken_twice", "mean_over_outputs", "square_lost_d", "sign_turned_d"},
}


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def check(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def prose(loaded: load.Loaded) -> str:
    return content.prose(loaded.master.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def solved(loaded: load.Loaded) -> dict[str, Any]:
    with content.without_plots():
        return content.run(loaded.master)


@pytest.fixture(scope="module")
def driver(loaded: load.Loaded) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gradient_check_driver", loaded.master.parent / "driver.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def accepted(check: Assignment) -> list[cases.Case]:
    return content.accepted(check)


def answer(check: Assignment, driver: ModuleType, student: Any, question: str, givens: Any) -> Any:
    """What a student's file answers: a name, a call, or what the driver makes of it."""
    asked = check.questions[question]
    arguments = [np.copy(givens[need])[()] for need in asked.needs]
    if asked.kind is Kind.OUTCOME:
        return getattr(driver, question)(student, *arguments)
    return getattr(student, question)(*arguments) if asked.kind.called else getattr(student, question)


def agrees(check: Assignment, question: str, got: Any, expected: closeness.Answer) -> None:
    asked = check.questions[question]
    size = closeness.size([expected])
    assert closeness.same(closeness.as_answer(got), expected, rtol=asked.rtol, atol=asked.atol * size), (question, got, expected)


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_and_says_what_is_missing(
    loaded: load.Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with content.without_plots():
        content.run(content.student(loaded, tmp_path))
    assert re.fullmatch(r"(Not yet: TODO: .*\n)+", capsys.readouterr().out)


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, tmp_path: Path) -> None:
    assert content.figures_drawn(content.student(loaded, tmp_path)) == []


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    assert capsys.readouterr().out == PRINTED


def test_the_plots_show_two_errors_and_five_derivations(loaded: load.Loaded) -> None:
    (errors,), derivations = content.figures_drawn(loaded.master)
    assert len(errors.lines) == 2
    assert [axes.get_title() for axes in derivations] == ["a", "b", "c", "d", "e"]


def test_the_master_says_what_the_questions_say(
    check: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    student = SimpleNamespace(**solved)
    for case in accepted:
        for question, expected in case.truth.items():
            agrees(check, question, answer(check, driver, student, question, case.givens), expected)


# --- other right answers -------------------------------------------------------------------------------------------------


def by_whole_arrays(f: Any, theta: Any, eps: float = 1e-6) -> Any:
    """Central differences with unit arrays and no array that is changed."""
    theta = np.asarray(theta, dtype=float)
    units = np.eye(theta.size).reshape(theta.size, *theta.shape)
    slopes = [(f(theta + eps * unit) - f(theta - eps * unit)) / (2 * eps) for unit in units]
    return np.array(slopes).reshape(theta.shape)


def by_halves(f: Any, theta: Any, eps: float = 1e-6) -> Any:
    """The mean of a forward and a backward difference, the entries through a flat view."""
    moved = np.array(theta, dtype=float)
    here, slopes = f(moved), np.empty(moved.shape)
    for at in range(moved.size):
        kept = moved.flat[at]
        moved.flat[at] = kept + eps
        ahead = (f(moved) - here) / eps
        moved.flat[at] = kept - eps
        slopes.flat[at] = (ahead + (here - f(moved)) / eps) / 2
        moved.flat[at] = kept
    return slopes


@pytest.mark.parametrize("way", [by_whole_arrays, by_halves])
def test_other_ways_to_central_differences_are_right(
    way: Any, check: Assignment, driver: ModuleType, accepted: list[cases.Case]
) -> None:
    for case, question in product(accepted, ("numerical_gradient", "numerical_gradient_default")):
        got = answer(check, driver, SimpleNamespace(numerical_gradient=way), question, case.givens)
        agrees(check, question, got, case.truth[question])


def test_the_true_slope_is_not_taken_for_a_central_difference_with_a_large_step(check: Assignment, accepted: list[cases.Case]) -> None:
    """Nor is a difference of higher order: what is asked for is this formula."""
    tight = check.questions["numerical_gradient"]
    for case in accepted:
        fine = graph.predicted(check, {**case.givens, "eps": 1e-6}, "numerical_gradient", [])
        assert not closeness.same(fine, case.truth["numerical_gradient"], rtol=tight.rtol, atol=tight.atol)


# --- the driver ----------------------------------------------------------------------------------------------------------


def test_the_most_usual_slips_are_told_by_name_whatever_kind_of_numbers_theta_holds(
    check: Assignment, driver: ModuleType, accepted: list[cases.Case]
) -> None:
    """As students write them: nothing is copied, and single precision and whole numbers are left as they come."""

    def at_once(f: Any, theta: Any, eps: float = 1e-6) -> Any:
        return (f(theta + eps) - f(theta - eps)) / (2 * eps)

    def in_place(f: Any, theta: Any, eps: float = 1e-6) -> Any:
        slopes = np.zeros(theta.shape)
        for at in np.ndindex(theta.shape):
            theta[at] += eps
            above = f(theta)
            theta[at] -= 2 * eps
            slopes[at] = (above - f(theta)) / (2 * eps)
            theta[at] += eps
        return slopes

    asked = check.questions["numerical_gradient"]
    for case in accepted:
        for slip, name in ((at_once, "all_moved_at_once"), (in_place, "stepped_in_its_own_kind")):
            given = [np.array(case.givens[need]) if need == "theta" else np.asarray(case.givens[need]).item() for need in asked.needs]
            got = driver.numerical_gradient(SimpleNamespace(numerical_gradient=slip), *given)
            predicted = graph.mistaken(check, asked.mistakes[name], case.givens, case.truth)
            assert np.asarray(got) == pytest.approx(np.asarray(predicted), rel=1e-6, abs=1e-8)


def test_f_wants_theta_in_its_own_shape(driver: ModuleType) -> None:
    f = driver.hills((2, 3), 1.0, 5.0, 0.3, 1.0)
    with pytest.raises(ValueError, match=r"\(6,\)"):
        f(np.ones(6))
    assert isinstance(f(np.ones((2, 3), dtype=int)), float)


def test_theta_is_an_array_even_where_it_is_one_number(check: Assignment, driver: ModuleType, accepted: list[cases.Case]) -> None:
    seen = []

    def looking(f: Any, theta: Any, eps: float) -> Any:
        seen.append(theta)
        return theta

    for case in accepted:
        answer(check, driver, SimpleNamespace(numerical_gradient=looking), "numerical_gradient", case.givens)
    assert all(isinstance(theta, np.ndarray) for theta in seen)
    assert {theta.ndim for theta in seen} == {0, 1, 2, 3}
    assert {theta.dtype.name for theta in seen} == {"int64", "float32", "float64"}


def test_the_driver_hands_over_the_very_array_that_it_was_given(driver: ModuleType) -> None:
    """So that a function which changes it is noticed."""
    theta = np.array([1.0, 2.0])

    def spoiling(f: Any, theta: Any, eps: float = 1e-6) -> Any:
        theta += eps
        return theta

    driver.numerical_gradient(SimpleNamespace(numerical_gradient=spoiling), theta, 0.5, 1.0, 5.0, 0.3, 1.0)
    assert theta.tolist() == [1.5, 2.5]


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_errors_of_both_differences_are_as_said(prose: str, solved: dict[str, Any]) -> None:
    forward = abs((np.sin(1.01) - np.sin(1)) / 0.01 / np.cos(1) - 1)
    central = abs(float(solved["numerical_gradient"](np.sin, np.array(1.0), 0.01)) / np.cos(1) - 1)
    assert f"is off by {100 * forward:.2f} %, the central one by {100 * central:.4f} %" in prose


def test_the_best_steps_are_as_said(prose: str, solved: dict[str, Any]) -> None:
    steps = solved["steps"]
    errors = {name: np.abs(np.array(solved[name]) - np.cos(1)) for name in ("forward", "central")}
    best = {name: steps[np.argmin(error)] for name, error in errors.items()}
    assert 1e-9 < best["forward"] < 1e-7
    assert 1e-6 < best["central"] < 1e-4
    assert "about $10^{-8}$ for forward differences, about $10^{-5}$ for central ones, which are a thousand times better there" in prose
    assert 1e2 < np.min(errors["forward"]) / np.min(errors["central"]) < 1e5
    at = int(np.argmin(np.abs(steps - 1e-6)))
    assert 1e-11 < errors["central"][at] < 1e-9
    assert "With $\\varepsilon = 10^{-6}$ a central difference has about ten good digits" in prose
    high = (steps > 1e-4) & (steps < 0.2)
    for name, power in (("forward", 1), ("central", 2)):
        slopes = np.diff(np.log10(errors[name][high])) / np.diff(np.log10(steps[high]))
        np.testing.assert_allclose(slopes, power, atol=0.05)


def test_the_forward_passes_are_counted_right(prose: str, solved: dict[str, Any]) -> None:
    parameters = 784 * 30 + 30 + 30 * 10 + 10
    assert parameters == 23_860
    assert "= 23\\,860$$" in prose
    assert 2 * parameters == 47_720
    assert "takes 47,720 forward passes" in prose
    for shape in ((), (4,), (2, 3)):
        assert solved["count_calls"](np.ones(shape)) == 2 * np.prod(shape)


def test_a_relative_error_is_never_above_one(solved: dict[str, Any]) -> None:
    rng = np.random.RandomState(0)
    for _ in range(200):
        one, other = rng.normal(size=(2, 2, 3)) * rng.choice([1e-9, 1, 1e6], size=(2, 1, 1))
        assert 0 <= solved["relative_error"](one, other) <= 1 + 1e-12
    one = np.array([[1.0, -2.0], [0.5, 3.0]])
    for first, second, said in ((one, one, 0), (one, 0 * one, 1), (one, -one, 1), (0 * one, 0 * one, 0)):
        assert solved["relative_error"](first, second) == pytest.approx(said)


def test_there_is_a_desert_between_right_and_wrong(solved: dict[str, Any]) -> None:
    errors = {name: solved["relative_error"](*solved["both_gradients"](*what)) for name, what in solved["examined"].items()}
    assert errors.pop("e") < 1e-8
    assert min(errors.values()) > 0.01


def test_the_ratio_is_the_factor_of_least_squares(solved: dict[str, Any]) -> None:
    derived, measured = solved["both_gradients"](*solved["examined"]["c"])
    _, ratio, _ = solved["diagnose"](derived, measured)
    misses = [np.sum((derived - factor * measured) ** 2) for factor in (ratio - 0.01, ratio, ratio + 0.01)]
    assert misses[1] == min(misses)


def test_no_threshold_is_near_any_case(check: Assignment, solved: dict[str, Any], accepted: list[cases.Case]) -> None:
    for case in accepted:
        for name, low, high in (("analytic", 0.1, 1.1), ("multiple", 0.1, 1.1), ("nearly", 0, 1e-6)):
            assert low <= solved["relative_error"](case.givens[name], case.givens["numerical"]) <= high, name
        assert abs(case.truth["diagnose"][2]) < 0.9999
        assert abs(abs(case.truth["diagnose_parallel"][2]) - 1) < 1e-9
        assert abs(case.truth["diagnose_parallel"][5] - 1) < 1e-9


def test_the_verdicts_are_what_the_tool_finds(check: Assignment, solved: dict[str, Any]) -> None:
    truth = cases.examples(check)[0].truth
    for name, what in solved["examined"].items():
        assert solved["diagnose"](*solved["both_gradients"](*what))[0] == truth[f"verdict_{name}"] == solved[f"verdict_{name}"]


def test_what_to_notice_is_so(prose: str, solved: dict[str, Any]) -> None:
    derivation, cost, at = solved["examined"]["c"]
    parameters, *others = at
    step = 0.01 * derivation(*at)
    assert cost(parameters - step, *others) < cost(parameters, *others)
    _, _, cosine = solved["diagnose"](*solved["both_gradients"](derivation, cost, at))
    assert f"Derivation c has a cosine of {cosine:.2f} with the gradient" in prose
    derivation, cost, at = solved["examined"]["b"]
    parameters, *others = at
    assert cost(parameters - 0.01 * derivation(*at), *others) > cost(parameters, *others)
    assert solved["at_d"][2].shape[1] == 4
    assert "four times too long, since there are four records" in prose


def test_shapes_tell_nothing_about_derivation_c_and_would_with_other_sizes(solved: dict[str, Any]) -> None:
    rng = np.random.RandomState(0)
    n0, n1, n2, records = 4, 3, 2, 5
    shapes = [(n2, n1), (n0, records), (n2, records), (n1, n0), (n1, 1), (n2, 1)]
    with pytest.raises(ValueError):
        solved["derivation_c"](*[rng.normal(size=shape) for shape in shapes])


# --- the examples --------------------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, check: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    calls = {
        "numerical_gradient(f, theta, eps)": "numerical_gradient",
        "numerical_gradient(f, theta)": "numerical_gradient_default",
        "relative_error(u, v)": "relative_error",
    }
    for number, known in enumerate(content.truths(check)):
        heads = {f"`{name}`": known[name] for name in ("theta", "eps", "u", "v", "analytic", "numerical")}
        heads["`wave`, `pace`, `cube`, `pair`"] = [known[name] for name in ("wave", "pace", "cube", "pair")]
        heads |= {f"`{call}`": known[name] for call, name in calls.items()}
        word, ratio, cosine = known["diagnose"]
        assert rows.pop("`diagnose(analytic, numerical)`")[number].startswith(f'"{word}"') if number else True
        for head, value in heads.items():
            digits = 5e-5 if "gradient" in head else 1e-8
            np.testing.assert_allclose(content.numbers(rows[head][number]), np.ravel(value), rtol=0, atol=digits, err_msg=head)
        assert (ratio == cosine) == (number == 0)


def test_the_hills_of_the_text_are_those_of_the_driver(driver: ModuleType) -> None:
    theta = np.array([[0.3, -1.0], [2.0, 0.5]])
    wave, pace, cube, pair = 1.3, 4.5, 0.4, 1.7
    row = theta.ravel()
    waves = wave * sum(np.sin(pace * row[i] + i) for i in range(4))
    expected = waves + cube * sum(row**3) + pair * sum(row[i] * row[i + 1] for i in range(3))
    assert driver.hills((2, 2), wave, pace, cube, pair)(theta) == pytest.approx(expected)


# --- the cases -----------------------------------------------------------------------------------------------------------


def test_cases_are_found_for_every_seed(check: Assignment) -> None:
    for seed in range(30):
        assert len(cases.draw(check, content.entropy(f"{seed}"), 8)) == 8


def test_accepted_cases_have_what_hides_nothing(accepted: list[cases.Case]) -> None:
    for case in accepted:
        for name in ("xs", "X"):
            assert np.any(case.givens[name] == 0)
            assert np.any(case.givens[name] < 0)
        assert len({*case.givens["X"].shape, case.givens["W"].shape[0]}) == 3
        assert np.max(np.abs(case.givens["W"] @ case.givens["X"] + case.givens["B"])) <= 4


def test_a_forward_difference_is_off_by_a_percent_even_at_the_small_step(check: Assignment, accepted: list[cases.Case]) -> None:
    forward = check.questions["numerical_gradient"].mistakes["forward_difference"]
    small = [case for case in accepted if case.givens["eps"] == 0.01]
    assert len(small) > 10
    for case in small:
        truth = case.truth["numerical_gradient"]
        miss = np.abs(graph.mistaken(check, forward, case.givens, case.truth) - truth)
        assert np.max(miss) >= 0.01 * np.max(np.abs(truth))


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(check: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert not list(cases.separated(check, case))


def test_the_mistakes_that_the_course_promises_are_there(check: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(check.questions[question].mistakes), question


def test_the_published_derivations_are_mistakes_of_the_mended_ones(
    check: Assignment, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    published = {"a": "bracket_still_missing", "b": "sign_still_turned", "d": "still_the_sum"}
    for case, (name, mistake) in product(accepted[:20], published.items()):
        asked = check.questions[f"mended_{name}"]
        got = solved[f"derivation_{name}"](*[case.givens[need] for need in asked.needs])
        content.agrees(got, graph.mistaken(check, asked.mistakes[mistake], case.givens, case.truth))


def test_a_wrong_norm_carries_into_what_is_built_on_it(check: Assignment, accepted: list[cases.Case]) -> None:
    norm = check.questions["relative_error"].mistakes["root_not_taken"]
    upside = check.questions["diagnose"].mistakes["ratio_upside_down"]
    for case in accepted[:20]:
        got = graph.predicted(check, case.givens, "relative_error_near_zero", [norm])
        assert closeness.apart(got, case.truth["relative_error_near_zero"])
        ratio = graph.predicted(check, case.givens, "diagnose_parallel", [upside])[1]
        assert ratio == pytest.approx(1 / case.givens["factor"])


def test_every_hint_asks_and_none_tells_or_blames(check: Assignment) -> None:
    content.hints_ask(check, "theta|relative_error|diagnose|norm|ratio|cosine|cost|derivation [a-e]")
