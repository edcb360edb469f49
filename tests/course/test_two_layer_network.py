"""The content of 05-two-layer-network: what it prints, what it claims in its prose, its gradients, its cases and its mistakes."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, cases, closeness, graph, load, manifest
from tests.course import content

SLUG = "05-two-layer-network"
PRINTED = """\
cost: 0.261 at first, 0.210 after 50 epochs, 0.016 before the last one
published_delta: derived  0.127450, measured  0.158254
mended_delta   : derived  0.158254, measured  0.158254
"""
LISTED = {  # these must be told by name
    "sigmoid": {"mirrored"},
    "d_sigmoid": {"height_expected", "squashed_twice"},
    "forward": {"sums_handed_on", "biases_left_out", "output_not_squashed"},
    "cost": {"mean_of_all_entries", "sum_of_all_entries", "halved"},
    "output_delta": {
        "mean_left_out",
        "mean_twice",
        "square_left_out",
        "mean_over_all",
        "slope_left_out",
        "slope_at_height",
        "error_turned",
    },
    "hidden_delta": {"not_transposed", "hidden_slope_left_out", "hidden_slope_at_height", "mean_in_hidden_delta"},
    "backward": {
        "mean_again",
        "mean_again_for_weights",
        "biases_averaged",
        "biases_not_added_up",
        "biases_without_their_axis",
        "biases_added_over_units",
        "gradients_on_their_side",
        "sums_for_answers",
        "error_for_delta",
        "downhill_already",
    },
    "update": {"uphill", "rate_forgotten", "rate_twice"},
    "train": {
        "costs_after_the_step",
        "second_layer_moved_first",
        "published_way_back",
        "forward_pass_once",
        "gradients_once",
        "one_step_only",
    },
    "mended_delta": {"as_published"},
}
ONLY_FOR_EQUAL_SIZES = {"hidden_delta:not_transposed", "train:published_way_back"}


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def network(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def prose(loaded: load.Loaded) -> str:
    return content.prose(loaded.master.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def solved(loaded: load.Loaded) -> dict[str, Any]:
    with content.without_plots():
        return content.run(loaded.master)


@pytest.fixture(scope="module")
def accepted(network: Assignment) -> list[cases.Case]:
    return content.accepted(network, 60)


def cost_of(givens: Any, **moved: Any) -> float:
    """The cost of a network, written down once more in loops."""
    X, Y, W1, B1, W2, B2 = (np.asarray(moved.get(name, givens[name])) for name in ("X", "Y", "W1", "B1", "W2", "B2"))
    total = 0.0
    for record in range(X.shape[1]):
        hidden = [
            1 / (1 + np.exp(-sum(w * x for w, x in zip(row, X[:, record], strict=True)) - b))
            for row, b in zip(W1, B1[:, 0], strict=True)
        ]
        for row, b, y in zip(W2, B2[:, 0], Y[:, record], strict=True):
            total += (1 / (1 + np.exp(-sum(w * a for w, a in zip(row, hidden, strict=True)) - b)) - y) ** 2
    return total / X.shape[1]


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_and_says_what_is_missing(
    loaded: load.Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with content.without_plots():
        content.run(content.student(loaded, tmp_path))
    assert re.fullmatch(r"(Not yet: TODO: .*\n)+", capsys.readouterr().out)


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, tmp_path: Path) -> None:
    assert content.figures_drawn(content.student(loaded, tmp_path)) == []


def test_the_stub_keeps_the_shapes_in_its_docstrings(network: Assignment, loaded: load.Loaded, tmp_path: Path) -> None:
    with content.without_plots():
        stub = content.run(content.student(loaded, tmp_path))
    for name in network.questions:
        assert re.search(r"shape", stub[name].__doc__), name


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    measured, derived, rest = capsys.readouterr().out.split("\n", 2)
    assert float(measured.removeprefix("measured: ")) == pytest.approx(float(derived.removeprefix("derived: ")), rel=1e-7)
    assert rest == PRINTED


def test_the_plot_shows_the_cost_both_units_and_the_output(loaded: load.Loaded) -> None:
    ((left, middle, right),) = content.figures_drawn(loaded.master)
    assert [len(axes.lines) for axes in (left, middle, right)] == [1, 2, 3]
    assert len(left.lines[0].get_xdata()) == 300


def test_the_master_says_what_the_questions_say(network: Assignment, solved: dict[str, Any], accepted: list[cases.Case]) -> None:
    for case in accepted:
        for question, expected in case.truth.items():
            arguments = [np.copy(case.givens[name])[()] for name in network.questions[question].needs]
            content.agrees(solved[question](*arguments), expected, rtol=1e-8)


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, network: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    for number, known in enumerate(content.truths(network)):
        heads = {
            "`X`": known["X"],
            "n0, n1, n2, M": (*known["W1"].shape[::-1], *known["Y"].shape),
            "`learning_rate`, `epochs`": (known["learning_rate"], known["epochs"]),
            "`cost(A2, Y)`": known["cost"],
            "largest entry of `dZ2`": np.max(known["output_delta"]),
            "largest entry of `dZ1`": np.max(known["hidden_delta"]),
            "`dB2` of `backward`": known["backward"][3],
            "`B2` of `update`": known["update"][3],
            "`costs` of `train`": known["train"][4],
        }
        assert heads.keys() == rows.keys()
        for head, value in heads.items():
            np.testing.assert_allclose(content.numbers(rows[head][number]), np.ravel(value), rtol=0, atol=1e-8, err_msg=head)


def test_only_the_first_example_has_coincidences_and_it_has_two_outputs(network: Assignment) -> None:
    first, second = network.examples
    assert np.shape(first["W1"]) == np.shape(first["W2"]) == (2, 2)
    assert first["learning_rate"] == 1
    np.testing.assert_array_equal(first["Y"], [np.any(first["X"], axis=0), np.all(first["X"], axis=0)])
    assert np.shape(second["W1"])[1] != np.shape(second["W1"])[0] != np.shape(second["W2"])[0] != np.shape(second["Y"])[1]
    assert np.any(np.asarray(second["X"]) == 0)
    assert np.min(second["X"]) < 0


def test_the_mean_over_all_entries_shows_in_the_first_example(network: Assignment) -> None:
    (known, _), mean = content.truths(network), network.questions["cost"].mistakes["mean_of_all_entries"]
    assert mean.formula(known["A2"], known["Y"]) == pytest.approx(known["cost"] / 2)


def test_the_plateau_and_the_bump_are_as_said(prose: str, solved: dict[str, Any]) -> None:
    X, Y, start = solved["line_X"], solved["line_Y"], solved["start"]
    assert np.mean(Y) == pytest.approx(5 / 13)
    *early, costs = solved["train"](X, Y, *start, 4.0, 20)
    assert "First it falls quickly to about 0.24 and then hardly moves" in prose
    assert 0.233 < min(costs[4:]) < max(costs[4:]) < 0.242
    outputs = solved["forward"](X, *early)[3]
    assert np.max(np.abs(outputs - 5 / 13)) < 0.06
    W1, B1, W2, B2 = solved["trained"]
    assert W1[0, 0] > 0 > W1[1, 0]
    edges = -B1[:, 0] / W1[:, 0]
    np.testing.assert_allclose(edges, [-1.2, 1.2], atol=0.05)
    assert max(W2[0]) < -B2[0, 0] < sum(W2[0])


def test_one_neuron_cannot_learn_the_bump(solved: dict[str, Any]) -> None:
    """Its answer is monotone, so it cannot be nearer to the targets than the best monotone answer: a mean on one side."""
    Y = solved["line_Y"][0]
    rising = min(np.sum((Y[:cut] - np.mean(Y[:cut])) ** 2) + np.sum((Y[cut:] - np.mean(Y[cut:])) ** 2) for cut in range(1, 13))
    assert rising / 13 > 5 * solved["costs"][-1]


def test_twins_stay_twins(solved: dict[str, Any]) -> None:
    W1, B1, W2, B2 = np.array([[0.5], [0.5]]), np.array([[0.1], [0.1]]), np.array([[0.3, 0.3]]), np.array([[0.0]])
    W1, B1, W2, _, _ = solved["train"](solved["line_X"], solved["line_Y"], W1, B1, W2, B2, 4.0, 50)
    assert W1[0] == pytest.approx(W1[1])
    assert B1[0] == pytest.approx(B1[1])
    assert W2[0, 0] == pytest.approx(W2[0, 1])


def test_the_published_formula_fits_in_shape_for_three_of_each_and_not_for_other_sizes(solved: dict[str, Any]) -> None:
    rng = np.random.RandomState(0)
    assert solved["published_delta"](rng.normal(size=(3, 4)), rng.normal(size=(3, 4)), rng.normal(size=(3, 3))).shape == (3, 4)
    with pytest.raises(ValueError):
        solved["published_delta"](rng.normal(size=(2, 5)), rng.normal(size=(2, 5)), rng.normal(size=(3, 4)))


def test_the_check_along_a_direction_catches_the_published_formula(solved: dict[str, Any]) -> None:
    derived, measured = solved["both_slopes"](solved["published_delta"])
    assert abs(derived - measured) > 0.02
    derived, measured = solved["both_slopes"](solved["mended_delta"])
    assert derived == pytest.approx(measured, rel=1e-7)


# --- the mathematics -----------------------------------------------------------------------------------------------------


def test_the_cost_is_the_one_that_is_stated(accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert case.truth["cost"] == pytest.approx(cost_of(case.givens), rel=1e-8)


def test_the_gradients_are_slopes_of_the_cost(accepted: list[cases.Case]) -> None:
    width = 1e-5
    for case, (part, name) in product(accepted[:6], enumerate(("W1", "B1", "W2", "B2"))):
        value = np.asarray(case.givens[name])
        gradient = case.truth["backward"][part]
        assert gradient.shape == value.shape
        for entry in np.ndindex(value.shape):
            unit = np.zeros(value.shape)
            unit[entry] = width
            slope = (cost_of(case.givens, **{name: value + unit}) - cost_of(case.givens, **{name: value - unit})) / (2 * width)
            assert gradient[entry] == pytest.approx(slope, rel=1e-7, abs=1e-9)


def test_costs_are_those_before_each_step_and_the_steps_are_updates(network: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted[:20]:
        givens, moved = case.givens, {}
        for cost in case.truth["train"][4]:
            assert cost == pytest.approx(cost_of(givens, **moved), rel=1e-8)
            now = network.completed({**{name: givens[name] for name in network.givens}, **moved, "other_Y": givens["Y"]})
            moved = dict(zip(("W1", "B1", "W2", "B2"), graph.predicted(network, now, "update", []), strict=True))
        arrived, right = closeness.as_answer(tuple(moved.values())), case.truth["train"][:4]
        assert closeness.same(arrived, right, rtol=1e-6, atol=1e-8)  # each step's slopes are rounded to ten digits


def test_copying_every_record_changes_no_gradient(network: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted[:10]:
        doubled = {name: np.tile(case.givens[name], 2) for name in ("X", "Y", "other_Y")}
        again = network.completed({**{name: case.givens[name] for name in network.givens}, **doubled})
        content.agrees(graph.predicted(network, again, "backward", []), case.truth["backward"], rtol=1e-7)


# --- the cases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [8, 4])
def test_cases_are_found_for_every_seed(network: Assignment, count: int) -> None:
    for seed in range(10):
        assert len(cases.draw(network, content.entropy(f"{seed} {count}"), count)) == count


def test_accepted_cases_have_what_hides_nothing(accepted: list[cases.Case]) -> None:
    for case in accepted:
        sizes = [*np.shape(case.givens["W1"]), *np.shape(case.givens["Y"])]
        assert len({*sizes}) == 4
        assert min(sizes) > 1
        assert np.any(case.givens["X"] == 0)
        assert np.any(case.givens["X"] < 0)
        assert max(np.max(np.abs(case.givens[name])) for name in ("Z", "Z1", "Z2")) <= 4
        assert case.givens["learning_rate"] > 1.1


def test_arguments_fit_each_other(network: Assignment, accepted: list[cases.Case]) -> None:
    """The activations are those of a forward pass, the slopes those of a backward pass with the other targets."""
    for case in accepted:
        other = {**case.givens, "Y": case.givens["other_Y"]}
        for names, expected in (
            (("Z1", "A1", "Z2", "A2"), case.truth["forward"]),
            (("dZ2",), (graph.predicted(network, other, "output_delta", []),)),
            (("dW1", "dB1", "dW2", "dB2"), graph.predicted(network, other, "backward", [])),
        ):
            for name, part in zip(names, expected, strict=True):
                np.testing.assert_allclose(case.givens[name], part, rtol=0, atol=1e-8, err_msg=name)


def test_no_argument_is_an_answer_that_is_still_asked_for(accepted: list[cases.Case]) -> None:
    for case in accepted:
        for name, part in (
            ("Z", case.truth["forward"][0]),
            ("dZ2", case.truth["output_delta"]),
            *zip(("dW1", "dB1", "dW2", "dB2"), case.truth["backward"], strict=True),
        ):
            assert np.shape(case.givens[name]) == np.shape(part)
            assert closeness.apart(closeness.as_answer(case.givens[name]), part), name


def test_in_the_public_examples_all_arguments_are_those_of_one_network(network: Assignment) -> None:
    for known in network.examples:
        np.testing.assert_array_equal(known["Z"], known["Z1"])
        np.testing.assert_array_equal(known["other_Y"], known["Y"])


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(network: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted[:20]:
        assert not list(cases.separated(network, case))


def test_the_mistakes_that_the_course_promises_are_there(network: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(network.questions[question].mistakes), question


def test_two_mistakes_have_a_value_only_where_sizes_are_equal_and_the_first_example_shows_both(
    network: Assignment, accepted: list[cases.Case]
) -> None:
    first, second = cases.examples(network)
    for mistake in graph.mistakes(network):
        dumb = f"{mistake.question}:{mistake.id}" in ONLY_FOR_EQUAL_SIZES
        for case in (second, *accepted[:5]):
            assert closeness.uncomputable(graph.mistaken(network, mistake, case.givens, case.truth)) == dumb, mistake.id
        shown = graph.mistaken(network, mistake, first.givens, first.truth)
        assert not closeness.uncomputable(shown), mistake.id
        if dumb:
            assert closeness.apart(shown, first.truth[mistake.question])


def test_a_mistake_in_a_small_function_carries_to_training(network: Assignment, accepted: list[cases.Case]) -> None:
    for question, name in (
        ("sigmoid", "mirrored"),
        ("d_sigmoid", "squashed_twice"),
        ("output_delta", "mean_left_out"),
        ("hidden_delta", "hidden_slope_left_out"),
        ("backward", "biases_averaged"),
        ("update", "uphill"),
    ):
        mistake = network.questions[question].mistakes[name]
        for case in accepted[:5]:
            got = graph.predicted(network, case.givens, "train", [mistake])
            assert closeness.apart(got, case.truth["train"]), (question, name)


def test_every_hint_asks_and_none_tells_or_blames(network: Assignment) -> None:
    content.hints_ask(network, "dZ1|dZ2|dB1|dW1|cost")
