"""What is right in 06-train-it, and what goes wrong in it? The judge's own statement: students never receive this file.

Two trainings are measured by what they achieve: XOR by the outputs on its four records, the classifier by its answers to
penguins that it is sent only after it has been trained. For each case the penguins' rows, columns and species are permuted, the
columns are given other units and a little noise is added, so a table of answers is of no use. What the classifier has to reach is
what a plain reference reaches on the same rows, less MARGIN.

`standardize` takes records as rows. `cost_curves` takes them as columns, like the network: X (n0, M), Y (n2, M), W1 (n1, n0),
B1 (n1, 1), W2 (n2, n1), B2 (n2, 1). Its cost is the sum over the outputs and the mean over the records of (A2 - Y)^2.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from autograder.course import Assignment, Descent, choice, integers, normal, uniform

TABLE = np.loadtxt(Path(__file__).parent / "data" / "penguins.csv", delimiter=",")
TRAINED_ON = 200
NOISE = 0.02
MARGIN = 0.05
STEPS = 80


def fair(X_train, X_test, X, X_kept):
    """Columns that vary and units that differ; a zero and a negative among the network's inputs."""
    varied = np.all(np.std(X_train, axis=0) >= 0.8) and np.all(np.std(X_test, axis=0) >= 0.3)
    return varied and np.any(X == 0) and np.any(X < 0) and np.any(X_kept != 0)


training = Assignment(
    sizes={"n0": range(2, 5), "n1": range(2, 7), "n2": range(1, 4), "M": range(4, 9), "K": range(2, 7)},
    givens={
        "seed": integers(0, 100_000),
        "X_train": normal(mean=2, sd=3, size=("M", "n0")),
        "X_test": normal(mean=3, sd=2, size=("K", "n0")),
        "column": uniform(0, 1),
        "level": integers(2, 6),
        "X": integers(-2, 3, size=("n0", "M"), real=True),
        "Y": uniform(0.05, 0.95, size=("n2", "M")),
        "X_kept": integers(-2, 3, size=("n0", "K"), real=True),
        "Y_kept": uniform(0.05, 0.95, size=("n2", "K")),
        "W1": normal(sd=0.9, size=("n1", "n0")),
        "B1": normal(sd=0.5, size=("n1", 1)),
        "W2": normal(sd=1.2, size=("n2", "n1")),
        "B2": normal(sd=0.5, size=("n2", 1)),
        "learning_rate": uniform(1.2, 3),
        "epochs": choice([3, 4]),
        "split": integers(0, 1_000_000),
    },
    accept=fair,
    descent=Descent("cost_curves", steps=60, costs=0, kept=1),
    draws=20,
    examples=[
        {
            "seed": 1,
            "X_train": [[1, 20], [2, 40], [3, 60], [6, 40]],
            "X_test": [[3, 40], [9, 0]],
            "column": 0,
            "level": 3,
            "X": [[0, 0, 1, 1], [0, 1, 0, 1]],
            "Y": [[0, 1, 1, 0]],
            "X_kept": [[0.1, 0.9], [0.8, 0.9]],
            "Y_kept": [[1, 0]],
            "W1": [[3, -3], [-3, 3]],
            "B1": [[-1], [-1]],
            "W2": [[3, 3]],
            "B2": [[-2]],
            "learning_rate": 2,
            "epochs": 2,
            "split": 1,
        },
        {
            "seed": 2024,
            "X_train": [[2.5, -1, 0], [0.5, 3, -4], [-1.5, 0, 2], [4, 2.5, 1], [1, -2, -3]],
            "X_test": [[0, 1, -2], [3, -4, 0.5]],
            "column": 0.7,
            "level": 4,
            "X": [[2, -1, 0, 1, -2, 1], [0, 1, -2, 1, 2, -1], [-1, 2, 1, 0, 1, 2]],
            "Y": [[0.9, 0.2, 0.7, 0.1, 0.35, 0.65], [0.3, 0.8, 0.05, 0.6, 0.75, 0.25]],
            "X_kept": [[1, -1, 0, 2, -2], [-2, 0, 1, 1, -1], [2, 1, -1, 0, 1]],
            "Y_kept": [[0.4, 0.15, 0.8, 0.3, 0.6], [0.25, 0.85, 0.1, 0.7, 0.45]],
            "W1": [[0.5, -0.8, 0.3], [-0.4, 0.9, 1.1], [0.7, 0.2, -0.6], [-1.2, 0.1, 0.4]],
            "B1": [[0.2], [-0.3], [0.1], [0.6]],
            "W2": [[1.1, -0.7, 0.4, -0.9], [-0.2, 1.3, -1.5, 0.8]],
            "B2": [[0.3], [-0.4]],
            "learning_rate": 1.7,
            "epochs": 3,
            "split": 2,
        },
    ],
)


