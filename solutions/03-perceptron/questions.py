"""What is right in 03-perceptron, and what goes wrong in it? The judge's own statement: students never receive this file.

One sigmoid neuron with n inputs and a bias, trained on M records. Records are rows: xs is (M, n), ys and the outputs a are (M,),
w is (n,). The cost is C = 1/(2M) * sum of (y - a)^2, the mean over the records of half the squared error; dw and db are its
derivatives, and (del_w, del_b) = -eta * (dw, db).

The methods are asked of a neuron whose weights and bias were drawn: from zero weights too many slips give the right numbers.
What training returns is looked at after one epoch and after two, with the records in another order, and with every record twice.
A slip in `gradients` is carried through all of these by the formulas' own calls. A sign that is turned in two places, so that the
steps come out right, is a convention other than this text's and is worth half.
"""

import numpy as np

from autograder.course import Assignment, Border, Descent, integers, length, normal, uniform


def fair(xs, ys, w, b, eta):
    """A zero and a negative among the inputs, no dead input, no saturated record, errors of some size, and no overflow anywhere."""
    z = xs @ w + b
    errors = 1 / (1 + np.exp(-z)) - ys
    if not (np.any(xs == 0) and np.any(xs < 0) and np.all(np.any(xs, axis=0))):
        return False
    return np.max(np.abs(z)) <= 4 and np.max(np.abs(errors)) >= 0.2 and bracketless(xs, ys, w, b, eta) < 1e100


def bracketless(xs, ys, w, b, eta):
    """How far a neuron goes in two epochs whose sigmoid is 1 / 1 + exp(-z), the one slip that can leave all bounds."""
    for _ in range(2):
        a = 1 + np.exp(-(xs @ w + b))
        delta = (a - ys) * a * (1 - a) / len(xs)
        w, b = w - eta * xs.T @ delta, b - eta * np.sum(delta)
    return max(np.max(np.abs(w)), abs(b))


def descent(xs, ys, w, b, eta, epochs, *, cost, updates):
    """Training for more epochs than `train` is asked for: what the feedback page draws."""
    return descend(xs, ys, w, b, eta, epochs, cost, updates)


neuron = Assignment(
    sizes={"features": range(2, 5), "records": range(5, 8)},
    givens={
        "z": normal(sd=1.5, size="records"),
        "n": length("features"),
        "xs": integers(-2, 3, size=("records", "features"), real=True),
        "ys": uniform(0.05, 0.95, size="records"),
        "w": normal(sd=0.5, size="features"),
        "b": normal(sd=0.5),
        "eta": uniform(1.2, 3),
        "shuffle": normal(size="records"),
    },
    accept=fair,
    descent=Descent(
        "train",
        steps=32,
        costs=2,
        givens={"eta": 8},
        border=Border(weights=0, bias=1, inputs="xs", targets="ys", window=(-0.6, 1.6, -0.6, 1.6)),
        by=descent,
    ),
    examples=[
        {
            "z": [0, 2, -1],
            "n": 2,
            "xs": [[0, 0], [0, 1], [1, 0], [1, 1]],
            "ys": [0, 1, 1, 1],
            "w": [0, 0],
            "b": 0,
            "eta": 2,
            "shuffle": [4, 1, 3, 2],
        },
        {
            "z": [-3, -0.4, 0, 1.7],
            "n": 3,
            "xs": [[2, -1, 0], [1, 2, -2], [-1, 0, 1], [0, -2, -1], [3, 1, 2]],
            "ys": [0.9, 0.2, 0.7, 0.1, 0.35],
            "w": [0.4, -0.7, 0.2],
            "b": 0.3,
            "eta": 1.5,
            "shuffle": [2, 5, 1, 4, 3],
        },
    ],
)


@neuron.derived
def shuffled_xs(xs, shuffle):
    return xs[np.argsort(shuffle)]


@neuron.derived
def shuffled_ys(ys, shuffle):
    return ys[np.argsort(shuffle)]


@neuron.derived
def doubled_xs(xs):
    return np.concatenate([xs, xs])


@neuron.derived
def doubled_ys(ys):
    return np.concatenate([ys, ys])


# --- sigmoid -------------------------------------------------------------------------------------------------------------


