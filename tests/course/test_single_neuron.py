"""The content of 02-single-neuron: what it prints, what it claims in its prose, its gradients, its cases and its mistakes."""

import inspect
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, cases, closeness, graph, load, manifest
from tests.course import content

SLUG = "02-single-neuron"
PRINTED = """\
by hand: 0.00995   by weight_gradient: 0.009947
from (3, 2): cost 0.49998, at the end 0.49998; with the sign turned 0.49998
from (0.5, 2): cost 0.47112, at the end 0.00325; with the sign turned 0.49443
   rate    change of C   -rate * square
  0.005     -0.0001365       -0.0001367
   0.05     -0.0013519       -0.0013665
    0.5     -0.0120447       -0.0136653
      5     +0.0179611       -0.1366535
"""
ON_PAPER = ("dC_dyhat", "dyhat_dz", "dC_dw")
LISTED = {  # these must be told by name
    "dC_dyhat": {"paper_error_reversed", "paper_error_doubled"},
    "dyhat_dz": {"paper_square_forgotten", "paper_slope_at_output"},
    "dC_dw": {"paper_gradient_reversed", "paper_input_forgotten", "paper_slope_forgotten", "paper_height_before", "paper_cost_before"},
    "sigmoid": {"mirrored", "bracket_missing"},
    "sigmoid_prime": {"place_taken_for_height", "square_forgotten", "odds"},
    "predict": {"bias_forgotten", "not_squashed"},
    "cost": {"half_forgotten", "not_squared"},
    "cost_prime": {"sign_reversed", "doubled", "halved"},
    "weight_gradient": {"slope_left_out", "slope_at_the_output", "slope_at_the_input", "input_left_out", "weight_gradient_doubled"}
    | {"brackets_missing", "weight_gradient_halved", "weight_gradient_turned"},
    "bias_gradient": {"slope_left_out_of_bias", "input_left_in", "bias_brackets_missing", "bias_gradient_doubled"},
    "step": {"uphill", "bias_at_new_weight", "rate_forgotten", "rate_twice", "twice_as_far", "half_as_far", "changes_alone"},
    "train": {"costs_after_the_step", "one_epoch_too_few", "one_epoch_too_many", "never_moved"},
}


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def neuron(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def prose(loaded: load.Loaded) -> str:
    return content.prose(loaded.master.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def solved(loaded: load.Loaded) -> dict[str, Any]:
    with content.without_plots():
        return content.run(loaded.master)


@pytest.fixture(scope="module")
def accepted(neuron: Assignment) -> list[cases.Case]:
    return content.accepted(neuron)


def cost_of(w: float, b: float, x: float, y: float) -> float:
    """The cost of the record, written down once more."""
    return (y - 1 / (1 + math.exp(-w * x - b))) ** 2 / 2


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_and_says_what_is_missing(
    loaded: load.Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with content.without_plots():
        names = content.run(content.student(loaded, tmp_path))
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("Not yet: TODO: ") for line in lines)
    assert [names[name] for name in ON_PAPER] == [None, None, None]


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, tmp_path: Path) -> None:
    assert content.figures_drawn(content.student(loaded, tmp_path)) == []


def test_no_text_of_the_stub_tells_what_is_to_be_worked_out_by_hand(loaded: load.Loaded, neuron: Assignment, tmp_path: Path) -> None:
    text = content.student(loaded, tmp_path).read_text(encoding="utf-8")
    values = graph.answers(neuron, neuron.examples[0])
    for name in ON_PAPER:
        assert f"{float(values[name]):.3g}" not in text
    assert "0.96" not in text


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    assert capsys.readouterr().out == PRINTED


def test_the_plots_show_the_slopes_and_both_signs(loaded: load.Loaded, solved: dict[str, Any]) -> None:
    (curve,), trainings = content.figures_drawn(loaded.master)
    tangents = [line.get_xydata() for line in curve.lines if len(line.get_xydata()) == 2]
    slopes = [float(np.diff(points[:, 1])[0] / np.diff(points[:, 0])[0]) for points in tangents]
    np.testing.assert_allclose(slopes, [solved["sigmoid_prime"](z) for z in (0, 3.2, 11)], rtol=1e-6)
    assert [len(ax.lines) for ax in trainings] == [2, 2]


def test_the_master_says_what_the_questions_say(neuron: Assignment, solved: dict[str, Any], accepted: list[cases.Case]) -> None:
    for case in accepted:
        for question in neuron.questions.values():
            if question.kind.called:
                got = solved[question.id](*(case.givens[need] for need in question.needs))
                content.agrees(got, case.truth[question.id])


def test_three_digits_are_enough_on_paper_and_two_are_not(neuron: Assignment, solved: dict[str, Any]) -> None:
    truth = graph.answers(neuron, neuron.examples[0])
    for name in ON_PAPER:
        tolerance = neuron.questions[name].rtol
        assert solved[name] == float(f"{float(truth[name]):.3g}")
        assert abs(solved[name] - truth[name]) < tolerance / 4 * abs(truth[name])
    assert abs(float(f"{float(truth['dyhat_dz']):.1g}") - truth["dyhat_dz"]) > neuron.questions["dyhat_dz"].rtol * truth["dyhat_dz"]


def test_the_sheet_of_paper_is_about_the_neuron_of_the_functions(solved: dict[str, Any], prose: str) -> None:
    assert "The neuron has $w = 3$ and $b = 2$; the record is $x = 0.4$ with the target $y = 0.3$." in prose
    y_hat = solved["predict"](3, 2, 0.4)
    content.agrees(
        (solved["cost_prime"](y_hat, 0.3), solved["sigmoid_prime"](3.2), solved["weight_gradient"](3, 2, 0.4, 0.3)),
        tuple(solved[name] for name in ON_PAPER),
        rtol=2e-3,
    )


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, neuron: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    for number, known in enumerate(content.truths(neuron)):
        heads = {f"`{name}`": known[name] for name in neuron.givens}
        for question in neuron.questions.values():
            if question.kind.called and not isinstance(known[question.id], tuple):
                heads[f"`{question.id}({', '.join(question.needs)})`"] = known[question.id]
        heads |= {f"`step(...)`: {name}": value for name, value in zip("wb", known["step"], strict=True)}
        heads |= {f"`train(...)`: {name}": value for name, value in zip(("w", "b", "costs"), known["train"], strict=True)}
        assert heads.keys() == rows.keys()
        for head, value in heads.items():
            np.testing.assert_allclose(content.numbers(rows[head][number]), np.ravel(value), rtol=1e-8, err_msg=head)


def test_only_the_first_example_has_a_target_of_zero_and_a_small_step(neuron: Assignment) -> None:
    first, second = neuron.examples
    assert (first["y"], second["y"] != 0, float(second["x"]) < 0) == (0, True, True)
    assert len({abs(float(value)) for value in second.values()}) == len(second)
    first_truth, second_truth = content.truths(neuron)
    assert abs(first_truth["step"][1] - 2) < 0.01 * 2
    assert abs(second_truth["step"][1] - 0.4) > 0.2 * 0.4


def test_what_to_notice_is_so(neuron: Assignment) -> None:
    for known in content.truths(neuron):
        assert known["weight_gradient"] == pytest.approx(known["bias_gradient"] * known["x"])
        assert known["predict"] > known["y"]
        assert known["step"][1] < known["b"]
    assert known["step"][0] > known["w"]
    w, b = known["step"]
    assert w * known["x"] + b < known["w"] * known["x"] + known["b"]


def test_the_slope_has_a_square_below(prose: str) -> None:
    assert "At $z = 0$ the slope is ¼; without the square, as it has been printed, it would be ½." in prose
    for z in (-2.0, 0.0, 3.5):
        height = 1 / (1 + math.exp(-z))
        assert math.exp(-z) / (1 + math.exp(-z)) ** 2 == pytest.approx(height * (1 - height))
    assert math.exp(-0.0) / (1 + math.exp(-0.0)) == 0.5


def test_far_out_the_slope_is_a_fifteen_thousandth_of_a_quarter(prose: str, solved: dict[str, Any]) -> None:
    assert "$\\sigma'(11) = 0.0000167$: one fifteen-thousandth of ¼" in prose
    assert solved["sigmoid_prime"](11) == pytest.approx(0.0000167, abs=5e-8)
    assert 0.25 / solved["sigmoid_prime"](11) == pytest.approx(15_000, rel=0.01)


def test_from_far_out_it_takes_some_120_000_epochs_until_the_cost_is_below_a_tenth(prose: str) -> None:
    """Weight and bias move together: z moves by -rate (x² + 1) dC/dz in each epoch, which is quick to compute."""
    assert "some 120,000 epochs until the cost is below 0.1" in prose
    z, rate, x, epochs = 11.0, 0.05, 3, 0
    moves = []
    while (answer := 1 / (1 + math.exp(-z))) ** 2 / 2 >= 0.1:
        moves.append(rate * (x**2 + 1) * answer * answer * (1 - answer))
        z -= moves[-1]
        epochs += 1
    assert 119_500 <= epochs <= 120_500
    assert "an epoch moves $z$ by 0.000008" in prose
    assert moves[0] == pytest.approx(8e-6, rel=0.06)


def test_weight_and_bias_move_the_sum_together_as_that_computation_says(solved: dict[str, Any]) -> None:
    w, b, _ = solved["train"](0.5, 2, 3, 0, 0.05, 50)
    z = 3.5
    for _ in range(50):
        answer = 1 / (1 + math.exp(-z))
        z -= 0.05 * 10 * answer * answer * (1 - answer)
    assert w * 3 + b == pytest.approx(z, rel=1e-12)


def test_far_out_the_sign_does_not_show_and_near_the_middle_it_decides(prose: str, solved: dict[str, Any]) -> None:
    ends = {(start, rate): solved["train"](*start, 3, 0, rate, 300)[2][-1] for start in ((3, 2), (0.5, 2)) for rate in (0.05, -0.05)}
    assert round(ends[(3, 2), 0.05], 5) == round(ends[(3, 2), -0.05], 5) == round(cost_of(3, 2, 3, 0), 5) == 0.49998
    assert "0.49998 before and after" in prose
    fallen, climbed = ends[(0.5, 2), 0.05], ends[(0.5, 2), -0.05]
    said = f"the cost falls from {cost_of(0.5, 2, 3, 0):.3f} to {fallen:.3f}, and with the sign turned it climbs to {climbed:.3f}."
    assert said in prose


def test_a_negative_rate_is_a_turned_sign(neuron: Assignment) -> None:
    uphill = neuron.questions["step"].mistakes["uphill"]
    for example in neuron.examples:
        turned = graph.answers(neuron, {**example, "learning_rate": -float(example["learning_rate"])})["train"]
        content.agrees(graph.predicted(neuron, example, "train", [uphill]), turned)


def test_one_step_gains_the_square_of_the_gradient_for_small_rates_only(prose: str, solved: dict[str, Any]) -> None:
    at = (0.5, -1, 3, 0.4)
    square = solved["weight_gradient"](*at) ** 2 + solved["bias_gradient"](*at) ** 2

    def gained(rate: float) -> float:
        before, after = solved["train"](*at, rate, 2)[2]
        return float(after - before)

    apart = {rate: abs(gained(rate) / (-rate * square) - 1) for rate in (0.005, 0.05, 0.5)}
    assert apart[0.005] == pytest.approx(0.001, rel=0.15)
    assert apart[0.05] == pytest.approx(0.01, rel=0.15)
    assert f"At 0.5 the step gains {apart[0.5]:.0%} less".replace("%", " %") in prose
    assert abs(gained(0.005) / (-0.005 * math.sqrt(square)) - 1) > 0.5
    before, after = solved["train"](*at, 5, 2)[2]
    assert f"at 5 the cost *rises*, from {before:.3f} to {after:.3f}" in prose


def test_the_step_at_rate_five_goes_to_the_other_side_of_the_valley(solved: dict[str, Any]) -> None:
    w, b = solved["step"](0.5, -1, 3, 0.4, 5)
    assert solved["predict"](w, b, 3) < 0.4 < solved["predict"](0.5, -1, 3)


# --- the mathematics -----------------------------------------------------------------------------------------------------


def test_both_gradients_are_slopes_of_the_cost(accepted: list[cases.Case]) -> None:
    width = 1e-5
    for case in accepted:
        w, b, x, y = (float(case.givens[name]) for name in "wbxy")
        by_weight = (cost_of(w + width, b, x, y) - cost_of(w - width, b, x, y)) / (2 * width)
        by_bias = (cost_of(w, b + width, x, y) - cost_of(w, b - width, x, y)) / (2 * width)
        assert float(case.truth["weight_gradient"]) == pytest.approx(by_weight, rel=1e-7, abs=1e-9)
        assert float(case.truth["bias_gradient"]) == pytest.approx(by_bias, rel=1e-7, abs=1e-9)


def test_the_costs_are_those_before_each_step(accepted: list[cases.Case]) -> None:
    for case in accepted:
        costs = case.truth["train"][2]
        assert costs.shape == (case.givens["epochs"],)
        assert costs[0] == pytest.approx(cost_of(*(float(case.givens[name]) for name in "wbxy")))


def test_a_long_training_in_plain_python_comes_out_right(solved: dict[str, Any]) -> None:
    """Ten thousand epochs, one record: the answer falls well below one half."""
    w, b, costs = solved["train"](0.5, 2, 3, 0, 0.05, 10_000)
    assert len(costs) == 10_000
    assert costs[-1] < 1e-4
    assert w * 3 + b < 0


# --- the cases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [8, 4])
def test_cases_are_found_for_every_seed(neuron: Assignment, count: int) -> None:
    for seed in range(60):
        assert len(cases.draw(neuron, content.entropy(f"{seed} {count}"), count)) == count


def test_no_accepted_case_is_flat_saturated_or_on_target(accepted: list[cases.Case]) -> None:
    for case in accepted:
        w, b, x, y, rate = (float(case.givens[name]) for name in ("w", "b", "x", "y", "learning_rate"))
        assert 0.25 <= abs(w * x + b) <= 2.8
        assert abs(float(case.truth["predict"]) - y) >= 0.15
        assert abs(rate - 1) > 0.2


def test_errors_of_both_signs_stand_in_every_draw(neuron: Assignment) -> None:
    for seed in range(30):
        signs = {float(np.sign(case.truth["cost_prime"])) for case in cases.draw(neuron, content.entropy(f"signs {seed}"), 8)}
        assert signs == {-1.0, 1.0}


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(neuron: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert not list(cases.separated(neuron, case))


def test_the_mistakes_that_the_course_promises_are_there(neuron: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(neuron.questions[question].mistakes), question


def test_the_published_slope_without_its_square_is_named(neuron: Assignment, accepted: list[cases.Case]) -> None:
    forgotten = neuron.questions["sigmoid_prime"].mistakes["square_forgotten"]
    for case in accepted[:20]:
        z = float(case.givens["z"])
        printed = math.exp(-z) / (1 + math.exp(-z))
        content.agrees(graph.predicted(neuron, case.givens, "sigmoid_prime", [forgotten]), np.asarray(printed))


def test_a_sign_turned_in_two_places_makes_the_right_step(neuron: Assignment, accepted: list[cases.Case]) -> None:
    """A convention other than this text's: worth half, if the step redeems it."""
    named = neuron.questions
    conventions = [
        [named["cost_prime"].mistakes["sign_reversed"]],
        [named["weight_gradient"].mistakes["weight_gradient_turned"], named["bias_gradient"].mistakes["bias_gradient_turned"]],
    ]
    for turned in conventions:
        assert {(mistake.worth, mistake.redeemed_by) for mistake in turned} == {(0.5, "step")}
        for case in accepted[:20]:
            added = graph.predicted(neuron, case.givens, "step", [*turned, named["step"].mistakes["uphill"]])
            content.agrees(added, case.truth["step"])


def test_a_slip_in_an_early_function_is_seen_again_in_the_training(neuron: Assignment, accepted: list[cases.Case]) -> None:
    for name in ("sigmoid_prime", "cost_prime", "step"):
        for mistake in neuron.questions[name].mistakes.values():
            carried = [graph.predicted(neuron, case.givens, "train", [mistake]) for case in accepted[:10]]
            told = [closeness.apart(one, case.truth["train"]) for one, case in zip(carried, accepted, strict=False)]
            assert any(told), mistake.id


def test_the_functions_carry_ten_points_and_the_paper_none(neuron: Assignment) -> None:
    points = {question.id: question.points for question in neuron.questions.values()}
    assert sum(points.values()) == 10
    assert [points[name] for name in ON_PAPER] == [0, 0, 0]


def test_every_hint_asks_and_none_tells_or_blames(neuron: Assignment) -> None:
    content.hints_ask(neuron)


def test_every_function_says_what_goes_in_and_what_comes_out(neuron: Assignment, solved: dict[str, Any]) -> None:
    for question in neuron.questions.values():
        if question.kind.called:
            function = solved[question.id]
            text = function.__doc__
            for parameter in inspect.signature(function).parameters:
                assert re.search(rf"^ +{parameter}: .*number", text, flags=re.MULTILINE), (question.id, parameter)
            assert re.search(r"Returns:\n.*number", text), question.id