# --- the penguins --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def dealt(split):
    """The penguins of one case: rows and species to train with, those kept back, and the part of the latter to get right."""
    rng = np.random.RandomState(int(abs(split)))
    table = TABLE[rng.permutation(len(TABLE))]
    measured, named = table[:, :4][:, rng.permutation(4)], rng.permutation(3)[table[:, 4].astype(int)]
    measured = measured + NOISE * measured.std(axis=0) * rng.normal(size=measured.shape)
    rows = np.round(measured * 10 ** rng.uniform(-2, 1, size=4), 6)
    given, kept = slice(None, TRAINED_ON), slice(TRAINED_ON, None)
    score = np.mean(reference(rows[given], named[given], rows[kept]) == named[kept])
    return rows[given], named[given], rows[kept], named[kept], float(score) - MARGIN


def reference(rows, labels, others):
    """The species of other rows, by a network without a hidden layer: softmax regression on standardised rows."""
    mean, deviation = rows.mean(axis=0), rows.std(axis=0)
    inputs = np.column_stack([(rows - mean) / deviation, np.ones(len(rows))])
    targets = np.eye(3)[labels]
    weights = np.zeros((inputs.shape[1], 3))
    for _ in range(STEPS):
        outputs = np.exp(inputs @ weights)
        outputs /= outputs.sum(axis=1, keepdims=True)
        weights -= inputs.T @ (outputs - targets) / len(rows)
    return np.argmax(np.column_stack([(others - mean) / deviation, np.ones(len(others))]) @ weights, axis=1)


@training.derived
def penguins(split):
    return dealt(split)[0]


@training.derived
def species(split):
    return dealt(split)[1]


@training.derived
def kept_penguins(split):
    return dealt(split)[2]


@training.derived
def kept_species(split):
    return dealt(split)[3]


@training.derived
def target(split):
    return dealt(split)[4]


@training.derived
def flat_train(X_train, column, level):
    """The training rows, one of their columns the same number throughout."""
    flat = np.array(X_train, dtype=float)
    flat[:, int(column * flat.shape[1]) % flat.shape[1]] = level
    return flat


# --- XOR -----------------------------------------------------------------------------------------------------------------


@training.measured(points=3, sends=("seed",), enough=0.9)
def train_xor(got, seed):
    """W1 (hidden, 2), B1 (hidden, 1), W2 (1, hidden) and B2 (1, 1) of a network that has learned XOR: its four outputs lie on the
    right side of 0.5. Full marks for nine seeds of ten.
    """
    W1, B1, W2, B2 = got
    hidden = len(W1)
    if (np.shape(W1), np.shape(B1), np.shape(W2), np.shape(B2)) != ((hidden, 2), (hidden, 1), (1, hidden), (1, 1)):
        return 0.0
    X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    Z2 = W2 @ (1 / (1 + np.exp(-(W1 @ X + B1)))) + B2
    return float(np.all(Z2[0, [1, 2]] > 0) and np.all(Z2[0, [0, 3]] < 0))


# --- standardize ---------------------------------------------------------------------------------------------------------


def scaled(rows, mean, deviation):
    """Rows less a mean, in units of a deviation; where that is zero, in units of one."""
    return (rows - mean) / np.where(deviation > 0, deviation, 1)