@neuron.function(points=0.5)
def sigmoid(z):
    """The S-curve at z, in the shape of z."""
    return 1 / (1 + np.exp(-z))


@sigmoid.mistake
def curve_mirrored(z):
    """When z grows, does the S-curve rise or fall? And your sigmoid?"""
    return 1 / (1 + np.exp(z))


@sigmoid.mistake
def bracket_missing(z):
    """Your sigmoid is above 1. Work that line out by hand, one operation after the other: which one does Python do first?"""
    return 1 + np.exp(-z)  # 1 / 1 + np.exp(-z)


@sigmoid.mistake
def slope_of_the_curve(z):
    """Your sigmoid never rises above 0.25. Is that the height of the S-curve, or something else about it?"""
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@sigmoid.mistake
def step(z):
    """A neuron that says only 0 or 1 has no slope to go down. Which values can your sigmoid take between the two?"""
    return np.where(z > 0, 1.0, 0.0)


@sigmoid.mistake
def tanh(z):
    """Far to the left, where should the sigmoid arrive, and where does yours?"""
    return np.tanh(z)


# --- a fresh neuron ------------------------------------------------------------------------------------------------------


@neuron.outcome(points=0.5, at="Perceptron.__init__")
def init(n):
    """n, w and b of a fresh Perceptron(n): the number of inputs, n zeros of shape (n,), and the number 0."""
    return n, np.zeros(n), 0.0


@init.mistake
def all_ones(n):
    """Before it has learned anything, which inputs should a fresh w prefer? Which numbers say that in init?"""
    return n, np.ones(n), 0.0


@init.mistake
def bias_of_one(n):
    """The input of a bias can be thought of as a constant 1. Is that also the b with which init begins?"""
    return n, np.zeros(n), 1.0


@init.mistake
def bias_among_the_weights(n):
    """How many inputs does the neuron have, and how many numbers are there in the w that init makes?"""
    return n, np.zeros(n + 1), 0.0


@init.mistake
def a_bias_for_each_input(n):
    """One neuron adds its bias once. How many numbers is the b that init makes?"""
    return n, np.zeros(n), np.zeros(n)


@init.mistake
def a_single_weight(n):
    """Each input has a weight of its own. How many numbers does the w of init hold?"""
    return n, 0.0, 0.0


@init.mistake
def a_column(n):
    """Print the shape of w that init makes. Is it (n,), or does it have a second axis?"""
    return n, np.zeros((n, 1)), 0.0


# --- predict -------------------------------------------------------------------------------------------------------------


@neuron.outcome(points=1, at="Perceptron.predict")
def predict(xs, w, b, *, sigmoid):
    """The outputs for the records xs, shape (M,): the sigmoid of each record's weighted sum and the bias."""
    return sigmoid(xs @ w + b)


@predict.mistake
def bias_left_out(xs, w, *, sigmoid):
    """For a record that is all zeros, what does the bias make of the output? Does your predict know it?"""
    return sigmoid(xs @ w)


@predict.mistake
def bias_for_each_input(xs, w, b, *, sigmoid):
    """The neuron has one bias. How often does it get into the sum that your predict makes of a record?"""
    return sigmoid(np.sum(xs * w + b, axis=1))


@predict.mistake
def bias_subtracted(xs, w, b, *, sigmoid):
    """Increase the bias a little: should the output rise or fall, and what does predict do?"""
    return sigmoid(xs @ w - b)


@predict.mistake
def no_sigmoid(xs, w, b):
    """An output lies between 0 and 1, whatever the inputs. What keeps your predict in there?"""
    return xs @ w + b


@predict.mistake
def sigmoid_twice(xs, w, b, *, sigmoid):
    """Can your predict ever answer less than a half? How many S-curves does the sum pass through?"""
    return sigmoid(sigmoid(xs @ w + b))


@predict.mistake
def yes_or_no(xs, w, b):
    """How sure the neuron is stands in the digits of predict. Where have they gone?"""
    return np.where(xs @ w + b > 0, 1.0, 0.0)


@predict.mistake
def inputs_added_up(xs, b, *, sigmoid):
    """If one of the weights were doubled, would your predict notice?"""
    return sigmoid(np.sum(xs, axis=1) + b)


@predict.mistake
def not_added_up(xs, w, b, *, sigmoid):
    """How many answers has the neuron for one record, and how many does your predict give?"""
    return sigmoid(xs * w + b)


