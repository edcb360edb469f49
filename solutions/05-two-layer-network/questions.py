"""What is right in 05-two-layer-network, and what goes wrong in it? The judge's own statement: students never receive this file.

Columns are records. The cost is C = sum over outputs, mean over records, of (A2 - Y)^2, without a half; its 1/M comes in at
dA2 = 2 (A2 - Y) / M and nowhere else. Arguments fit each other in every case: the activations come from a real forward pass, the
gradients from a real backward pass. In hidden cases all sizes differ. The first public example has n0 = n1 = n2, so that a slip
that only equal sizes let through has a value there: such a formula raises elsewhere, and a student's code does too.

No argument is an answer that is still asked for: `sigmoid` and `d_sigmoid` get a Z that no network made, and the slopes that
`hidden_delta` and `update` get are those of other targets. In the public examples, which are no secret, Z is Z1 and the targets are Y.

`mended_delta` is asked with a square W1, where the published formula can be computed.
"""

import numpy as np

from autograder.course import Assignment, Descent, choice, integers, normal, uniform


def squashed(z):
    """The S-curve at z."""
    return 1 / (1 + np.exp(-z))


def error_in(A2, Y):
    """dA2: the derivative of the cost by each output."""
    return 2 * (A2 - Y) / Y.shape[1]


def slopes_by_sums(A2, Y):
    """dZ2: the derivative of the cost by each output's weighted sum."""
    return error_in(A2, Y) * A2 * (1 - A2)


def fair(X, Y, Z, Z1, Z2, A2, learning_rate, dZ2, W2):
    """No neuron saturated, a zero and a negative among the inputs, and outputs that have something to learn, from either targets."""
    return (
        np.max(np.abs(Z)) <= 4
        and np.max(np.abs(Z1)) <= 4
        and np.max(np.abs(Z2)) <= 4
        and np.any(X == 0)
        and np.any(X < 0)
        and np.max(np.abs(A2 - Y)) >= 0.3
        and np.max(np.abs(W2.T @ dZ2)) >= 0.02
        and np.max(np.abs(W2.T @ slopes_by_sums(A2, Y))) >= 0.02
        and abs(learning_rate - 1) >= 0.1
    )


network = Assignment(
    sizes={"n0": range(2, 6), "n1": range(2, 6), "n2": range(3, 5), "M": range(3, 7)},
    givens={
        "X": integers(-2, 3, size=("n0", "M"), real=True),
        "Y": uniform(0.02, 0.98, size=("n2", "M")),
        "W1": normal(sd=0.6, size=("n1", "n0")),
        "B1": normal(sd=0.6, size=("n1", 1)),
        "W2": normal(sd=1.0, size=("n2", "n1")),
        "B2": normal(sd=0.6, size=("n2", 1)),
        "learning_rate": uniform(1.5, 4.5),
        "epochs": choice([3, 4]),
        "slopes": normal(sd=0.5, size=(3, "M")),
        "sums": normal(sd=1.2, size=(3, "M")),
        "square": normal(size=(3, 3)),
        "Z": normal(sd=1.5, size=("n1", "M")),
        "other_Y": uniform(0.02, 0.98, size=("n2", "M")),
    },
    accept=fair,
    descent=Descent("train", steps=40, costs=4, givens={"learning_rate": 4}),
    examples=[
        {
            "X": [[0, 0, 1, 1], [0, 1, 0, 1]],
            "Y": [[0, 1, 1, 1], [0, 0, 0, 1]],
            "W1": [[1, -1], [0.5, 0.5]],
            "B1": [[0.0], [0.0]],
            "W2": [[1, 0.5], [-0.5, 1]],
            "B2": [[0], [-0.5]],
            "learning_rate": 1,
            "epochs": 2,
            "slopes": [[1, 0], [0, 1], [-1, 1]],
            "sums": [[0, 1], [-1, 0], [2, 0]],
            "square": [[0, 1, 0], [1, 0, 0], [0, 0, 1]],
            "Z": [[0, -1, 1, 0], [0, 0.5, 0.5, 1]],
            "other_Y": [[0, 1, 1, 1], [0, 0, 0, 1]],
        },
        {
            "X": [[1, 0, -2, 2, -1], [-1, 2, 0, 1, 2]],
            "Y": [[0.9, 0.1, 0.3, 0.8, 0.2], [0.2, 0.7, 0.9, 0.1, 0.6], [0.4, 0.8, 0.1, 0.3, 0.7]],
            "W1": [[0.4, -0.7], [-0.3, 0.6], [0.8, 0.1], [-0.6, -0.2]],
            "B1": [[0.1], [-0.3], [0.2], [0.4]],
            "W2": [[0.7, -0.5, 1.1, 0.3], [-0.9, 0.6, 0.2, -0.4], [0.8, 1.2, -0.6, -0.1]],
            "B2": [[-0.2], [0.3], [0.1]],
            "learning_rate": 1.7,
            "epochs": 3,
            "slopes": [[0.3, -0.4], [0.1, 0.6], [-0.5, 0.2]],
            "sums": [[0.7, -1.1], [-0.4, 1.6], [0, 0.9]],
            "square": [[0.5, -0.3, 0.8], [-0.6, 0.9, 0.1], [0.2, 0.4, -0.7]],
            "Z": [[1.2, -1.3, -0.7, 0.2, -1.7], [-1.2, 0.9, 0.3, -0.3, 1.2], [0.9, 0.4, -1.4, 1.9, -0.4], [0, 0, 1.6, -1, 0.6]],
            "other_Y": [[0.9, 0.1, 0.3, 0.8, 0.2], [0.2, 0.7, 0.9, 0.1, 0.6], [0.4, 0.8, 0.1, 0.3, 0.7]],
        },
    ],
)