@training.function(points=1.5)
def standardize(X_train, X_test):
    """Both tables with each column shifted and scaled so that the training rows have mean 0 and deviation 1 in it; shapes as before."""
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    return scaled(X_train, mean, deviation), scaled(X_test, mean, deviation)


@standardize.mistake
def test_rows_leak_in(X_train, X_test):
    """If one of the rows of X_test changed, would your training rows change? What did the training know of X_test then?"""
    rows = np.concatenate([X_train, X_test])
    return scaled(X_train, rows.mean(axis=0), rows.std(axis=0)), scaled(X_test, rows.mean(axis=0), rows.std(axis=0))


@standardize.mistake
def test_rows_by_themselves(X_train, X_test):
    """A penguin of 4 kg stands in X_train, another in X_test. Do the two get the same number?"""
    return tuple(scaled(rows, rows.mean(axis=0), rows.std(axis=0)) for rows in (X_train, X_test))


@standardize.mistake
def test_rows_by_their_mean(X_train, X_test):
    """Whose mean is taken from X_test: that of the training rows, or its own?"""
    deviation = X_train.std(axis=0)
    return scaled(X_train, X_train.mean(axis=0), deviation), scaled(X_test, X_test.mean(axis=0), deviation)


@standardize.mistake
def training_rows_by_the_test_rows(X_train, X_test):
    """X_train and X_test: which of the two may decide about mean and deviation, and which one does?"""
    mean, deviation = X_test.mean(axis=0), X_test.std(axis=0)
    return scaled(X_train, mean, deviation), scaled(X_test, mean, deviation)


@standardize.mistake
def test_rows_left_alone(X_train, X_test):
    """The network is asked about X_test in the units that it was trained in. In which units do you return it?"""
    return scaled(X_train, X_train.mean(axis=0), X_train.std(axis=0)), X_test


@standardize.mistake
def variance_for_deviation(X_train, X_test):
    """Measure a column of X_train in metres and not in millimetres: do your numbers stay the same? In which units is your divisor?"""
    mean, variance = X_train.mean(axis=0), X_train.var(axis=0)
    return scaled(X_train, mean, variance), scaled(X_test, mean, variance)


@standardize.mistake
def one_less_in_the_divisor(X_train, X_test):
    """Some divide by the number of rows in a deviation, some by that number less one. Which of the two does standardize ask for?"""
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
    return scaled(X_train, mean, deviation), scaled(X_test, mean, deviation)


@standardize.mistake
def not_centred(X_train, X_test):
    """Print the mean of each column of your first table. Is it 0?"""
    deviation = X_train.std(axis=0)
    return scaled(X_train, 0, deviation), scaled(X_test, 0, deviation)


@standardize.mistake
def not_scaled(X_train, X_test):
    """Print the deviation of each column of your first table. Is it 1?"""
    mean = X_train.mean(axis=0)
    return X_train - mean, X_test - mean


@standardize.mistake
def rows_for_columns(X_train, X_test):
    """Grams and millimetres stand next to each other in a row of X_train. Along which axis is your mean taken?"""
    return tuple(scaled(rows, rows.mean(axis=1, keepdims=True), rows.std(axis=1, keepdims=True)) for rows in (X_train, X_test))


@standardize.mistake
def one_mean_for_all(X_train, X_test):
    """A table has several columns. How many means and deviations does standardize need, and how many has yours?"""
    return scaled(X_train, X_train.mean(), X_train.std()), scaled(X_test, X_train.mean(), X_train.std())


@standardize.mistake
def between_zero_and_one(X_train, X_test):
    """The smallest and the largest row decide about your numbers. Which two figures of a column does the text of standardize name?"""
    low, width = X_train.min(axis=0), X_train.max(axis=0) - X_train.min(axis=0)
    return scaled(X_train, low, width), scaled(X_test, low, width)