@predict.mistake
def outputs_in_a_column(xs, w, b, *, sigmoid):
    """Print the shape of what predict returns. Next to ys of shape (M,), what does NumPy make of the two?"""
    return sigmoid(xs @ w + b)[:, None]


# --- cost ----------------------------------------------------------------------------------------------------------------


@neuron.outcome(points=1, at="Perceptron.cost")
def cost(xs, ys, w, b, *, predict):
    """The mean over the records of half the squared error, one number."""
    return np.mean((ys - predict(xs, w, b)) ** 2) / 2


@cost.mistake
def half_missing(xs, ys, w, b, *, predict):
    """Your cost is an exact multiple of the one in the text. Which of its factors is not there?"""
    return np.mean((ys - predict(xs, w, b)) ** 2)


@cost.mistake
def added_up(xs, ys, w, b, *, predict):
    """Copy every record once: should the cost change, and does yours?"""
    return np.sum((ys - predict(xs, w, b)) ** 2) / 2


@cost.mistake
def added_up_whole(xs, ys, w, b, *, predict):
    """Read the cost in the text factor by factor. There are two in front of the sum: do you have either?"""
    return np.sum((ys - predict(xs, w, b)) ** 2)


@cost.mistake
def half_twice(xs, ys, w, b, *, predict):
    """Your cost is an exact part of the one in the text. How many times has it been halved, in the square and in front of it?"""
    return np.mean((ys - predict(xs, w, b)) ** 2) / 4


@cost.mistake
def records_counted_twice(xs, ys, w, b, *, predict):
    """Copy every record once: the cost should stay. Does yours shrink, and in how many places does it divide by their number?"""
    return np.mean((ys - predict(xs, w, b)) ** 2) / (2 * len(xs))


@cost.mistake
def records_above_the_line(xs, ys, w, b, *, predict):
    """Work out by hand, for five records, what stands in front of the sum in your cost. Is it a small number, as it should be?"""
    return np.sum((ys - predict(xs, w, b)) ** 2) * len(xs) / 2  # 1 / 2 * len(xs)


@cost.mistake
def below_zero(xs, ys, w, b, *, predict):
    """Training makes the cost fall. Which neuron has the lowest cost by your method, one that is right or one that is far off?"""
    return -np.mean((ys - predict(xs, w, b)) ** 2) / 2


@cost.mistake
def by_the_features(xs, ys, w, b, *, predict):
    """How many squares are added up in the cost, and by which number do you divide them?"""
    return np.sum((ys - predict(xs, w, b)) ** 2) / (2 * xs.shape[1])


@cost.mistake
def not_squared(xs, ys, w, b, *, predict):
    """One record is missed upwards, another by as much downwards. What does your cost say of the two together?"""
    return np.mean(ys - predict(xs, w, b)) / 2


@cost.mistake
def mean_before_the_square(xs, ys, w, b, *, predict):
    """A miss of 0.3 upwards and one of 0.3 downwards: do they make up for each other in the cost? And in yours?"""
    return np.mean(ys - predict(xs, w, b)) ** 2 / 2


@cost.mistake
def absolute(xs, ys, w, b, *, predict):
    """A miss twice as large: how much more should it cost, and how much more is it in your cost?"""
    return np.mean(np.abs(ys - predict(xs, w, b))) / 2


@cost.mistake
def root(xs, ys, w, b, *, predict):
    """The cost in the text ends with a mean. What have you done to it after that?"""
    return np.sqrt(np.mean((ys - predict(xs, w, b)) ** 2))


@cost.mistake
def for_each_record(xs, ys, w, b, *, predict):
    """One neuron, one data set: how many numbers is its cost, and how many is yours?"""
    return (ys - predict(xs, w, b)) ** 2 / 2


@cost.mistake
def every_output_with_every_target(xs, ys, w, b, *, predict):
    """Print the shape of the errors in your cost. How many errors do M records make?"""
    return np.mean((ys[:, None] - predict(xs, w, b)) ** 2) / 2  # (M, 1) against (M,)


@cost.mistake
def cross_entropy(xs, ys, w, b, *, predict):
    """There is more than one way to price a miss. Which cost does this text state: one with squares or one with logarithms?"""
    a = predict(xs, w, b)
    return -np.mean(ys * np.log(a) + (1 - ys) * np.log(1 - a))


