"""The content of 03-perceptron: what it prints, what it claims in its prose, its driver, its gradients, its cases and its mistakes."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, Mistake, cases, graph, load, manifest
from tests.course import content

SLUG = "03-perceptron"
PRINTED = """\
eta = 0.2: the cost goes from 0.1250 to 0.0926, the highest is 0.1250
eta = 2: the cost goes from 0.1250 to 0.0624, the highest is 0.1250
eta = 10: the cost goes from 0.1250 to 0.0582, the highest is 0.2064
"""
METHODS = ("init", "predict", "cost", "gradients", "updates", "train", "train_order", "train_doubled")
LISTED = {  # these must be told by name
    "predict": {"bias_left_out", "no_sigmoid", "outputs_in_a_column"},
    "cost": {
        "half_missing",
        "half_twice",
        "added_up",
        "records_counted_twice",
        "records_above_the_line",
        "by_the_features",
        "below_zero",
    }
    | {"every_output_with_every_target"},
    "gradients": {
        "brackets_missing",
        "downhill_already",
        "slope_left_out",
        "slope_at_the_output",
        "slope_of_the_target",
        "twofold",
        "halved",
        "added_up_not_averaged",
        "averaged_over_the_features",
        "weights_by_the_features",
        "averaged_along_the_wrong_axis",
        "divided_twice",
        "bias_not_divided",
        "weights_not_divided",
        "last_record_alone",
        "last_record_twice",
        "all_pairs",
        "no_slope_for_the_bias",
    },
    "updates": {"uphill", "rate_left_out", "rate_twice", "mean_undone", "averaged_again", "bias_stays", "where_they_arrive"}
    | {"twice_as_far", "half_as_far"},
    "train": {
        "a_step_after_each_record",
        "changes_pile_up",
        "changes_subtracted",
        "bias_never_moved",
        "changes_in_their_place",
        "costs_after_the_step",
        "moved_twice",
        "neuron_returned_too",
    },
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
def driver(loaded: load.Loaded) -> ModuleType:
    spec = importlib.util.spec_from_file_location("perceptron_driver", loaded.master.parent / "driver.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def accepted(neuron: Assignment) -> list[cases.Case]:
    return content.accepted(neuron)


def drive(driver: ModuleType, student: object, neuron: Assignment, question: str, givens: Any) -> Any:
    return getattr(driver, question)(student, *(np.copy(givens[need])[()] for need in neuron.questions[question].needs))


def cost_of(xs: Any, ys: Any, w: Any, b: float) -> float:
    """The cost, written down once more in a loop."""
    outputs = [1 / (1 + np.exp(-sum(v * x for v, x in zip(w, row, strict=True)) - b)) for row in xs]
    return float(sum((y - a) ** 2 / 2 for y, a in zip(ys, outputs, strict=True)) / len(ys))


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_and_says_what_is_missing(
    loaded: load.Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with content.without_plots():
        content.run(content.student(loaded, tmp_path))
    assert re.fullmatch(r"(Not yet: TODO: .*\n)+", capsys.readouterr().out)


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, tmp_path: Path) -> None:
    assert content.figures_drawn(content.student(loaded, tmp_path)) == []


def test_the_stub_keeps_the_shapes_in_its_docstrings(loaded: load.Loaded, tmp_path: Path) -> None:
    with content.without_plots():
        made = content.run(content.student(loaded, tmp_path))["Perceptron"]
    for name in ("__init__", "predict", "cost", "gradients", "updates"):
        assert re.search(r"\((n|M)[,)]|\(M, n\)", getattr(made, name).__doc__), name


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    assert capsys.readouterr().out == PRINTED


def test_the_plots_show_three_rates_and_two_lines(loaded: load.Loaded) -> None:
    ((costs, plane),) = content.figures_drawn(loaded.master)
    assert [len(line.get_xdata()) for line in costs.lines] == [150, 150, 150]
    assert len(plane.lines) == 2
    assert len(plane.collections) == 2


def test_the_master_says_what_the_questions_say(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    student = SimpleNamespace(**solved)
    for case in accepted:
        content.agrees(solved["sigmoid"](case.givens["z"]), case.truth["sigmoid"])
        for question in METHODS:
            content.agrees(drive(driver, student, neuron, question, case.givens), case.truth[question])


# --- the driver ----------------------------------------------------------------------------------------------------------


def test_a_constructor_that_is_missing_or_fails_sinks_nothing_but_itself(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    class Unfinished(solved["Perceptron"]):  # type: ignore[misc]
        def __init__(self, n: int) -> None:
            raise NotImplementedError("TODO: Perceptron.__init__")

    class Broken(solved["Perceptron"]):  # type: ignore[misc]
        def __init__(self) -> None:
            self.w = None

    case = accepted[0]
    for made in (Unfinished, Broken):
        student = SimpleNamespace(Perceptron=made)
        for question in METHODS[1:]:
            content.agrees(drive(driver, student, neuron, question, case.givens), case.truth[question])
    with pytest.raises(NotImplementedError):
        driver.init(SimpleNamespace(Perceptron=Unfinished), 3)


def test_a_number_of_inputs_that_is_worked_out_from_the_weights_is_left_to_it(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    class Counting(solved["Perceptron"]):  # type: ignore[misc]
        def __init__(self, n: int) -> None:
            self.w, self.b = np.zeros(n), 0.0

        @property
        def n(self) -> int:
            return len(self.w)

    case, student = accepted[0], SimpleNamespace(Perceptron=Counting)
    for question in METHODS:
        content.agrees(drive(driver, student, neuron, question, case.givens), case.truth[question])


def test_a_train_that_returns_nothing_is_told_by_name(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    class Silent(solved["Perceptron"]):  # type: ignore[misc]
        def train(self, xs: Any, ys: Any, eta: float, epochs: int) -> None:
            super().train(xs, ys, eta, epochs)

    case, silent = accepted[0], neuron.questions["train"].mistakes["costs_not_returned"]
    got = drive(driver, SimpleNamespace(Perceptron=Silent), neuron, "train", case.givens)
    content.agrees(got, graph.predicted(neuron, case.givens, "train", [silent]))


@pytest.mark.parametrize("bias", [float, np.atleast_1d, np.asarray], ids=["number", "one-element", "no-axes"])
def test_a_train_that_returns_weights_and_bias_as_in_02_is_told_by_name(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case], bias: Any
) -> None:
    class Generous(solved["Perceptron"]):  # type: ignore[misc]
        def train(self, xs: Any, ys: Any, eta: float, epochs: int) -> Any:
            costs = super().train(xs, ys, eta, epochs)
            return self.w, bias(self.b), costs

    student, slip = SimpleNamespace(Perceptron=Generous), neuron.questions["train"].mistakes["neuron_returned_too"]
    for case in accepted[:20]:
        for question in ("train", "train_order", "train_doubled"):
            got, predicted = (
                drive(driver, student, neuron, question, case.givens),
                graph.predicted(neuron, case.givens, question, [slip]),
            )
            assert len(got) == len(predicted)
            for one, other in zip(got, predicted, strict=True):
                assert np.ravel(one) == pytest.approx(np.ravel(other))


@pytest.mark.parametrize(
    "handed_back", [tuple, np.array, lambda costs: tuple(map(np.asarray, costs))], ids=["tuple", "array", "arrays"]
)
def test_costs_may_be_returned_in_any_wrapping(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case], handed_back: Any
) -> None:
    class Wrapping(solved["Perceptron"]):  # type: ignore[misc]
        def train(self, xs: Any, ys: Any, eta: float, epochs: int) -> Any:
            return handed_back(super().train(xs, ys, eta, epochs))

    case = accepted[0]
    content.agrees(drive(driver, SimpleNamespace(Perceptron=Wrapping), neuron, "train", case.givens), case.truth["train"])


def test_things_without_a_shape_are_handed_on_as_they_are(driver: ModuleType, solved: dict[str, Any]) -> None:
    class Nested(solved["Perceptron"]):  # type: ignore[misc]
        def train(self, xs: Any, ys: Any, eta: float, epochs: int) -> Any:
            return (self.w, self.b), super().train(xs, ys, eta, epochs)

    *_, returned = driver.train(SimpleNamespace(Perceptron=Nested), np.eye(2), np.array([0.2, 0.7]), np.zeros(2), 0.1, 1.5)
    assert isinstance(returned, tuple)


def test_an_update_that_moves_the_weights_itself_is_told_by_name_in_training(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    class Hasty(solved["Perceptron"]):  # type: ignore[misc]
        def updates(self, xs: Any, ys: Any, eta: float) -> Any:
            del_w, del_b = super().updates(xs, ys, eta)
            self.w, self.b = self.w + del_w, self.b + del_b
            return del_w, del_b

    student, slip = SimpleNamespace(Perceptron=Hasty), neuron.questions["train"].mistakes["moved_twice"]
    for case in accepted[:20]:
        content.agrees(drive(driver, student, neuron, "updates", case.givens), case.truth["updates"])
        content.agrees(drive(driver, student, neuron, "train", case.givens), graph.predicted(neuron, case.givens, "train", [slip]))


def test_both_trainings_see_the_same_records_even_if_one_of_them_changes_them(
    neuron: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    class Spoiling(solved["Perceptron"]):  # type: ignore[misc]
        def train(self, xs: Any, ys: Any, eta: float, epochs: int) -> Any:
            costs = super().train(xs, ys, eta, epochs)
            ys *= 0
            return costs

    case = accepted[0]
    content.agrees(drive(driver, SimpleNamespace(Perceptron=Spoiling), neuron, "train", case.givens), case.truth["train"])


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, neuron: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    for number, known in enumerate(content.truths(neuron)):
        w1, b1, w2, b2, costs = known["train"]
        heads = {f"`{name}`": known[name] for name in ("xs", "ys", "eta", "predict", "cost")}
        heads |= {
            "`w`, `b`": (known["w"], known["b"]),
            "`dw`, `db`": known["gradients"],
            "`del_w`, `del_b`": known["updates"],
            "`w`, `b` after one epoch": (w1, b1),
            "`w`, `b` after two": (w2, b2),
            "costs of the two": costs,
        }
        assert heads.keys() == rows.keys()
        for head, value in heads.items():
            flat = np.concatenate([np.ravel(part) for part in value]) if isinstance(value, tuple) else np.ravel(value)
            np.testing.assert_allclose(content.numbers(rows[head][number]), flat, rtol=0, atol=1e-8, err_msg=head)


def test_only_the_first_example_has_coincidences(neuron: Assignment) -> None:
    first, second = neuron.examples
    assert not np.any(first["w"])
    assert first["b"] == 0
    assert first["eta"] == first["n"]
    assert len(np.unique(np.abs([*np.ravel(second["w"]), second["b"], second["eta"]]))) == 5
    xs = np.asarray(second["xs"])
    assert np.any(xs == 0)
    assert np.any(xs < 0)
    assert len({*xs.shape}) == 2


def test_the_first_epoch_worked_by_hand_is_so(loaded: load.Loaded, neuron: Assignment, prose: str) -> None:
    lines = re.findall(r"^# \| (\(\d, \d\) .*) \|$", loaded.master.read_text(encoding="utf-8"), flags=re.MULTILINE)
    known = content.truths(neuron)[0]
    assert len(lines) == len(known["ys"]) == 4
    deltas = []
    for line, x, y in zip(lines, known["xs"], known["ys"], strict=True):
        said = [[float(number) for number in re.findall(r"-?[\d.]+", cell)] for cell in line.split(" | ")]
        delta = (0.5 - y) * 0.25
        assert said == [[*x], [y], [0], [0.5], [0.5 - y], [0.25], [delta], [*(delta * x)]]
        deltas.append(delta)
    assert np.mean(deltas) == known["gradients"][1] == -0.0625
    assert "The cost was ½ · 0.25 = 0.125 before this step; after it, it is 0.1039." in prose
    assert known["train"][4] == pytest.approx([0.125, 0.1039], abs=5e-5)


def test_without_its_brackets_delta_punishes_a_perfect_answer_and_is_never_negative(prose: str) -> None:
    a = y = 0.8
    assert (a - y) * a * (1 - a) == 0
    assert a - y * a * (1 - a) == pytest.approx(0.672)
    assert "$\\delta = 0.8 - 0.128 = 0.672$" in prose
    grid = np.linspace(0, 1, 101)
    assert np.min(grid - grid[:, None] * grid * (1 - grid)) >= 0


def test_a_network_has_so_many_slopes(prose: str) -> None:
    weights = 784 * 30 + 30 * 10
    assert weights == 23_820
    assert weights + 30 + 10 == 23_860
    assert "23{,}860" in prose
    assert "47,720 runs for a single record, of 23,820 multiplications each" in prose
    assert 2 * 23_860 == 47_720
    assert "more than a billion multiplications" in prose
    assert 1e9 < 47_720 * weights < 2e9


def wrong_programs(neuron: Assignment) -> Iterator[Mistake]:
    """Those whose weights are wrong in general: not `cost`, not a fresh neuron, not the list of costs."""
    for mistake in graph.mistakes(neuron):
        if mistake.question not in ("init", "cost") and not (mistake.question == "train" and mistake.worth):
            yield mistake


def look_right(neuron: Assignment, givens: Any, part: slice) -> int:
    """How many wrong programs have the right weights and bias, of the two epochs in `part` of what the driver returns."""
    truth = graph.predicted(neuron, givens, "train", [])[part]
    count = 0
    for mistake in wrong_programs(neuron):
        got = graph.predicted(neuron, givens, "train", [mistake])
        pairs = zip(got[part], truth, strict=True) if isinstance(got, tuple) else [(np.nan, truth[0])]
        count += all(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=1e-6, atol=1e-12) for one, other in pairs)
    return count


def test_from_zero_weights_many_wrong_programs_look_right(neuron: Assignment, prose: str) -> None:
    first, second = neuron.examples
    once, twice = slice(0, 2), slice(2, 4)
    programs = len(list(wrong_programs(neuron)))
    at_zero, drawn = look_right(neuron, first, once), look_right(neuron, second, once)
    said = (
        f"of {programs} wrong programs that we tried, each with one slip in it, {at_zero} have the right weights after the first "
        f"epoch of the first example. In the second example it is {drawn} of the {programs}, and after its second epoch none."
    )
    assert said in prose
    assert look_right(neuron, second, twice) == 0
    from_zero = neuron.completed({**{name: second[name] for name in neuron.givens}, "w": np.zeros(3), "b": 0.0})
    assert look_right(neuron, from_zero, once) >= 4 * drawn


def test_the_picture_is_as_the_text_says(solved: dict[str, Any], prose: str) -> None:
    xs, ys = solved["XS"], solved["YS"]
    assert [int(np.sum(ys == target)) for target in (0, 1)] == [6, 6]
    first = solved["Perceptron"](2)
    first.train(xs, ys, 2, 1)
    assert first.b == 0
    assert "the dashed line still goes through the origin, and all records lie on one side of it" in prose
    assert np.all(first.predict(xs) > 0.5)
    trained = {eta: solved["Perceptron"](2) for eta in (0.2, 2, 10)}
    costs = {eta: neuron.train(xs, ys, eta, 150) for eta, neuron in trained.items()}
    best = costs[10][-1]
    assert costs[2][-1] < 1.1 * best < 1.5 * best < costs[0.2][-1]
    assert costs[10][1] > costs[10][0]
    assert 1.5 * costs[10][0] < max(costs[10]) < 2 * costs[10][0]


def test_no_line_separates_the_twelve_records(solved: dict[str, Any]) -> None:
    """One record of target 1 lies within a triangle of records of target 0."""
    xs, ys = solved["XS"], solved["YS"]
    zeros = xs[ys == 0]
    corners = np.array([zeros[3], zeros[1], zeros[2]])
    shares = np.linalg.solve(np.vstack([corners.T, np.ones(3)]), [*xs[ys == 1][5], 1])
    assert np.all(shares > 0)


def test_a_rate_of_one_on_the_sum_does_what_twelve_does_on_the_mean(solved: dict[str, Any]) -> None:
    class Summing(solved["Perceptron"]):  # type: ignore[misc]
        def gradients(self, xs: Any, ys: Any) -> Any:
            dw, db = super().gradients(xs, ys)
            return dw * len(xs), db * len(xs)

    one, other = Summing(2), solved["Perceptron"](2)
    one.train(solved["XS"], solved["YS"], 1, 3)
    other.train(solved["XS"], solved["YS"], 12, 3)
    content.agrees((one.w, one.b), (other.w, other.b))


def test_in_the_second_example_the_first_weight_moves_furthest(neuron: Assignment) -> None:
    del_w = content.truths(neuron)[1]["updates"][0]
    assert np.argmax(np.abs(del_w)) == 0


# --- the mathematics -----------------------------------------------------------------------------------------------------


def test_the_gradients_are_slopes_of_the_cost(accepted: list[cases.Case]) -> None:
    width = 1e-5
    for case in accepted:
        xs, ys, w, b = (case.givens[name] for name in ("xs", "ys", "w", "b"))
        dw, db = case.truth["gradients"]
        slopes = [
            (cost_of(xs, ys, w + width * unit, b) - cost_of(xs, ys, w - width * unit, b)) / (2 * width) for unit in np.eye(len(w))
        ]
        np.testing.assert_allclose(dw, slopes, rtol=1e-7, atol=1e-9)
        np.testing.assert_allclose(
            db, (cost_of(xs, ys, w, b + width) - cost_of(xs, ys, w, b - width)) / (2 * width), rtol=1e-7, atol=1e-9
        )


def test_the_costs_are_those_before_each_step(accepted: list[cases.Case]) -> None:
    for case in accepted:
        xs, ys, w, b = (case.givens[name] for name in ("xs", "ys", "w", "b"))
        w1, b1, _, _, costs = case.truth["train"]
        np.testing.assert_allclose(costs, [cost_of(xs, ys, w, b), cost_of(xs, ys, w1, b1)])


def test_neither_order_nor_doubling_changes_a_batch_step_and_both_change_others(neuron: Assignment, accepted: list[cases.Case]) -> None:
    stepping = neuron.questions["train"].mistakes["a_step_after_each_record"]
    adding = neuron.questions["gradients"].mistakes["added_up_not_averaged"]
    for case in accepted[:20]:
        for question in ("train_order", "train_doubled"):
            content.agrees(case.truth[question], case.truth["train"][2:])
    for mistake, question in ((stepping, "train_order"), (adding, "train_doubled")):
        moved = [
            np.max(
                np.abs(
                    graph.predicted(neuron, case.givens, question, [mistake])[0]
                    - graph.predicted(neuron, case.givens, "train", [mistake])[2]
                )
            )
            for case in accepted[:20]
        ]
        assert np.median(moved) > 1e-3, mistake.id


# --- the cases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [8, 4])
def test_cases_are_found_for_every_seed(neuron: Assignment, count: int) -> None:
    for seed in range(60):
        assert len(cases.draw(neuron, content.entropy(f"{seed} {count}"), count)) == count


def test_accepted_cases_have_what_hides_nothing(accepted: list[cases.Case]) -> None:
    for case in accepted:
        xs, w, b = (np.asarray(case.givens[name]) for name in ("xs", "w", "b"))
        assert xs.shape[0] != xs.shape[1] > 1
        assert np.any(xs == 0)
        assert np.any(xs < 0)
        assert np.max(np.abs(xs @ w + b)) <= 4
        assert np.any(w)


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(neuron: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert not list(cases.separated(neuron, case))


def test_the_mistakes_that_the_course_promises_are_there(neuron: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(neuron.questions[question].mistakes), question


def test_a_sign_turned_in_two_places_makes_the_right_step(neuron: Assignment, accepted: list[cases.Case]) -> None:
    """A convention other than this text's: worth half, if what comes after redeems it."""
    named = neuron.questions
    pairs = [
        ("updates", named["gradients"].mistakes["downhill_already"], named["updates"].mistakes["uphill"]),
        ("train", named["updates"].mistakes["uphill"], named["train"].mistakes["changes_subtracted"]),
    ]
    for question, early, late in pairs:
        assert (early.worth, early.redeemed_by) == (0.5, question)
        for case in accepted[:20]:
            content.agrees(graph.predicted(neuron, case.givens, question, [early, late]), case.truth[question])


def test_every_hint_asks_and_none_tells_or_blames(neuron: Assignment) -> None:
    content.hints_ask(neuron, about="w|b|dw|db|del_w|del_b|costs")


def test_the_points_are_ten(neuron: Assignment) -> None:
    assert sum(question.points for question in neuron.questions.values()) == 10