# --- arguments that fit each other ---------------------------------------------------------------------------------------


@network.derived
def Z1(X, W1, B1):
    return W1 @ X + B1


@network.derived
def A1(Z1):
    return squashed(Z1)


@network.derived
def Z2(A1, W2, B2):
    return W2 @ A1 + B2


@network.derived
def A2(Z2):
    return squashed(Z2)


@network.derived
def dZ2(A2, other_Y):
    return slopes_by_sums(A2, other_Y)


@network.derived
def dW1(dZ2, W2, A1, X):
    return ((W2.T @ dZ2) * A1 * (1 - A1)) @ X.T


@network.derived
def dB1(dZ2, W2, A1):
    return ((W2.T @ dZ2) * A1 * (1 - A1)).sum(axis=1, keepdims=True)


@network.derived
def dW2(dZ2, A1):
    return dZ2 @ A1.T


@network.derived
def dB2(dZ2):
    return dZ2.sum(axis=1, keepdims=True)


# --- sigmoid -------------------------------------------------------------------------------------------------------------


@network.function(points=0.5)
def sigmoid(Z):
    """The height of the S-curve at each entry, in the shape of the argument."""
    return 1 / (1 + np.exp(-Z))


@sigmoid.mistake
def mirrored(Z):
    """When the weighted sum grows, should sigmoid rise or fall, and what does yours do?"""
    return 1 / (1 + np.exp(Z))


@sigmoid.mistake
def bracket_missing(Z):
    """Your sigmoid is above 1. Work that line out by hand, one operation after the other: which one does Python do first?"""
    return 1 + np.exp(-Z)  # 1 / 1 + np.exp(-Z)


@sigmoid.mistake
def slope_for_height(Z):
    """Your sigmoid never rises above 0.25. Is it the height of the S-curve that you have there, or something else about it?"""
    return squashed(Z) * (1 - squashed(Z))


@sigmoid.mistake
def another_curve(Z):
    """There are several S-curves. Between which two numbers should sigmoid lie, and between which does yours?"""
    return np.tanh(Z)


# --- d_sigmoid -----------------------------------------------------------------------------------------------------------


@network.function(points=0.5)
def d_sigmoid(Z, *, sigmoid):
    """The slope of the S-curve at each entry, a place along the axis, in the shape of the argument."""
    return sigmoid(Z) * (1 - sigmoid(Z))


@d_sigmoid.mistake
def height_expected(Z):
    """Far to the right the S-curve is flat. Does your d_sigmoid say so for a place of 10, or does it want a height?"""
    return Z * (1 - Z)


@d_sigmoid.mistake
def place_for_height(Z, *, sigmoid):
    """The S-curve rises everywhere. Is your d_sigmoid ever negative? Which of its two factors can be?"""
    return sigmoid(Z) * (1 - Z)


@d_sigmoid.mistake
def squashed_twice(Z, *, sigmoid):
    """What is handed to d_sigmoid is a place along the axis. How often does it go through the sigmoid in yours?"""
    return sigmoid(sigmoid(Z)) * (1 - sigmoid(sigmoid(Z)))


@d_sigmoid.mistake
def one_minus_height(Z, *, sigmoid):
    """Far to the left the S-curve is flat. What is your d_sigmoid there?"""
    return 1 - sigmoid(Z)


@d_sigmoid.mistake
def height_for_slope(Z, *, sigmoid):
    """Far to the right the S-curve is flat. What is your d_sigmoid there?"""
    return sigmoid(Z)


@d_sigmoid.mistake
def bracket_lost(Z, *, sigmoid):
    """Your d_sigmoid is zero everywhere. Write numbers into that line: which bracket would it need?"""
    return sigmoid(Z) * 1 - sigmoid(Z)


# --- forward -------------------------------------------------------------------------------------------------------------


@network.function(points=1.5)
def forward(X, W1, B1, W2, B2, *, sigmoid):
    """Z1, A1, Z2 and A2 of all records, shapes (n1, M), (n1, M), (n2, M), (n2, M)."""
    Z1 = W1 @ X + B1
    Z2 = W2 @ sigmoid(Z1) + B2
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def sums_handed_on(X, W1, B1, W2, B2, *, sigmoid):
    """What do the outputs see of the hidden units in your forward: their answers, or their weighted sums?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ Z1 + B2
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def hidden_not_squashed(X, W1, B1, W2, B2, *, sigmoid):
    """Every hidden unit is a sigmoid neuron. Between which numbers should A1 in forward lie, and does yours?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ Z1 + B2
    return Z1, Z1, Z2, sigmoid(Z2)