# --- gradients -----------------------------------------------------------------------------------------------------------


def averaged(xs, delta):
    """The mean over the records of delta times the inputs, and of delta."""
    return xs.T @ delta / len(xs), np.mean(delta)


def deltas(xs, ys, w, b, predict):
    """The derivative of each record's cost by its own z."""
    a = predict(xs, w, b)
    return (a - ys) * a * (1 - a)


@neuron.outcome(points=3, at="Perceptron.gradients")
def gradients(xs, ys, w, b, *, predict):
    """dw, shape (n,), and db, a number: the derivatives of the cost, the mean over the records, by each weight and by the bias."""
    return averaged(xs, deltas(xs, ys, w, b, predict))


@gradients.mistake(worth=0.5, redeemed_by="updates")
def downhill_already(xs, ys, w, b, *, predict):
    """Where all outputs are too high, does the cost rise or fall as the bias grows? Which sign has your db there?"""
    return averaged(xs, -deltas(xs, ys, w, b, predict))


@gradients.mistake
def brackets_missing(xs, ys, w, b, *, predict):
    """If outputs and targets were equal, what should dw and db be? On that line, which operation does Python do first?"""
    a = predict(xs, w, b)
    return averaged(xs, a - ys * a * (1 - a))


@gradients.mistake
def last_bracket_missing(xs, ys, w, b, *, predict):
    """Write numbers into the line for delta and work it out as Python does. Which bracket does dw need there?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) * a - a)  # (a - ys) * a * 1 - a


@gradients.mistake
def slope_left_out(xs, ys, w, b, *, predict):
    """Between the sum and the output of a record stands the S-curve. Where do your dw and db allow for it?"""
    return averaged(xs, predict(xs, w, b) - ys)


@gradients.mistake
def slope_at_the_output(xs, ys, w, b, *, predict):
    """A slope is taken at a place along the axis of the S-curve. In your dw, is it taken at a place or at a height?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) * np.exp(-a) / (1 + np.exp(-a)) ** 2)


@gradients.mistake
def slope_of_the_target(xs, ys, w, b, *, predict):
    """Where on the S-curve does a record stand: at its output or at its target? Which of the two makes the slope in your dw?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) * ys * (1 - ys))


@gradients.mistake
def one_factor_a(xs, ys, w, b, *, predict):
    """Far to the left the S-curve is flat. Does the slope in your dw know that?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) * (1 - a))


@gradients.mistake
def one_factor_one_minus_a(xs, ys, w, b, *, predict):
    """Far to the right the S-curve is flat. Does the slope in your dw know that?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) * a)


@gradients.mistake
def error_left_out(xs, w, b, *, predict):
    """If every output were right, what should dw be, and what would yours be?"""
    a = predict(xs, w, b)
    return averaged(xs, a * (1 - a))


@gradients.mistake
def error_squared(xs, ys, w, b, *, predict):
    """Your db is never negative. What becomes of the square in the cost when it is derived?"""
    a = predict(xs, w, b)
    return averaged(xs, (a - ys) ** 2 * a * (1 - a))


@gradients.mistake
def error_without_sign(xs, ys, w, b, *, predict):
    """One output is too high, another too low. Could you tell from your db which is which?"""
    a = predict(xs, w, b)
    return averaged(xs, np.abs(a - ys) * a * (1 - a))


@gradients.mistake
def twofold(xs, ys, w, b, *, predict):
    """Your dw is an exact multiple of the slope of this cost. Which factor of the cost meets the 2 that the square brings down?"""
    return averaged(xs, 2 * deltas(xs, ys, w, b, predict))


@gradients.mistake
def halved(xs, ys, w, b, *, predict):
    """Your dw is an exact part of the slope of this cost. What comes down when a square is derived, and what does it meet?"""
    return averaged(xs, deltas(xs, ys, w, b, predict) / 2)


@gradients.mistake
def added_up_not_averaged(xs, ys, w, b, *, predict):
    """Copy every record once: should dw and db change, and do yours?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw * len(xs), db * len(xs)