@standardize.mistake
def deviation_added_up(X_train, X_test):
    """Write every row of X_train down twice: the deviation of a column stays the same. And the number by which you divide?"""
    mean, size = X_train.mean(axis=0), np.sqrt(len(X_train)) * X_train.std(axis=0)
    return scaled(X_train, mean, size), scaled(X_test, mean, size)


@standardize.mistake
def mean_alone_divided(X_train, X_test):
    """Work that line of standardize out by hand for one entry, one operation after the other: which one does Python do first?"""
    mean = scaled(X_train.mean(axis=0), 0, X_train.std(axis=0))
    return X_train - mean, X_test - mean


@standardize.mistake(worth=0.5)
def tables_swapped(X_train, X_test):
    """standardize returns two tables. Which of them comes first?"""
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    return scaled(X_test, mean, deviation), scaled(X_train, mean, deviation)


@standardize.mistake
def deviation_about_zero(X_train, X_test):
    """Add 1000 to a column of X_train: its deviation stays the same. And the number by which you divide?"""
    mean, size = X_train.mean(axis=0), np.sqrt((X_train**2).mean(axis=0))
    return scaled(X_train, mean, size), scaled(X_test, mean, size)


@standardize.mistake
def multiplied(X_train, X_test):
    """A column of X_train that varies a lot should become narrower. Does yours?"""
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) * deviation, (X_test - mean) * deviation


@training.outcome(points=0.5, at="standardize")
def constant_column(flat_train, X_test, *, standardize):
    """`standardize` where one column is the same in all training rows: that column is divided by 1, so it becomes 0 in them."""
    return standardize(flat_train, X_test)


@constant_column.mistake
def all_zero(flat_train, X_test):
    """A later row may differ from all the training rows in the constant column. Can one still see by how much?"""
    mean, deviation = flat_train.mean(axis=0), flat_train.std(axis=0)
    return scaled(flat_train, mean, deviation), np.where(deviation > 0, scaled(X_test, mean, deviation), 0)


@constant_column.mistake
def not_even_centred(flat_train, X_test):
    """What is the mean of the constant column in your first table, and what should it be?"""
    mean, deviation = np.where(flat_train.std(axis=0) > 0, flat_train.mean(axis=0), 0), flat_train.std(axis=0)
    return scaled(flat_train, mean, deviation), scaled(X_test, mean, deviation)


@constant_column.mistake
def divided_by_almost_nothing(flat_train, X_test):
    """How large is the constant column in your second table? By what is it divided there?"""
    mean, deviation = flat_train.mean(axis=0), flat_train.std(axis=0) + 1e-8
    return (flat_train - mean) / deviation, (X_test - mean) / deviation


@constant_column.mistake
def column_dropped(flat_train, X_test):
    """How many columns does X_train have, and how many come out where one of them is constant?"""
    varied = flat_train.std(axis=0) > 0
    rows, mean, deviation = flat_train[:, varied], flat_train.mean(axis=0)[varied], flat_train.std(axis=0)[varied]
    return scaled(rows, mean, deviation), scaled(X_test[:, varied], mean, deviation)


# --- cost_curves ---------------------------------------------------------------------------------------------------------


def run(X, network):
    """Hidden and final outputs."""
    W1, B1, W2, B2 = network
    A1 = 1 / (1 + np.exp(-(W1 @ X + B1)))
    return A1, 1 / (1 + np.exp(-(W2 @ A1 + B2)))


def cost(X, Y, network):
    """The sum over the outputs, the mean over the records, of the squared error."""
    return np.sum((run(X, network)[1] - Y) ** 2) / X.shape[1]


def moved(X, Y, network, rate):
    """The network one step further down the slope of that cost."""
    W1, B1, W2, B2 = network
    A1, A2 = run(X, network)
    dZ2 = 2 / X.shape[1] * (A2 - Y) * A2 * (1 - A2)
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    return (
        W1 - rate * dZ1 @ X.T,
        B1 - rate * dZ1.sum(axis=1, keepdims=True),
        W2 - rate * dZ2 @ A1.T,
        B2 - rate * dZ2.sum(axis=1, keepdims=True),
    )