@forward.mistake
def output_not_squashed(X, W1, B1, W2, B2, *, sigmoid):
    """Every output is a sigmoid neuron too. Between which numbers should A2 in forward lie, and does yours?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ sigmoid(Z1) + B2
    return Z1, sigmoid(Z1), Z2, Z2


@forward.mistake
def output_squashed_twice(X, W1, B1, W2, B2, *, sigmoid):
    """In your forward all of A2 lies between 0.5 and 0.75. How often does Z2 go through the sigmoid?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ sigmoid(Z1) + B2
    return Z1, sigmoid(Z1), Z2, sigmoid(sigmoid(Z2))


@forward.mistake
def biases_left_out(X, W1, W2, *, sigmoid):
    """Let all inputs be zero. Would the hidden units in your forward still differ, and what makes them?"""
    Z1 = W1 @ X
    Z2 = W2 @ sigmoid(Z1)
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def hidden_bias_left_out(X, W1, W2, B2, *, sigmoid):
    """Let all inputs be zero. Would the hidden units in your forward still differ, and which column should see to it?"""
    Z1 = W1 @ X
    Z2 = W2 @ sigmoid(Z1) + B2
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def output_bias_left_out(X, W1, B1, W2, *, sigmoid):
    """Somebody changes the biases of the outputs. Which of the four results of forward should change, and does it in yours?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ sigmoid(Z1)
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def inputs_squashed(X, W1, B1, W2, B2, *, sigmoid):
    """The inputs of a network are given, they are not answers of neurons. What happens to them in your forward, before W1?"""
    Z1 = W1 @ sigmoid(X) + B1
    Z2 = W2 @ sigmoid(Z1) + B2
    return Z1, sigmoid(Z1), Z2, sigmoid(Z2)


@forward.mistake
def heights_first(X, W1, B1, W2, B2, *, sigmoid):
    """In which order does forward return sums and answers?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ sigmoid(Z1) + B2
    return sigmoid(Z1), Z1, sigmoid(Z2), Z2


@forward.mistake
def hidden_by_another_curve(X, W1, B1, W2, B2, *, sigmoid):
    """There are several S-curves. Between which two numbers should A1 in forward lie, and is any of yours negative?"""
    Z1 = W1 @ X + B1
    Z2 = W2 @ np.tanh(Z1) + B2
    return Z1, np.tanh(Z1), Z2, sigmoid(Z2)


# --- cost ----------------------------------------------------------------------------------------------------------------


@network.function(points=1)
def cost(A2, Y):
    """The sum over the outputs, the mean over the records, of the squared error, one number."""
    return np.sum((A2 - Y) ** 2) / Y.shape[1]


@cost.mistake
def mean_of_all_entries(A2, Y):
    """A network gets one more output that always misses by 1. By how much should its cost rise, and by how much does yours?"""
    return np.mean((A2 - Y) ** 2)


@cost.mistake
def sum_of_all_entries(A2, Y):
    """Copy every record. Should the cost change, and does yours?"""
    return np.sum((A2 - Y) ** 2)


@cost.mistake
def mean_over_outputs(A2, Y):
    """Which side of Y counts records, and which counts outputs? Over which of the two does your cost take the mean?"""
    return np.sum((A2 - Y) ** 2) / Y.shape[0]


@cost.mistake
def halved(A2, Y):
    """Read the cost once more, with all its factors. Which one have you brought along from 01?"""
    return np.sum((A2 - Y) ** 2) / (2 * Y.shape[1])


@cost.mistake
def cost_of_one_output(A2, Y):
    """This was the cost in 03, with one output for a record. What is different here, in the text and in its factors?"""
    return np.mean((A2 - Y) ** 2) / 2


@cost.mistake
def not_squared(A2, Y):
    """If a miss is twice as large, how much more should it add to the cost, and how much does it in yours?"""
    return np.sum(np.abs(A2 - Y)) / Y.shape[1]


@cost.mistake
def signs_cancel(A2, Y):
    """One output is too high, another too low by as much. What does your cost make of the two?"""
    return np.sum(A2 - Y) / Y.shape[1]


@cost.mistake
def squared_last(A2, Y):
    """Misses in opposite directions must not cancel. Does your cost square before it adds, or after?"""
    return np.sum(np.sum(A2 - Y, axis=0) ** 2) / Y.shape[1]


@cost.mistake
def root_taken(A2, Y):
    """The norm of a difference is the root of a sum of squares. Is there a root in this cost?"""
    return np.sum(np.sqrt(np.sum((A2 - Y) ** 2, axis=0))) / Y.shape[1]


# --- output_delta --------------------------------------------------------------------------------------------------------