@gradients.mistake
def averaged_over_the_features(xs, ys, w, b, *, predict):
    """How many things are added up in one entry of dw, and by which number do you divide?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw * len(xs) / xs.shape[1], db * len(xs) / xs.shape[1]


@gradients.mistake
def weights_by_the_features(xs, ys, w, b, *, predict):
    """Your db is a mean over the records. Over how many things is dw one, and by which number did you divide it?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw * len(xs) / xs.shape[1], db


@gradients.mistake
def averaged_along_the_wrong_axis(xs, ys, w, b, *, predict):
    """How many weights are there, and how many entries has your dw? Along which axis was the mean taken?"""
    delta = deltas(xs, ys, w, b, predict)
    return np.mean(delta[:, None] * xs, axis=1), np.mean(delta)


@gradients.mistake
def divided_twice(xs, ys, w, b, *, predict):
    """Where does the number of records get into dw? Is there a second place?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw / len(xs), db / len(xs)


@gradients.mistake
def bias_not_divided(xs, ys, w, b, *, predict):
    """One cost, one mean. Does your db get the same divisor as your dw?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw, db * len(xs)


@gradients.mistake
def weights_not_divided(xs, ys, w, b, *, predict):
    """One cost, one mean. Does your dw get the same divisor as your db?"""
    dw, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw * len(xs), db


@gradients.mistake
def last_record_alone(xs, ys, w, b, *, predict):
    """Change the first record: do dw and db notice? What happens to them from one record to the next?"""
    delta = deltas(xs, ys, w, b, predict)
    return delta[-1] * xs[-1] / len(xs), delta[-1] / len(xs)  # = where += was meant


@gradients.mistake
def last_record_undivided(xs, ys, w, b, *, predict):
    """Swap two records: should dw change, and does yours? Which of the records are in it?"""
    delta = deltas(xs, ys, w, b, predict)
    return delta[-1] * xs[-1], delta[-1]


@gradients.mistake
def first_record_alone(xs, ys, w, b, *, predict):
    """Change the last record: do dw and db notice? In which line does your method come back with them?"""
    delta = deltas(xs, ys, w, b, predict)
    return delta[0] * xs[0] / len(xs), delta[0] / len(xs)  # `return` inside the loop


@gradients.mistake
def last_record_twice(xs, ys, w, b, *, predict):
    """List what is added to dw, record by record. Does one of them get in a second time, behind the loop?"""
    delta = deltas(xs, ys, w, b, predict)
    dw, db = averaged(xs, delta)
    return dw + delta[-1] * xs[-1] / len(xs), db + delta[-1] / len(xs)


@gradients.mistake
def all_pairs(xs, ys, w, b, *, predict):
    """How many errors do M records make, and how many numbers are averaged in your db? Print the shapes of outputs and targets."""
    a = predict(xs, w, b)
    return averaged(xs, (a[:, None] - ys) * (a * (1 - a))[:, None])  # (M, 1) against (M,)


@gradients.mistake
def for_each_record_apart(xs, ys, w, b, *, predict):
    """How many weights are there to move, and how many numbers does your dw hold? What is still to be done with the records?"""
    delta = deltas(xs, ys, w, b, predict)
    return delta[:, None] * xs, delta


@gradients.mistake
def inputs_left_out(xs, ys, w, b, *, predict):
    """If an input is zero in all records, can its weight have caused any of the error? What does your dw say?"""
    _, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return np.full(len(w), db), db


@gradients.mistake
def weights_for_inputs(xs, ys, w, b, *, predict):
    """By which quantity does a weight reach the sum, and which one stands in your dw?"""
    _, db = averaged(xs, deltas(xs, ys, w, b, predict))
    return db * w, db


@gradients.mistake
def no_slope_for_the_bias(xs, ys, w, b, *, predict):
    """Move the bias a little: does the cost change? What does your db say?"""
    dw, _ = averaged(xs, deltas(xs, ys, w, b, predict))
    return dw, 0.0


# --- updates -------------------------------------------------------------------------------------------------------------


@neuron.outcome(points=1, at="Perceptron.updates")
def updates(xs, ys, w, b, eta, *, gradients):
    """del_w, shape (n,), and del_b, a number: the change of the weights and of the bias in one step, to be added to them."""
    dw, db = gradients(xs, ys, w, b)
    return -eta * dw, -eta * db


