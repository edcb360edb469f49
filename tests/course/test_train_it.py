"""The content of 06-train-it: what it prints, what it claims in its prose, its data, its driver, its cases and its mistakes."""

import csv
import importlib.util
import re
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.course import Assignment, cases, graph, load, manifest
from tests.course import content

SLUG = "06-train-it"
WITHOUT_DATA = """\
wanted:        [0 1 1 0]
one neuron:    [0.06 0.96 0.96 1.  ]
your network:  [0.03 0.96 0.95 0.05]
No data/penguins.csv here. Start from the folder of this assignment to see the penguins.
"""
WITH_DATA = """\
wanted:        [0 1 1 0]
one neuron:    [0.06 0.96 0.96 1.  ]
your network:  [0.03 0.96 0.95 0.05]
learning rate 0.03: after 300 steps 0.317 on the training rows, 0.365 on those kept back
learning rate 0.3: after 300 steps 0.109 on the training rows, 0.127 on those kept back
learning rate 3: after 300 steps 0.010 on the training rows, 0.020 on those kept back
learning rate 60: after 300 steps 0.620 on the training rows, 0.669 on those kept back
right on the training rows: 0.995
right on those kept back:   0.993
"""
LISTED = {  # these must be told by name
    "standardize": {
        "test_rows_leak_in",
        "test_rows_by_themselves",
        "variance_for_deviation",
        "one_less_in_the_divisor",
        "rows_for_columns",
        "not_centred",
        "not_scaled",
    },
    "constant_column": {"divided_by_almost_nothing"},
    "cost_curves": {"kept_records_trained_on", "after_the_step", "uphill", "standing_still"},
}
XOR = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
WANTED = np.array([0, 1, 1, 0])
DEALS = range(40)


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def training(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def questions(training: Assignment) -> SimpleNamespace:
    """The names of the author's file."""
    return SimpleNamespace(**training.questions["standardize"].formula.__globals__)


@pytest.fixture(scope="module")
def prose(loaded: load.Loaded) -> str:
    return content.prose(loaded.master.read_text(encoding="utf-8"))


@pytest.fixture
def folder(loaded: load.Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a student who has the data, and stands in it."""
    shutil.copytree(loaded.master.parent / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def solved(loaded: load.Loaded) -> dict[str, Any]:
    """The master's names, run where its data are."""
    with content.without_plots(), pytest.MonkeyPatch.context() as patch:
        patch.chdir(loaded.master.parent)
        return content.run(loaded.master)


@pytest.fixture(scope="module")
def driver(loaded: load.Loaded) -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_driver", loaded.master.parent / "driver.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def accepted(training: Assignment) -> list[cases.Case]:
    return content.accepted(training, 60)


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def classified(driver: ModuleType, train_classifier: Any, case: Any) -> NDArray[np.int64]:
    """What the driver sends back for one deal of the penguins: the rows kept back are handed over only when it asks."""
    steps = driver.train_classifier(SimpleNamespace(train_classifier=train_classifier), case["penguins"], case["species"], 5)
    assert next(steps) == "kept_penguins"
    with pytest.raises(StopIteration) as done:
        steps.send(case["kept_penguins"])
    answer: NDArray[np.int64] = done.value.value
    return answer


def share_right(training: Assignment, driver: ModuleType, train_classifier: Any, deals: Any) -> float:
    """What a classifier is worth on some deals."""
    worth = training.questions["train_classifier"].formula
    found = []
    for split in deals:
        dealt = {name: formula(split) for name, formula in training.deriveds.items() if name != "flat_train"}
        got = classified(driver, train_classifier, dealt)
        found.append(worth(got, dealt["kept_species"], dealt["target"]))
    return float(np.mean(found))


def trained_together(seeds: range, hidden: int, epochs: int) -> NDArray[np.float64]:
    """The outputs on XOR of one network for each seed, begun and trained as the text says, all at once: (seeds, 4)."""
    rngs = [np.random.default_rng(seed) for seed in seeds]
    shapes = ((hidden, 2), (hidden, 1), (1, hidden), (1, 1))
    drawn = [[rng.normal(size=shape) for shape in shapes] for rng in rngs]
    W1, B1, W2, B2 = (np.array([one[part] for one in drawn]) for part in range(4))
    for _ in range(epochs):
        A1 = sigmoid(W1 @ XOR + B1)
        A2 = sigmoid(W2 @ A1 + B2)
        dZ2 = (A2 - WANTED) / 2 * A2 * (1 - A2)
        dZ1 = W2.transpose(0, 2, 1) @ dZ2 * A1 * (1 - A1)
        W1, B1 = W1 - 5 * dZ1 @ XOR.T, B1 - 5 * dZ1.sum(axis=2, keepdims=True)
        W2, B2 = W2 - 5 * dZ2 @ A1.transpose(0, 2, 1), B2 - 5 * dZ2.sum(axis=2, keepdims=True)
    outputs: NDArray[np.float64] = sigmoid(W2 @ sigmoid(W1 @ XOR + B1) + B2)[:, 0]
    return outputs


def learned(outputs: NDArray[np.float64]) -> NDArray[np.bool_]:
    right: NDArray[np.bool_] = np.all((outputs > 0.5) == (WANTED > 0.5), axis=-1)
    return right


# --- the file ------------------------------------------------------------------------------------------------------------


def test_the_stub_runs_to_its_end_with_and_without_the_data(
    loaded: load.Loaded, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content.student(loaded, folder)
    with content.without_plots():
        content.run(path)
        assert re.fullmatch(r"(Not yet: TODO: .*\n){3}", capsys.readouterr().out)
        monkeypatch.chdir("/")
        content.run(path)
        assert re.fullmatch(r"Not yet: TODO: .*\nNo data/penguins.csv here.*\n", capsys.readouterr().out)


def test_the_stub_shows_no_empty_figures(loaded: load.Loaded, folder: Path) -> None:
    assert content.figures_drawn(content.student(loaded, folder)) == []


def test_the_master_prints_what_its_prose_speaks_of(loaded: load.Loaded, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with content.without_plots():
        content.run(loaded.master)
    assert capsys.readouterr().out == WITH_DATA


def test_without_its_data_the_master_opens_nothing_and_runs_to_its_end(
    loaded: load.Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = loaded.master.read_text(encoding="utf-8")
    program = compile(text, "train.py", "exec")
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching[0] and event == "open":
            opened.append(str(arguments[0]))

    with content.without_plots():
        sys.addaudithook(watch)
        exec(program, {"__name__": "__main__"})
        watching[0] = False
    assert opened == []
    assert capsys.readouterr().out == WITHOUT_DATA


def test_the_plots_show_two_planes_and_the_curves(loaded: load.Loaded, folder: Path) -> None:
    (neuron, network, _bar), (many, few) = content.figures_drawn(loaded.master)
    assert [axes.get_title() for axes in (neuron, network)] == ["one neuron", "two layers"]
    assert [len(axes.lines) for axes in (neuron, network, many, few)] == [4, 4, 8, 2]


def test_the_master_says_what_the_questions_say(
    training: Assignment, driver: ModuleType, solved: dict[str, Any], accepted: list[cases.Case]
) -> None:
    for case in accepted:
        for question in ("standardize", "cost_curves"):
            content.agrees(solved[question](*(case.givens[need] for need in training.questions[question].needs)), case.truth[question])
        flat = driver.constant_column(SimpleNamespace(**solved), case.givens["flat_train"], case.givens["X_test"])
        content.agrees(flat, case.truth["constant_column"])


def test_the_given_network_is_the_one_of_the_questions(solved: dict[str, Any], questions: SimpleNamespace) -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 5)), rng.uniform(size=(2, 5))
    network = rng.normal(size=(4, 3)), rng.normal(size=(4, 1)), rng.normal(size=(2, 4)), rng.normal(size=(2, 1))
    sums = solved["forward"](X, *network)
    assert solved["cost"](sums[-1], Y) == pytest.approx(questions.cost(X, Y, network))
    slopes = solved["backward"](X, Y, *sums, network[2])
    content.agrees(tuple(solved["update"](*network, *slopes, 0.7)), questions.moved(X, Y, network, 0.7))


def test_the_given_slopes_are_slopes_of_the_given_cost(solved: dict[str, Any]) -> None:
    rng, width = np.random.default_rng(1), 1e-5
    X, Y = rng.normal(size=(3, 5)), rng.uniform(size=(2, 5))
    network = [rng.normal(size=shape) for shape in ((4, 3), (4, 1), (2, 4), (2, 1))]
    slopes = solved["backward"](X, Y, *solved["forward"](X, *network), network[2])
    for part, slope in enumerate(slopes):
        for index in np.ndindex(slope.shape):
            costs = []
            for step in (width, -width):
                moved = [np.array(weights) for weights in network]
                moved[part][index] += step
                costs.append(solved["cost"](solved["forward"](X, *moved)[-1], Y))
            assert slope[index] == pytest.approx((costs[0] - costs[1]) / (2 * width), rel=1e-7, abs=1e-9)


# --- XOR -----------------------------------------------------------------------------------------------------------------


def test_the_master_learns_xor_from_nearly_every_seed(training: Assignment, solved: dict[str, Any]) -> None:
    worth = training.questions["train_xor"].formula
    assert np.mean([worth(solved["train_xor"](seed), seed) for seed in range(20)]) >= 0.9
    first = training.examples
    assert all(worth(solved["train_xor"](int(example["seed"])), 0) == 1 for example in first)


def test_a_network_that_has_not_learned_or_has_other_shapes_is_worth_nothing(training: Assignment, solved: dict[str, Any]) -> None:
    worth = training.questions["train_xor"].formula
    W1, B1, W2, B2 = solved["train_xor"](0)
    assert worth((W1, B1, W2, B2), 0) == 1
    assert worth((W1, B1, -W2, -B2), 0) == 0
    assert worth((W1, B1, 0 * W2, 0 * B2), 0) == 0
    assert worth((W1, B1[:, 0], W2, B2), 0) == 0
    assert worth((W1.T, B1, W2, B2), 0) == 0
    assert worth((np.full_like(W1, np.nan), B1, W2, B2), 0) == 0


def test_the_same_seed_gives_the_same_network_and_another_seed_another(solved: dict[str, Any]) -> None:
    content.agrees(solved["train_xor"](3), solved["train_xor"](3))
    assert not np.allclose(solved["train_xor"](3)[0], solved["train_xor"](4)[0])


def test_the_text_trains_as_the_master_does_only_longer(solved: dict[str, Any]) -> None:
    outputs = solved["forward"](XOR, *solved["train_xor"](7))[-1]
    np.testing.assert_allclose(trained_together(range(7, 8), 4, 500)[0], outputs[0], rtol=1e-6)


def test_two_hidden_neurons_get_stuck_for_a_quarter_of_the_seeds_and_four_hardly_ever(prose: str) -> None:
    """Four hundred seeds here; the text's figures are of two thousand."""
    assert "about a quarter of the seeds got stuck: 26 %. With three it was 2.5 %, with four 0.4 %, with six not one." in prose
    two, four = trained_together(range(400), 2, 1000), trained_together(range(400), 4, 1000)
    assert 0.2 <= np.mean(~learned(two)) <= 0.31
    assert np.mean(~learned(four)) <= 0.015
    stuck = two[~learned(two)]
    assert np.mean(np.sum(np.abs(stuck - 0.5) < 0.1, axis=1) == 2) > 0.8


def test_no_single_neuron_learns_xor_and_either_way_the_cost_is_a_quarter(solved: dict[str, Any]) -> None:
    """Forty beginnings at once; one_neuron itself for the one that is drawn."""
    rng = np.random.default_rng(0)
    w, b = 2 * rng.normal(size=(40, 2)), rng.normal(size=(40, 1))
    for _ in range(3000):
        a = sigmoid(w @ XOR + b)
        delta = (a - WANTED) * a * (1 - a) / 2
        w, b = w - 5 * delta @ XOR.T, b - 5 * delta.sum(axis=1, keepdims=True)
    a = sigmoid(w @ XOR + b)
    right = np.sum((a > 0.5) == (WANTED > 0.5), axis=1)
    halves = np.all(np.abs(a - 0.5) < 0.02, axis=1)
    assert np.max(right) == 3
    assert np.any(halves)
    assert np.any(~halves)
    assert np.all(right[~halves] == 3)
    np.testing.assert_allclose(np.mean((a - WANTED) ** 2, axis=1), 0.25, atol=2e-3)
    w, b = solved["one_neuron"](np.array([[3.0, 2.0]]), np.array([[0.0]]))
    assert np.mean((sigmoid(w @ XOR + b) - WANTED) ** 2) == pytest.approx(0.25, abs=3e-3)


def test_hidden_neurons_that_begin_at_zero_stay_copies_of_each_other(solved: dict[str, Any]) -> None:
    network = np.zeros((4, 2)), np.zeros((4, 1)), np.zeros((1, 4)), np.zeros((1, 1))
    for _ in range(50):
        slopes = solved["backward"](solved["X_XOR"], solved["Y_XOR"], *solved["forward"](solved["X_XOR"], *network), network[2])
        network = solved["update"](*network, *slopes, 5)
    assert np.ptp(network[0], axis=0) == pytest.approx(0)
    assert np.ptp(network[2]) == pytest.approx(0)


# --- the penguins --------------------------------------------------------------------------------------------------------


def test_the_table_holds_the_penguins_that_the_text_describes(
    loaded: load.Loaded, solved: dict[str, Any], questions: SimpleNamespace, prose: str
) -> None:
    with (loaded.master.parent / "data" / "penguins.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if not row[0].startswith("#")]
    table = np.array(rows, dtype=float)
    assert table.shape == (342, 5)
    np.testing.assert_array_equal(table, questions.TABLE)
    np.testing.assert_array_equal(table[:, :4], solved["penguins"])
    np.testing.assert_array_equal(table[:, 4], solved["labels"])
    counts = np.bincount(table[:, 4].astype(int))
    assert "{} Adélie, {} chinstrap and {} gentoo".format(*counts) in prose
    assert f"about {counts[0] / 342:.0%} of them".replace("%", " %") in prose
    for name, column in zip(("bill length", "bill depth", "flipper length", "body mass"), table[:, :4].T, strict=True):
        assert re.search(rf"{name} \| m?m?g? \| {column.min():g} \| {column.max():g} \|", prose)
    assert 80 < table[:, 3].mean() / table[:, 0].mean() < 120


def test_the_data_say_whose_they_are_and_that_anyone_may_have_them(loaded: load.Loaded) -> None:
    folder = loaded.master.parent / "data"
    for name in ("penguins.csv", "LICENCE.txt"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "CC0" in text
        assert "Gorman" in text
        assert "0 Adelie, 1 Chinstrap, 2 Gentoo" in text


def test_the_rates_do_what_the_text_says(solved: dict[str, Any], prose: str) -> None:
    order = np.random.default_rng(0).permutation(342)
    many, few, kept = order[:200], order[:30], order[200:]
    lost, _ = solved["curves_of"](many, kept, 60, 300)
    assert np.ptp(lost[5:]) < 1e-3
    assert f"Its cost stays at {lost[-1]:.2f} for ever." in prose
    slow, quick = (solved["curves_of"](many, kept, rate, 300)[0] for rate in (0.03, 3))
    assert slow[-1] > 20 * quick[-1]
    costs, kept_costs = solved["curves_of"](few, kept, 3, 1000)
    assert costs[-1] < 0.001
    assert all(one > other for one, other in pairwise(costs[50:]))
    assert "it stops near 0.03 after some 300 steps" in prose
    assert 0.03 < kept_costs[-1] < kept_costs[300] < 0.035
    more, more_kept = solved["curves_of"](many, kept, 3, 1000)
    assert more_kept[-1] - more[-1] < (kept_costs[-1] - costs[-1]) / 2


def test_raw_penguins_teach_the_same_network_nothing(loaded: load.Loaded, solved: dict[str, Any], prose: str) -> None:
    assert "it gets no more of them right than a guess" in prose
    raw = loaded.master.read_text(encoding="utf-8")
    for standardized, bare in (("standardize(X_train, X_train)[0].T", "X_train.T"), ("standardize(X_train, X_new)[1].T", "X_new.T")):
        assert raw.count(standardized) == 1
        raw = raw.replace(standardized, bare)
    names: dict[str, Any] = {"__name__": "raw"}
    with content.without_plots(), np.errstate(over="ignore"):
        exec(raw, names)
        penguins, labels = solved["penguins"], solved["labels"]
        for seed in range(5):
            order = np.random.default_rng(seed).permutation(342)
            predict = names["train_classifier"](penguins[order[:200]], labels[order[:200]], seed)
            assert np.mean(predict(penguins[order[200:]]) == labels[order[200:]]) <= 0.5


def test_the_master_tells_the_species_of_nearly_every_deal(training: Assignment, driver: ModuleType, solved: dict[str, Any]) -> None:
    assert share_right(training, driver, solved["train_classifier"], DEALS) == 1


def test_a_guess_and_the_nearest_raw_row_and_a_hasty_training_do_not_pass(
    training: Assignment, driver: ModuleType, loaded: load.Loaded
) -> None:
    def guess(rows: Any, labels: Any, _: int) -> Any:
        return lambda others: np.full(len(others), np.bincount(labels).argmax())

    def nearest(rows: Any, labels: Any, _: int) -> Any:
        return lambda others: labels[((others[:, None] - rows) ** 2).sum(axis=2).argmin(axis=1)]

    hasty: dict[str, Any] = {"__name__": "hasty"}
    with content.without_plots():
        exec(loaded.master.read_text(encoding="utf-8").replace("in range(200)", "in range(10)"), hasty)
    assert share_right(training, driver, guess, DEALS) == 0
    assert share_right(training, driver, nearest, DEALS) < 0.4
    assert share_right(training, driver, hasty["train_classifier"], DEALS) < 0.5


def test_a_predict_that_looks_at_its_own_rows_fails_on_single_penguins(
    training: Assignment, driver: ModuleType, solved: dict[str, Any]
) -> None:
    def leaking(rows: Any, labels: Any, seed: int) -> Any:
        predict = solved["train_classifier"](rows, labels, seed)
        return lambda others: predict(solved["standardize"](others, others)[0] * rows.std(axis=0) + rows.mean(axis=0))

    assert share_right(training, driver, leaking, range(10)) == 0


def test_answers_of_another_shape_are_worth_nothing(training: Assignment, driver: ModuleType) -> None:
    worth = training.questions["train_classifier"].formula
    kept = training.deriveds["kept_species"](1)
    assert worth(kept, kept, 0.9) == 1
    assert worth(kept[:, None], kept, 0.9) == 0
    assert worth(kept[1:], kept, 0.9) == 0
    assert worth(np.float64(1), kept, 0.2) == 0


def test_a_deal_permutes_rows_columns_and_species_and_changes_the_units(training: Assignment, questions: SimpleNamespace) -> None:
    columns, names = set(), set()
    for split in range(12):
        rows, species, kept, kept_species, target = (training.deriveds[name](split) for name in list(training.deriveds)[:5])
        assert rows.shape == (200, 4)
        assert kept.shape == (142, 4)
        both, labels = np.concatenate([rows, kept]), np.concatenate([species, kept_species])
        assert sorted(np.bincount(labels)) == [68, 123, 151]
        spread = both.std(axis=0) / both.mean(axis=0)
        columns.add((*np.argsort(spread),))
        names.add((*np.argsort(np.bincount(labels)),))
        ratios = np.sort(spread) / np.sort(questions.TABLE[:, :4].std(axis=0) / questions.TABLE[:, :4].mean(axis=0))
        np.testing.assert_allclose(ratios, 1, atol=0.02)
        assert not np.isin(both, questions.TABLE[:, :4]).all(axis=1).any()
        assert 0.88 <= target <= 0.95
    assert len(columns) >= 8
    assert len(names) >= 4


def test_the_target_is_the_references_score_less_the_margin_that_the_text_states(
    training: Assignment, questions: SimpleNamespace, prose: str
) -> None:
    assert f"less {questions.MARGIN:g}" in prose
    targets = []
    for split in range(100):
        rows, species, kept, kept_species, target = questions.dealt(split)
        if split < 5:
            score = np.mean(questions.reference(rows, species, kept) == kept_species)
            assert target == pytest.approx(score - questions.MARGIN)
        targets.append(target)
    assert f"That is about {np.mean(targets):.0%} of the penguins.".replace("%", " %") in prose


def test_labels_of_kept_penguins_are_never_sent(training: Assignment) -> None:
    asked = training.questions["train_classifier"]
    assert asked.sends == ("penguins", "species", "seed")
    assert asked.later == ("kept_penguins",)
    sent = {name for question in training.questions.values() for name in (*question.sends, *question.later)}
    assert not sent & {"kept_species", "target", "split"}


# --- the public examples -------------------------------------------------------------------------------------------------


def test_the_table_of_public_examples_agrees_with_the_questions(loaded: load.Loaded, training: Assignment) -> None:
    rows = content.table(loaded.master.read_text(encoding="utf-8"))
    for number, known in enumerate(content.truths(training)):
        heads = {
            "`X_train`": known["X_train"],
            "`X_test`": known["X_test"],
            "the mean of each column": np.mean(known["X_train"], axis=0),
            "the deviation of each column": np.std(known["X_train"], axis=0),
            "`X_test`, its first row standardized": known["standardize"][1][0],
            "its last row": known["standardize"][1][-1],
            "`costs`": known["cost_curves"][0],
            "`kept_costs`": known["cost_curves"][1],
        }
        assert heads.keys() == rows.keys()
        for head, value in heads.items():
            np.testing.assert_allclose(content.numbers(rows[head][number]), np.ravel(value), rtol=0, atol=1e-8, err_msg=head)


def test_in_the_second_example_all_sizes_differ_and_a_zero_and_a_negative_are_there(training: Assignment, prose: str) -> None:
    second = training.examples[1]
    (n1, n0), (n2, M), K = np.shape(second["W1"]), np.shape(second["Y"]), np.shape(second["X_kept"])[1]
    assert f"{n0} inputs, {n1} hidden neurons, {n2} outputs, {M} records to train with and {K} kept back" in prose
    assert len({n0, n1, n2, M, K}) == 5
    for name in ("X", "X_kept", "X_train"):
        assert np.any(np.asarray(second[name]) == 0)
        assert np.any(np.asarray(second[name]) < 0)


# --- the cases and the mistakes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [10, 4])
def test_cases_are_found_for_every_seed(training: Assignment, count: int) -> None:
    for seed in range(20):
        assert len(cases.draw(training, content.entropy(f"{seed} {count}"), count)) == count


def test_the_constant_column_is_constant_and_the_others_are_not(accepted: list[cases.Case]) -> None:
    for case in accepted:
        flat = np.std(np.asarray(case.givens["flat_train"]), axis=0) == 0
        assert np.sum(flat) == 1
        rows, others = case.truth["constant_column"]
        assert not np.any(rows[:, flat])
        assert np.any(others[:, flat])


def test_no_kept_record_moves_the_network(accepted: list[cases.Case], solved: dict[str, Any], training: Assignment) -> None:
    for case in accepted[:10]:
        known = {**case.givens, "X_kept": case.givens["X_kept"] + 1.0}
        costs, kept_costs = solved["cost_curves"](*(known[need] for need in training.questions["cost_curves"].needs))
        np.testing.assert_allclose(costs, case.truth["cost_curves"][0])
        assert not np.allclose(kept_costs, case.truth["cost_curves"][1])


def test_every_mistake_is_told_from_the_truth_and_from_the_others(training: Assignment, accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert not list(cases.separated(training, case))


def test_the_mistakes_that_the_course_promises_are_there(training: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(training.questions[question].mistakes), question


def test_a_slip_in_standardize_is_seen_again_where_a_column_is_constant(training: Assignment, accepted: list[cases.Case]) -> None:
    sample = training.questions["standardize"].mistakes["one_less_in_the_divisor"]
    for case in accepted[:10]:
        rows, _ = graph.predicted(training, case.givens, "constant_column", [sample])
        assert np.all(np.isfinite(rows))
        assert not np.allclose(rows, case.truth["constant_column"][0])


def test_every_hint_asks_and_none_tells_or_blames(training: Assignment) -> None:
    content.hints_ask(training, about="X_train|X_test|first table|second table|constant column")


def test_the_points_are_ten(training: Assignment) -> None:
    assert sum(question.points for question in training.questions.values()) == 10