@network.function(points=1)
def output_delta(A2, Y):
    """dZ2, the slope of the cost by the weighted sums of the outputs, shape (n2, M)."""
    return slopes_by_sums(A2, Y)


@output_delta.mistake
def mean_left_out(A2, Y):
    """Copy every record. Each record's share of the cost is halved; does your output_delta know?"""
    return 2 * (A2 - Y) * A2 * (1 - A2)


@output_delta.mistake
def mean_twice(A2, Y):
    """The cost takes the mean over the records once. How often does your output_delta divide by their number?"""
    return error_in(A2, Y) / Y.shape[1] * A2 * (1 - A2)


@output_delta.mistake
def square_left_out(A2, Y):
    """This cost has no one half. What does the derivative of its square leave in output_delta?"""
    return (A2 - Y) / Y.shape[1] * A2 * (1 - A2)


@output_delta.mistake
def square_and_mean_left_out(A2, Y):
    """Two factors of the cost should be met again in output_delta. Which ones, and where are they in yours?"""
    return (A2 - Y) * A2 * (1 - A2)


@output_delta.mistake
def mean_over_all(A2, Y):
    """The cost adds up the outputs of a record. Does your output_delta take the mean over them as well?"""
    return 2 * (A2 - Y) / Y.size * A2 * (1 - A2)


@output_delta.mistake
def mean_over_outputs_here(A2, Y):
    """Which side of Y counts the records? By which one does your output_delta divide?"""
    return 2 * (A2 - Y) / Y.shape[0] * A2 * (1 - A2)


@output_delta.mistake
def slope_left_out(A2, Y):
    """Between the weighted sums and the outputs lies a sigmoid. Where has your output_delta come through it?"""
    return error_in(A2, Y)


@output_delta.mistake
def delta_of_another_cost(A2, Y):
    """That is the slope of another cost, the cross-entropy. Which factors do the square and the second sigmoid leave here?"""
    return (A2 - Y) / Y.shape[1]


@output_delta.mistake
def error_alone(A2, Y):
    """Your output_delta is the error alone. What lies between it and the slope of this cost: a square, a mean, and what else?"""
    return A2 - Y


@output_delta.mistake
def slope_at_height(A2, Y, *, d_sigmoid):
    """d_sigmoid wants a place along the axis. What does your output_delta give it, a place or a height?"""
    return error_in(A2, Y) * d_sigmoid(A2)


@output_delta.mistake
def slope_bracket_lost(A2, Y):
    """If an output were on target, what should its entry of output_delta be? Which operation does Python do first on that line?"""
    return error_in(A2, Y) * A2 * 1 - A2


@output_delta.mistake
def error_turned(A2, Y):
    """An output above its target: as its weighted sum grows, does the cost rise or fall, and what does your output_delta say?"""
    return -error_in(A2, Y) * A2 * (1 - A2)


@output_delta.mistake
def one_factor_of_the_slope(A2, Y):
    """The S-curve is flat at both ends. For outputs near 1, is your output_delta small?"""
    return error_in(A2, Y) * A2


@output_delta.mistake
def other_factor_of_the_slope(A2, Y):
    """The S-curve is flat at both ends. For outputs near 0, is your output_delta small?"""
    return error_in(A2, Y) * (1 - A2)


# --- hidden_delta --------------------------------------------------------------------------------------------------------


@network.function(points=1.5)
def hidden_delta(dZ2, W2, Z1, *, d_sigmoid):
    """dZ1, the slope of the cost by the weighted sums of the hidden units, shape (n1, M)."""
    return (W2.T @ dZ2) * d_sigmoid(Z1)


@hidden_delta.mistake
def not_transposed(dZ2, W2, Z1, *, d_sigmoid):
    """Which shapes have W2 and dZ2, and which should hidden_delta have? Does the sum run over the outputs?"""
    return (W2 @ dZ2) * d_sigmoid(Z1)  # raises where n1 and n2 differ


@hidden_delta.mistake
def hidden_slope_left_out(dZ2, W2):
    """Two sigmoids lie on the way back. How many of them has hidden_delta come through?"""
    return W2.T @ dZ2


@hidden_delta.mistake
def hidden_slope_at_height(dZ2, W2, Z1, *, sigmoid, d_sigmoid):
    """The slope of the S-curve is wanted where the hidden units stand. What does your hidden_delta give to d_sigmoid?"""
    return (W2.T @ dZ2) * d_sigmoid(sigmoid(Z1))


@hidden_delta.mistake
def sums_taken_for_heights(dZ2, W2, Z1):
    """The S-curve rises everywhere, so its slope is positive. Is yours in hidden_delta, for a weighted sum of 2?"""
    return (W2.T @ dZ2) * Z1 * (1 - Z1)


@hidden_delta.mistake
def height_taken_for_slope(dZ2, W2, Z1, *, sigmoid):
    """Is it the height or the slope of the S-curve that the chain rule wants in hidden_delta?"""
    return (W2.T @ dZ2) * sigmoid(Z1)