@updates.mistake(worth=0.5, redeemed_by="train")
def uphill(xs, ys, w, b, eta, *, gradients):
    """Add your del_w to the weights and work out the cost again: which way did it go?"""
    dw, db = gradients(xs, ys, w, b)
    return eta * dw, eta * db


@updates.mistake
def rate_left_out(xs, ys, w, b, *, gradients):
    """Somebody doubles the learning rate. Do your del_w and del_b notice?"""
    dw, db = gradients(xs, ys, w, b)
    return -dw, -db


@updates.mistake
def the_slope_itself(xs, ys, w, b, *, gradients):
    """How steep it is, and how far to go: which of the two does updates return, and which are your del_w and del_b?"""
    return gradients(xs, ys, w, b)


@updates.mistake
def rate_twice(xs, ys, w, b, eta, *, gradients):
    """Somebody doubles the learning rate. Should del_w become two times or four times as large, and which does yours?"""
    dw, db = gradients(xs, ys, w, b)
    return -(eta**2) * dw, -(eta**2) * db


@updates.mistake
def twice_as_far(xs, ys, w, b, eta, *, gradients):
    """Your del_w is an exact multiple of the change in the text. Has the 2 that the square brings down not been met before?"""
    dw, db = gradients(xs, ys, w, b)
    return -2 * eta * dw, -2 * eta * db


@updates.mistake
def half_as_far(xs, ys, w, b, eta, *, gradients):
    """Your del_w is an exact part of the change in the text. Is the half of the cost not in the slopes already?"""
    dw, db = gradients(xs, ys, w, b)
    return -eta * dw / 2, -eta * db / 2


@updates.mistake
def rate_for_the_weights_only(xs, ys, w, b, eta, *, gradients):
    """Somebody doubles the learning rate. Does del_b double along with del_w?"""
    dw, db = gradients(xs, ys, w, b)
    return -eta * dw, -db


@updates.mistake
def bias_stays(xs, ys, w, b, eta, *, gradients):
    """The bias has a share in the error as well. What does your del_b do about it?"""
    dw, _ = gradients(xs, ys, w, b)
    return -eta * dw, 0.0


@updates.mistake
def where_they_arrive(xs, ys, w, b, eta, *, gradients):
    """Is del_w the place where the weights arrive, or the way that they go?"""
    dw, db = gradients(xs, ys, w, b)
    return w - eta * dw, b - eta * db


@updates.mistake
def averaged_again(xs, ys, w, b, eta, *, gradients):
    """The slopes are those of a mean already. Does your del_w divide by the number of records once more?"""
    dw, db = gradients(xs, ys, w, b)
    return -eta * dw / len(xs), -eta * db / len(xs)


@updates.mistake
def mean_undone(xs, ys, w, b, eta, *, gradients):
    """Copy every record once: should del_w change, and does yours?"""
    dw, db = gradients(xs, ys, w, b)
    return -eta * dw * len(xs), -eta * db * len(xs)


# --- train ---------------------------------------------------------------------------------------------------------------


def descend(xs, ys, w, b, eta, epochs, cost, updates):
    """Batch gradient descent: weights, bias, and the cost before each step."""
    costs = []
    for _ in range(epochs):
        costs.append(cost(xs, ys, w, b))
        del_w, del_b = updates(xs, ys, w, b, eta)
        w, b = w + del_w, b + del_b
    return w, b, np.array(costs)


def once_and_twice(trained):
    """What the driver asks for, from what training for one epoch and for two gives."""
    (w1, b1, _), (w2, b2, costs) = trained(1), trained(2)
    return w1, b1, w2, b2, costs


@neuron.outcome(points=2, at="Perceptron.train")
def train(xs, ys, w, b, eta, *, cost, updates):
    """Weights and bias after one epoch and after two, and the list of the costs before the first and before the second step."""
    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))


@train.mistake
def a_step_after_each_record(xs, ys, w, b, eta, *, cost, updates):
    """In one epoch of batch descent, how many steps does w make, and how many does yours?"""

    def trained(epochs):
        u, c, costs = w, b, []
        for _ in range(epochs):
            costs.append(cost(xs, ys, u, c))
            for m in range(len(xs)):
                del_w, del_b = updates(xs[m : m + 1], ys[m : m + 1], u, c, eta)
                u, c = u + del_w, c + del_b
        return u, c, np.array(costs)

    return once_and_twice(trained)