def path(X, Y, network, rate, epochs):
    """The network before the first step, and after each."""
    networks = [network]
    for _ in range(epochs):
        networks.append(moved(X, Y, networks[-1], rate))
    return networks


def costs(X, Y, networks):
    """What each of several networks costs on these records."""
    return np.array([cost(X, Y, network) for network in networks])


@training.function(points=2)
def cost_curves(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """(costs, kept_costs): the cost before each step, on the records that are trained on and on those kept back; each has as many
    numbers as there are epochs.
    """
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake
def kept_records_trained_on(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """Change a kept record: may your first curve change? On which records are the steps of cost_curves taken?"""
    everything = np.concatenate([X, X_kept], axis=1), np.concatenate([Y, Y_kept], axis=1)
    networks = path(*everything, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake
def a_step_on_the_kept_records_too(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """How many steps does cost_curves make in one epoch, and with which records?"""
    networks = [(W1, B1, W2, B2)]
    for _ in range(epochs):
        networks.append(moved(X_kept, Y_kept, moved(X, Y, networks[-1], learning_rate), learning_rate))
    return costs(X, Y, networks[:-1]), costs(X_kept, Y_kept, networks[:-1])


@cost_curves.mistake
def trained_on_the_kept_records(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """Which records is cost_curves to learn from, and which only to be looked at?"""
    networks = path(X_kept, Y_kept, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake
def two_networks(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """There is one network, seen by two sets of records. How many networks does your cost_curves train?"""
    return tuple(costs(A, B, path(A, B, (W1, B1, W2, B2), learning_rate, epochs)[:-1]) for A, B in ((X, Y), (X_kept, Y_kept)))


@cost_curves.mistake(worth=0.5)
def after_the_step(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """The first number of each of the cost_curves belongs to the network as it came. Had yours moved by then?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[1:]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake(worth=0.5)
def kept_costs_after_the_step(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """Both of your cost_curves should look at the same network at the same time. Which of the two is a step ahead?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)
    return costs(X, Y, networks[:-1]), costs(X_kept, Y_kept, networks[1:])


@cost_curves.mistake(worth=0.5)
def one_cost_too_many(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """How many steps are there, and how many numbers does each of your cost_curves hold?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake(worth=0.5)
def one_step_too_few(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """With epochs of 1, how many numbers should each of the cost_curves hold, and how many does yours?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[: epochs - 1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake(partial=True)
def mean_over_outputs_too(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """A network gets one more output that always misses by 1. By how much should the cost rise, and by how much do your cost_curves?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X, Y, networks) / len(Y), costs(X_kept, Y_kept, networks) / len(Y)


@cost_curves.mistake(worth=0.5)
def kept_cost_by_the_wrong_number(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """Copy every kept record: the second of the cost_curves should stay the same. By which number of records is yours divided?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks) * X_kept.shape[1] / X.shape[1]


@cost_curves.mistake
def the_same_curve_twice(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    """Change a kept record: which of your cost_curves notices?"""
    series = costs(X, Y, path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[:-1])
    return series, series


@cost_curves.mistake(worth=0.5)
def curves_swapped(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """cost_curves returns two things. Which of them comes first?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)[:-1]
    return costs(X_kept, Y_kept, networks), costs(X, Y, networks)


@cost_curves.mistake(worth=0.5)
def kept_cost_at_the_end_only(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """How many numbers are there in the second of your cost_curves? How often should the kept records be looked at?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, epochs)
    return costs(X, Y, networks[:-1]), cost(X_kept, Y_kept, networks[-1])


@cost_curves.mistake
def standing_still(X, Y, X_kept, Y_kept, W1, B1, W2, B2, epochs):
    """All numbers in your cost_curves are alike. The new weights were worked out: under which names are they kept?"""
    network = (W1, B1, W2, B2)
    return np.full(epochs, cost(X, Y, network)), np.full(epochs, cost(X_kept, Y_kept, network))


@cost_curves.mistake
def uphill(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """With a small learning rate, does the first of your cost_curves fall?"""
    networks = path(X, Y, (W1, B1, W2, B2), -learning_rate, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake
def rate_left_out(X, Y, X_kept, Y_kept, W1, B1, W2, B2, epochs):
    """Somebody doubles the learning rate. Do your cost_curves notice?"""
    networks = path(X, Y, (W1, B1, W2, B2), 1, epochs)[:-1]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


@cost_curves.mistake
def two_steps_an_epoch(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """How many steps lie between two neighbouring numbers of your cost_curves?"""
    networks = path(X, Y, (W1, B1, W2, B2), learning_rate, 2 * epochs)[: 2 * epochs : 2]
    return costs(X, Y, networks), costs(X_kept, Y_kept, networks)


# --- penguins ------------------------------------------------------------------------------------------------------------


@training.measured(points=3, sends=("penguins", "species", "seed"), later=("kept_penguins",), built_on=("standardize",), enough=0.9)
def train_classifier(got, kept_species, target):
    """A function that tells the species of penguins that were kept back: the share that it gets right is at least that of a plain
    reference, less 0.05. Full marks for nine deals of ten.
    """
    return float(np.shape(got) == np.shape(kept_species) and np.mean(got == kept_species) >= target)


# --- for `descent verify` ------------------------------------------------------------------------------------------------

training.equivalent(
    "network = random_network(...)", because="it counts whether the network learns: other random numbers and more neurons do as well"
)
training.equivalent("for _ in range(...):", because="it counts whether the network learns: with more epochs it does as well")
training.equivalent(
    "network = update(*network, *slopes, ...)", because="it counts whether the network learns: at a rate near this one it does as well"
)
training.equivalent("slopes = backward(..., network[-2])", because="the network is four arrays: the third is the last but one")
training.equivalent("classes = Y_train.max() + 2", because="an output that is never wanted learns to stay at 0")
training.equivalent("X = standardize(X_train, ...)[0].T", because="the first table does not hang on what is asked for the second")
training.equivalent("X = standardize(X_train, X_train)[1].T", because="both tables are the training rows")
training.equivalent("def predict(X_new): before for _ in range(200):", because="a function looks up `network` when it is called")
training.equivalent(
    "return forward(standardize(X_train, X_new)[1].T, *network)[-2].argmax(axis=0)",
    because="the sigmoid rises: where it is highest, so is the sum",
)
training.equivalent(
    "return forward(standardize(X_train, X_new)[-1].T, *network)[-1].argmax(axis=0)", because="the second of two tables is the last"
)
training.equivalent("deviation = (-X_train).std(axis=0)", because="a deviation does not know the sign of what deviates")
training.equivalent("deviation = np.where(-deviation == 0, 1, deviation)", because="minus zero is zero")
training.equivalent("costs.append(cost(Y, sums[-1]))", because="a square does not know the sign of what was squared")
training.equivalent(
    "kept_costs.append(cost(Y_kept, forward(X_kept, *network)[-1]))", because="a square does not know the sign of what was squared"
)
training.equivalent(
    "kept_costs.append(cost(forward(X_kept, *network)[-1], Y_kept)) before costs.append(cost(sums[-1], Y))",
    because="neither of the two hangs on the other",
)
training.equivalent(
    "slopes = backward(X, Y, *sums, network[2]) before kept_costs.append(cost(forward(X_kept, *network)[-1], Y_kept))",
    because="neither of the two hangs on the other",
)
training.equivalent(
    "X = standardize(X_train, X_train)[0].T before classes = Y_train.max() + 1", because="neither of the two hangs on the other"
)
training.equivalent(
    "Y = one_hot(Y_train, classes) before X = standardize(X_train, X_train)[0].T", because="neither of the two hangs on the other"
)
training.equivalent(
    "network = random_network(np.random.default_rng(seed), len(X), 6, classes) before Y = one_hot(Y_train, classes)",
    because="neither of the two hangs on the other",
)