@hidden_delta.mistake
def sums_for_slopes(dZ2, W2, Z1):
    """Between the hidden units' sums and their answers lies a sigmoid. Which property of it does hidden_delta need?"""
    return (W2.T @ dZ2) * Z1


@hidden_delta.mistake
def slope_of_another_curve(dZ2, W2, Z1):
    """There are several S-curves, each with its own slope. How steep is the sigmoid at 0, and how steep is it in your hidden_delta?"""
    return (W2.T @ dZ2) * (1 - np.tanh(Z1) ** 2)


@hidden_delta.mistake
def slope_of_another_curve_from_height(dZ2, W2, Z1, *, sigmoid):
    """The sigmoid is flat at both ends. Far to the left, what is the slope in your hidden_delta, and of which curve is that formula?"""
    return (W2.T @ dZ2) * (1 - sigmoid(Z1) ** 2)


@hidden_delta.mistake
def mean_in_hidden_delta(dZ2, W2, Z1, *, d_sigmoid):
    """The mean over the records is in dZ2 already. What does your hidden_delta divide by?"""
    return (W2.T @ dZ2) * d_sigmoid(Z1) / Z1.shape[1]


@hidden_delta.mistake
def mean_over_units(dZ2, W2, Z1, *, d_sigmoid):
    """A hidden unit gets its share of the blame from every output. Are these shares added up in your hidden_delta, or averaged?"""
    return (W2.T @ dZ2) * d_sigmoid(Z1) / W2.shape[0]


@hidden_delta.mistake
def weights_left_out(dZ2, W2, Z1, *, d_sigmoid):
    """A hidden unit with large outgoing weights, and one with weights near zero: which is more to blame, and does hidden_delta know?"""
    return np.sum(dZ2, axis=0) * d_sigmoid(Z1)


@hidden_delta.mistake
def hidden_sign_turned(dZ2, W2, Z1, *, d_sigmoid):
    """Is there a minus anywhere on the way from dZ2 to hidden_delta, and is there one in yours?"""
    return -(W2.T @ dZ2) * d_sigmoid(Z1)


# --- backward ------------------------------------------------------------------------------------------------------------


def gradients(dZ1, dZ2, A1, X):
    """The four sums over the records."""
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


@network.function(points=1.5)
def backward(X, Y, Z1, A1, Z2, A2, W2, *, output_delta, hidden_delta):
    """dW1, dB1, dW2 and dB2, the gradient of the cost, shapes (n1, n0), (n1, 1), (n2, n1), (n2, 1)."""
    dZ2 = output_delta(A2, Y)
    return gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)


@backward.mistake
def mean_again(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """The mean over the records is in the deltas already. What do you divide by when you come to dW1 and the others in backward?"""
    dZ2 = output_delta(A2, Y)
    return tuple(part / X.shape[1] for part in gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X))