@train.mistake
def a_small_step_after_each_record(xs, ys, w, b, eta, *, cost, updates):
    """When the second record is looked at, has w moved already? Should it have, within one epoch?"""

    def trained(epochs):
        u, c, costs = w, b, []
        for _ in range(epochs):
            costs.append(cost(xs, ys, u, c))
            for m in range(len(xs)):
                del_w, del_b = updates(xs[m : m + 1], ys[m : m + 1], u, c, eta)
                u, c = u + del_w / len(xs), c + del_b / len(xs)
        return u, c, np.array(costs)

    return once_and_twice(trained)


@train.mistake
def changes_pile_up(xs, ys, w, b, eta, *, cost, updates):
    """What is in del_w when the second epoch begins, and what should be?"""

    def trained(epochs):
        u, c, costs, del_w, del_b = w, b, [], 0.0, 0.0
        for _ in range(epochs):
            costs.append(cost(xs, ys, u, c))
            more_w, more_b = updates(xs, ys, u, c, eta)
            del_w, del_b = del_w + more_w, del_b + more_b
            u, c = u + del_w, c + del_b
        return u, c, np.array(costs)

    return once_and_twice(trained)


@train.mistake
def changes_subtracted(xs, ys, w, b, eta, *, cost, updates):
    """Print the costs of ten epochs with a small rate: do they fall? Which sign has del_w already when it reaches train?"""

    def turned(*arguments):
        del_w, del_b = updates(*arguments)
        return -del_w, -del_b

    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, turned))


@train.mistake
def rate_once_more(xs, ys, w, b, eta, *, cost, updates):
    """The learning rate is in del_w already. What does your train do with it?"""

    def again(*arguments):
        del_w, del_b = updates(*arguments)
        return eta * del_w, eta * del_b

    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, again))


@train.mistake
def moved_twice(xs, ys, w, b, eta, *, cost, updates):
    """Print w before a call of updates and after it. Has it moved there already, before your train adds del_w?"""

    def doubly(*arguments):
        del_w, del_b = updates(*arguments)
        return 2 * del_w, 2 * del_b

    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, doubly))


@train.mistake
def bias_never_moved(xs, ys, w, b, eta, *, cost, updates):
    """Print b before training and after it. Which line of train moves it?"""

    def without(*arguments):
        return updates(*arguments)[0], 0.0

    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, without))


@train.mistake
def bias_at_the_new_weights(xs, ys, w, b, eta, *, cost, updates):
    """Both changes of a step are taken at the same place. When del_b is worked out in your train, which w is there?"""

    def trained(epochs):
        u, c, costs = w, b, []
        for _ in range(epochs):
            costs.append(cost(xs, ys, u, c))
            u = u + updates(xs, ys, u, c, eta)[0]
            c = c + updates(xs, ys, u, c, eta)[1]
        return u, c, np.array(costs)

    return once_and_twice(trained)


@train.mistake
def changes_in_their_place(xs, ys, w, b, eta, *, cost, updates):
    """What happened to the value that w had before the step? Is it still in there?"""

    def replacing(x, y, u, c, rate):
        del_w, del_b = updates(x, y, u, c, rate)
        return del_w - u, del_b - c

    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, replacing))


@train.mistake
def begun_at_zero(xs, ys, w, b, eta, *, cost, updates):
    """Call train twice in a row: does the second call go on where the first one left w, or does it begin anew?"""
    return once_and_twice(lambda epochs: descend(xs, ys, 0 * w, 0 * b, eta, epochs, cost, updates))


@train.mistake
def nothing_kept(xs, ys, w, b, *, cost):
    """After train, print w. The steps were worked out: where were they put?"""
    return w, b, w, b, np.full(2, cost(xs, ys, w, b))


@train.mistake
def one_epoch_short(xs, ys, w, b, eta, *, cost, updates):
    """Ask train for one epoch: how often does its loop run?"""
    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs - 1, cost, updates))


@train.mistake
def one_epoch_more(xs, ys, w, b, eta, *, cost, updates):
    """Ask train for one epoch and count the steps that w makes. How many are there?"""
    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs + 1, cost, updates))