@backward.mistake
def mean_again_for_weights(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """Weights and biases belong to one cost. Do dW1 and dB1 have the same divisor in your backward?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return one / X.shape[1], two, three / X.shape[1], four


@backward.mistake
def biases_averaged(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """What each record says about a bias is added up, the division is done already. Does dB1 in your backward add, or average?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return one, two / X.shape[1], three, four / X.shape[1]


@backward.mistake
def mean_nowhere(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """Copy every record. Should the gradients of backward change, and do yours?"""
    dZ2 = output_delta(A2, Y)
    return tuple(part * X.shape[1] for part in gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X))


@backward.mistake
def square_nowhere(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """All gradients of your backward are the same exact part of what they should be. What does the derivative of a square leave?"""
    dZ2 = output_delta(A2, Y)
    return tuple(part / 2 for part in gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X))


@backward.mistake
def biases_not_added_up(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """How many biases has the hidden layer? And how many numbers are there in dB1 of your backward?"""
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    one, _, three, _ = gradients(dZ1, dZ2, A1, X)
    return one, dZ1, three, dZ2


@backward.mistake
def biases_without_their_axis(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """B1 is a column. Which shape has dB1 in your backward, and what becomes of B1 when that is subtracted?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return one, two[:, 0], three, four[:, 0]


@backward.mistake
def biases_added_over_units(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """Every unit has a bias of its own, the same for all records. Over what is dB1 in your backward added up?"""
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    one, _, three, _ = gradients(dZ1, dZ2, A1, X)
    return one, dZ1.sum(axis=0, keepdims=True), three, dZ2.sum(axis=0, keepdims=True)


@backward.mistake
def biases_all_in_one(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """Every unit has a bias of its own. How many numbers does the sum for dB1 leave in your backward?"""
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    one, _, three, _ = gradients(dZ1, dZ2, A1, X)
    return one, dZ1.sum(), three, dZ2.sum()


@backward.mistake
def gradients_on_their_side(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """A gradient has the shape of what it moves. Which shape has W1, and which has dW1 in your backward?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return one.T, two, three.T, four


@backward.mistake
def sums_for_answers(X, Y, Z1, A2, W2, *, output_delta, hidden_delta):
    """What came along the connections of W2 in the forward pass, and what meets dZ2 in your backward?"""
    dZ2 = output_delta(A2, Y)
    return gradients(hidden_delta(dZ2, W2, Z1), dZ2, Z1, X)


@backward.mistake
def error_for_delta(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """W2 lies behind the second sigmoid. Has what your backward sends through W2 come through this sigmoid already?"""
    dZ2 = output_delta(A2, Y)
    return gradients(hidden_delta(error_in(A2, Y), W2, Z1), dZ2, A1, X)


@backward.mistake
def sums_for_outputs(X, Y, Z1, A1, Z2, W2, *, output_delta, hidden_delta):
    """What is compared with the targets in your backward: what the network answers, or a weighted sum?"""
    dZ2 = output_delta(Z2, Y)
    return gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)


@backward.mistake
def answers_for_sums(X, Y, A1, A2, W2, *, output_delta, hidden_delta):
    """hidden_delta takes the weighted sums of the hidden units. What does your backward hand to it?"""
    dZ2 = output_delta(A2, Y)
    return gradients(hidden_delta(dZ2, W2, A1), dZ2, A1, X)


@backward.mistake
def downhill_already(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """Is backward to say how the cost rises, or which way to go? Where does the minus of the step come in?"""
    dZ2 = output_delta(A2, Y)
    return tuple(-part for part in gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X))


@backward.mistake
def second_layer_first(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """In which order does backward return the gradients of the two layers?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return three, four, one, two


@backward.mistake
def weights_then_biases(X, Y, Z1, A1, A2, W2, *, output_delta, hidden_delta):
    """In which order does backward return weights and biases?"""
    dZ2 = output_delta(A2, Y)
    one, two, three, four = gradients(hidden_delta(dZ2, W2, Z1), dZ2, A1, X)
    return one, three, two, four


# --- update --------------------------------------------------------------------------------------------------------------


@network.function(points=0.5)
def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """W1, B1, W2 and B2 after one step, four new arrays."""
    return W1 - learning_rate * dW1, B1 - learning_rate * dB1, W2 - learning_rate * dW2, B2 - learning_rate * dB2


@update.mistake
def uphill(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """The gradient says where the cost rises. Which way does your update go?"""
    return W1 + learning_rate * dW1, B1 + learning_rate * dB1, W2 + learning_rate * dW2, B2 + learning_rate * dB2


@update.mistake
def rate_forgotten(W1, B1, W2, B2, dW1, dB1, dW2, dB2):
    """Somebody doubles the learning rate. Does your update notice?"""
    return W1 - dW1, B1 - dB1, W2 - dW2, B2 - dB2


@update.mistake
def rate_twice(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """Somebody doubles the learning rate. Should the step of update become two times or four times as large, and which does yours?"""
    rate = learning_rate**2
    return W1 - rate * dW1, B1 - rate * dB1, W2 - rate * dW2, B2 - rate * dB2


@update.mistake
def divided_by_rate(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """With a smaller learning rate, should the step of update be smaller or larger, and which is yours?"""
    return W1 - dW1 / learning_rate, B1 - dB1 / learning_rate, W2 - dW2 / learning_rate, B2 - dB2 / learning_rate


@update.mistake
def steps_alone(dW1, dB1, dW2, dB2, learning_rate):
    """Is update to return the way, or the place where the parameters arrive?"""
    return -learning_rate * dW1, -learning_rate * dB1, -learning_rate * dW2, -learning_rate * dB2


@update.mistake
def weights_moved_to_the_step(dW1, dB1, dW2, dB2, learning_rate):
    """Where do the old weights count in your update?"""
    return learning_rate * dW1, learning_rate * dB1, learning_rate * dW2, learning_rate * dB2


@update.mistake
def biases_left_where_they_are(W1, B1, W2, B2, dW1, dW2, learning_rate):
    """Biases are parameters too. Do they move in your update?"""
    return W1 - learning_rate * dW1, B1, W2 - learning_rate * dW2, B2


@update.mistake
def returned_weights_first(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """In which order does update return weights and biases?"""
    return W1 - learning_rate * dW1, W2 - learning_rate * dW2, B1 - learning_rate * dB1, B2 - learning_rate * dB2


# --- train ---------------------------------------------------------------------------------------------------------------


def trained(layers, X, Y, rate, steps, forward, cost, backward, update):
    """W1, B1, W2 and B2 after some steps, and the costs before each."""
    costs = []
    for _ in range(steps):
        passed = forward(X, *layers)
        costs.append(cost(passed[3], Y))
        layers = update(*layers, *backward(X, Y, *passed, layers[2]), rate)
    return layers, costs


@network.function(points=2)
def train(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """W1, B1, W2 and B2 after the last step, and the list of the costs before each step."""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def costs_after_the_step(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """The first of the costs of train belongs to the network as it came in. Which network does yours belong to?"""
    layers, costs = [W1, B1, W2, B2], []
    for _ in range(epochs):
        layers = update(*layers, *backward(X, Y, *forward(X, *layers), layers[2]), learning_rate)
        costs.append(cost(forward(X, *layers)[3], Y))
    return (*layers, costs)


@train.mistake
def one_cost_too_many(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """How many steps does train take, and how many costs does yours record?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs, forward, cost, backward, update)
    return (*layers, [*costs, cost(forward(X, *layers)[3], Y)])


@train.mistake
def last_cost_only(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """One cost for each epoch is asked for. What becomes of the earlier ones in your train?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs, forward, cost, backward, update)
    return (*layers, costs[-1])


@train.mistake
def one_step_only(X, Y, W1, B1, W2, B2, learning_rate, *, forward, cost, backward, update):
    """Somebody asks train for twice as many epochs. Does it go any further?"""
    passed = forward(X, W1, B1, W2, B2)
    return (*update(W1, B1, W2, B2, *backward(X, Y, *passed, W2), learning_rate), [cost(passed[3], Y)])


@train.mistake
def one_step_too_few(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """With epochs of 1, how many steps should train take, and how many does yours?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs - 1, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def one_step_too_many(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """With epochs of 1, how many steps should train take, and how many costs does yours record then?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs + 1, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def standing_still(X, Y, W1, B1, W2, B2, epochs, *, forward, cost):
    """All costs of your train are alike. The new weights were worked out: under which names are they kept?"""
    return W1, B1, W2, B2, [cost(forward(X, W1, B1, W2, B2)[3], Y)] * epochs


@train.mistake
def costs_returned_first(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """Of the five things that train returns, where do the costs come?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate, epochs, forward, cost, backward, update)
    return (costs, *layers)


@train.mistake
def rate_left_out(X, Y, W1, B1, W2, B2, epochs, *, forward, cost, backward, update):
    """Somebody doubles the learning rate. Does your train notice?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, 1, epochs, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def uphill_all_the_way(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """With a small learning rate, do the costs of your train fall?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, -learning_rate, epochs, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def mean_left_out_of_the_step(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """Copy every record. Should the steps of train become longer, and do yours?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate * X.shape[1], epochs, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def square_left_out_of_the_step(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """Each step of your train is an exact part of what it should be. What does the derivative of a square leave?"""
    layers, costs = trained([W1, B1, W2, B2], X, Y, learning_rate / 2, epochs, forward, cost, backward, update)
    return (*layers, costs)


@train.mistake
def forward_pass_once(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """After the first step the network answers something else. When does your train ask it again?"""
    layers, passed = [W1, B1, W2, B2], forward(X, W1, B1, W2, B2)
    for _ in range(epochs):
        layers = update(*layers, *backward(X, Y, *passed, layers[2]), learning_rate)
    return (*layers, [cost(passed[3], Y)] * epochs)


@train.mistake
def gradients_once(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """At the new place the slopes are different ones. When does your train ask for them again?"""
    layers, costs = [W1, B1, W2, B2], []
    slopes = backward(X, Y, *forward(X, *layers), W2)
    for _ in range(epochs):
        costs.append(cost(forward(X, *layers)[3], Y))
        layers = update(*layers, *slopes, learning_rate)
    return (*layers, costs)


@train.mistake
def started_over(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """From which place does the second step of your train start?"""
    passed = forward(X, W1, B1, W2, B2)
    layers = update(W1, B1, W2, B2, *backward(X, Y, *passed, W2), learning_rate)
    return (*layers, [cost(passed[3], Y)] * epochs)


@train.mistake
def second_layer_moved_first(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, output_delta, hidden_delta):
    """Which W2 produced the outputs that train is correcting, and which one carries the error back to the hidden units in yours?"""
    costs = []
    for _ in range(epochs):
        Z1, A1, _, A2 = forward(X, W1, B1, W2, B2)
        costs.append(cost(A2, Y))
        dZ2 = output_delta(A2, Y)
        W2, B2 = W2 - learning_rate * dZ2 @ A1.T, B2 - learning_rate * dZ2.sum(axis=1, keepdims=True)
        dZ1 = hidden_delta(dZ2, W2, Z1)
        W1, B1 = W1 - learning_rate * dZ1 @ X.T, B1 - learning_rate * dZ1.sum(axis=1, keepdims=True)
    return W1, B1, W2, B2, costs


@train.mistake
def first_layer_moved_first(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """All four gradients of an epoch belong to one network. Does your train go forward again when it has moved one layer?"""
    costs = []
    for _ in range(epochs):
        passed = forward(X, W1, B1, W2, B2)
        costs.append(cost(passed[3], Y))
        moved = update(W1, B1, W2, B2, *backward(X, Y, *passed, W2), learning_rate)
        passed = forward(X, *moved[:2], W2, B2)
        W1, B1, W2, B2 = (*moved[:2], *update(W1, B1, W2, B2, *backward(X, Y, *passed, W2), learning_rate)[2:])
    return W1, B1, W2, B2, costs


@train.mistake
def published_way_back(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, d_sigmoid, hidden_delta, update):
    """Which weights lie between the cost and dZ2? And which matrix do you meet there in your train?"""
    layers, costs = [W1, B1, W2, B2], []
    for _ in range(epochs):
        Z1, A1, Z2, A2 = forward(X, *layers)
        costs.append(cost(A2, Y))
        dZ2 = layers[0].T.dot(error_in(A2, Y)) * d_sigmoid(Z2)  # raises where sizes differ
        layers = update(*layers, *gradients(hidden_delta(dZ2, layers[2], Z1), dZ2, A1, X), learning_rate)
    return (*layers, costs)


@train.mistake
def first_layer_forgotten(X, Y, W1, B1, W2, B2, learning_rate, epochs, *, forward, cost, backward, update):
    """After training, which of the four have changed in your train? Which should have?"""
    layers, costs = [W1, B1, W2, B2], []
    for _ in range(epochs):
        passed = forward(X, *layers)
        costs.append(cost(passed[3], Y))
        layers = [W1, B1, *update(*layers, *backward(X, Y, *passed, layers[2]), learning_rate)[2:]]
    return (*layers, costs)


# --- the published derivation, mended ------------------------------------------------------------------------------------


@network.function(points=0)
def mended_delta(slopes, sums, square, *, d_sigmoid):
    """The right dZ2 from dA2, Z2 and W1 (whether it needs them all or not), shape (n2, M)."""
    return slopes * d_sigmoid(sums)


@mended_delta.mistake
def as_published(slopes, sums, square, *, d_sigmoid):
    """Between the outputs and their weighted sums, which weights lie on the way, and which are there in your mended_delta?"""
    return square.T @ slopes * d_sigmoid(sums)


@mended_delta.mistake
def not_transposed_either(slopes, sums, square, *, d_sigmoid):
    """Is it the transpose that mended_delta has too much, or more than that? Which weights lie between A2 and Z2?"""
    return square @ slopes * d_sigmoid(sums)


@mended_delta.mistake
def slope_mended_away(slopes, sums):
    """Between the weighted sums and the outputs lies the sigmoid. Is its slope still there in your mended_delta?"""
    return slopes


@mended_delta.mistake
def slope_mended_to_height(slopes, sums, *, sigmoid, d_sigmoid):
    """mended_delta gets the weighted sums of the outputs. Do they go through the sigmoid once more before the slope is taken?"""
    return slopes * d_sigmoid(sigmoid(sums))


# --- for `descent verify` ------------------------------------------------------------------------------------------------


def whole_cost(X, Y, W1, B1, W2, B2):
    """The cost of the network with these parameters."""
    return np.sum((squashed(W2 @ squashed(W1 @ X + B1) + B2) - Y) ** 2) / X.shape[1]


for part, name in enumerate(("W1", "B1", "W2", "B2")):
    network.gradient(question="backward", part=part, of=whole_cost, wrt=name)
network.gradient(question="d_sigmoid", of=lambda Z: np.sum(squashed(Z)), wrt="Z")
network.gradient(question="output_delta", of=lambda Z2, Y: np.sum((squashed(Z2) - Y) ** 2) / Y.shape[1], wrt="Z2")
network.gradient(
    question="hidden_delta",
    of=lambda Z1, W2, B2, other_Y: np.sum((squashed(W2 @ squashed(Z1) + B2) - other_Y) ** 2) / other_Y.shape[1],
    wrt="Z1",
)

SQUARED = "a square does not see the sign"
EVEN = "the S-curve is as steep at -z as it is at z"
COLUMNS = "the length of the last axis, of any array that has a column for each record, is the number of records"
LAST = "of two axes, the last one is the one with number 1"

for change, because in {
    "return np.mean(np.sum((Y - A2) ** 2, axis=0))": SQUARED,
    "return np.mean(np.sum((-(A2 - Y)) ** 2, axis=0))": SQUARED,
    "dA2 = 2 * (A2 - Y) / Y.shape[-1]": COLUMNS,
    "dA2 = 2 * (A2 - Y) / (-Y).shape[1]": COLUMNS,
    "dA2 = 2 * (A2 - Y) / A2.shape[1]": COLUMNS,
    "return W2.T @ dZ2 * d_sigmoid(-Z1)": EVEN,
    "dZ1 = hidden_delta(dZ2, W2, -Z1)": EVEN,
    "return dA2 * d_sigmoid(-Z2)": EVEN,
    "dB1 = np.sum(dZ1, axis=-1, keepdims=True)": LAST,
    "dB2 = np.sum(dZ2, axis=-1, keepdims=True)": LAST,
    "costs.append(cost(Y, layers[3]))": SQUARED,
    "dW1, dB1, dW2, dB2 = backward(X, Y, *layers, W2) before costs.append(cost(layers[3], Y))": "neither changes what the other needs",
}.items():
    network.equivalent(change, because=because)