@train.mistake
def one_epoch_only(xs, ys, w, b, eta, *, cost, updates):
    """Ask train for two epochs and count the costs. In which line does it come back, and how far is that indented?"""
    return once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, 1, cost, updates))


@train.mistake(worth=0.5)
def costs_after_the_step(xs, ys, w, b, eta, *, cost, updates):
    """The first of the costs is that of the neuron as it came. Has w moved by the time your train works it out?"""
    w1, b1, w2, b2, _ = once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))
    return w1, b1, w2, b2, np.array([cost(xs, ys, w1, b1), cost(xs, ys, w2, b2)])


@train.mistake(worth=0.5)
def a_cost_too_many(xs, ys, w, b, eta, *, cost, updates):
    """There is one entry in costs for each step. How many are there in yours after two epochs?"""
    w1, b1, w2, b2, costs = once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))
    return w1, b1, w2, b2, np.append(costs, cost(xs, ys, w2, b2))


@train.mistake(worth=0.5)
def last_cost_alone(xs, ys, w, b, eta, *, cost, updates):
    """How many costs are there after two epochs, and how many does your train return?"""
    w1, b1, w2, b2, costs = once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))
    return w1, b1, w2, b2, costs[-1]


@train.mistake(worth=0.5)
def neuron_returned_too(xs, ys, w, b, eta, *, cost, updates):
    """Who keeps w and b when train is over, and what is left for it to return?"""
    w1, b1, w2, b2, costs = once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))
    return w1, b1, w2, b2, w2, b2, costs  # (w, b, costs), as in 02


@train.mistake(worth=0.5)
def costs_not_returned(xs, ys, w, b, eta, *, cost, updates):
    """The neuron has moved as it should. Who is told of the costs on the way, and by which line of train?"""
    w1, b1, w2, b2, _ = once_and_twice(lambda epochs: descend(xs, ys, w, b, eta, epochs, cost, updates))
    return w1, b1, w2, b2, np.zeros(0)


# --- what training does not depend on ------------------------------------------------------------------------------------


@neuron.outcome(points=0.5, at="Perceptron.train")
def train_order(shuffled_xs, shuffled_ys, w, b, eta, *, train):
    """Weights, bias and costs after two epochs with the records in another order: the same as before."""
    return train(shuffled_xs, shuffled_ys, w, b, eta)[2:]


@neuron.outcome(points=0.5, at="Perceptron.train")
def train_doubled(doubled_xs, doubled_ys, w, b, eta, *, train):
    """Weights, bias and costs after two epochs with every record twice: the same as before."""
    return train(doubled_xs, doubled_ys, w, b, eta)[2:]


# --- for `descent verify` ------------------------------------------------------------------------------------------------


def mean_cost(xs, ys, w, b):
    """The cost, stated once more and by itself."""
    return np.sum((ys - 1 / (1 + np.exp(-(xs @ w) - b))) ** 2) / (2 * len(ys))


neuron.gradient(question="gradients", part=0, of=mean_cost, wrt="w")
neuron.gradient(question="gradients", part=1, of=mean_cost, wrt="b")
neuron.gradient(question="updates", part=0, of=mean_cost, wrt="w", scale=lambda eta: -eta)
neuron.gradient(question="updates", part=1, of=mean_cost, wrt="b", scale=lambda eta: -eta)

neuron.equivalent("return sigmoid(xs @ self.w.T + self.b)", because="w has a single axis: its transpose is w itself")
neuron.equivalent("return np.mean((self.predict(xs) - ys) ** 2) / 2", because="a square does not know the sign of what was squared")
neuron.equivalent("return np.mean((-(ys - self.predict(xs))) ** 2) / 2", because="a square does not know the sign of what was squared")
neuron.equivalent("dw = xs.T @ delta.T / len(xs)", because="delta has a single axis: its transpose is delta itself")
neuron.equivalent("dw = xs.T @ delta / len(ys)", because="there are as many targets as records")
neuron.equivalent("dw = xs.T @ delta / len(a)", because="there are as many outputs as records")
neuron.equivalent("dw = xs.T @ delta / len(delta)", because="there are as many entries in delta as records")
neuron.equivalent(
    "del_w, del_b = self.updates(xs, ys, eta) before costs.append(self.cost(xs, ys))",
    because="working out the changes moves nothing, so the cost is that before the step all the same",
)
