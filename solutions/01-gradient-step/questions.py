"""What is right in 01-gradient-step, and what goes wrong in it? The judge's own statement: students never receive this file.

One weight update of one sigmoid neuron with four inputs. The cost of a record is E = (y - nn_output)^2 / 2, and
del_w = -learnrate * dE/dw. Shapes: x, w and del_w are (4,), all else is one number.

A slip that a student makes consistently, so that del_w comes out right, is a convention other than this text's and is worth
half. Some mistakes of different questions look alike in del_w: the sign at three places, the learning rate in error_term and
twice in del_w, the slope forgotten in error_term and in del_w. They are told apart where the quantities have names.
"""

import numpy as np

from autograder.course import Assignment, SigmoidPlot, integers, normal, uniform


def sigmoid(z):
    """The S-curve at z."""
    return 1 / (1 + np.exp(-z))


def slope(z):
    """The slope of the S-curve at z, stated by its height there."""
    return sigmoid(z) * (1 - sigmoid(z))


def fair(h, error):
    """Neither flat nor saturated, and far enough from the target to have a clear sign."""
    return 0.3 <= abs(h) <= 4 and abs(error) >= 0.05


step = Assignment(
    givens={
        "x": integers(-5, 6, size=4),
        "y": uniform(0.05, 0.95),
        "w": normal(sd=0.5, size=4),
        "learnrate": uniform(0.05, 0.45),
    },
    accept=fair,
    examples=[
        {"x": [1, 2, 3, 4], "y": 0.5, "w": [0.5, -0.5, 0.3, 0.1], "learnrate": 0.5},
        {"x": [2, -1, 0, 3], "y": 0.2, "w": [-0.8, 0.5, 0.2, 0.4], "learnrate": 0.1},
    ],
    plot=SigmoidPlot(at="h", height="nn_output", slope=("error_term", "error")),
)


# --- h -------------------------------------------------------------------------------------------------------------------


@step.question(points=2)
def h(x, w):
    """The node's linear combination: the weighted sum of its inputs, one number."""
    return x @ w


@h.mistake
def products_not_summed(x, w):
    """How many numbers does one neuron hand on to its sigmoid, and how many does your h hold?"""
    return x * w


@h.mistake
def inputs_summed(x):
    """If one of the weights were doubled, would your h notice?"""
    return np.sum(x)


@h.mistake
def inputs_twice(x):
    """For every input there is one more number that decides how much it counts. Does your h know that number?"""
    return x @ x


@h.mistake
def inputs_with_target(x, y):
    """A neuron knows its h before anybody tells it the target. Would your h change if the target did?"""
    return x * y  # np.dot(x, y) with a number for y


@h.mistake
def last_product_only(x, w):
    """Each of the four inputs has a part in h. Change them one at a time: which ones does your h notice?"""
    return x[-1] * w[-1]  # h = ... in a loop, where h += ... was meant


@h.mistake
def squashed_already(x, w):
    """A weighted sum can lie below 0 or above 1. Can your h, or is the work of a later link already done in it?"""
    return sigmoid(x @ w)


# --- nn_output -----------------------------------------------------------------------------------------------------------


@step.question(points=2)
def nn_output(h):
    """The network's output: the sigmoid of the node's linear combination, one number."""
    return sigmoid(h)


@nn_output.mistake
def linear_output(h):
    """This neuron answers with a number between 0 and 1, whatever its inputs. What keeps your nn_output in there?"""
    return h


@nn_output.mistake
def slope_for_output(h):
    """Your nn_output never rises above 0.25. Is it the height of the S-curve that you have there, or something else about it?"""
    return slope(h)


@nn_output.mistake
def curve_mirrored(h):
    """When h grows, does the S-curve rise or fall? And your nn_output?"""
    return sigmoid(-h)


@nn_output.mistake
def bracket_missing(h):
    """Your nn_output is above 1. Work that line out by hand, one operation after the other: which one does Python do first?"""
    return 1 + np.exp(-h)  # 1 / 1 + np.exp(-h)


# --- error ---------------------------------------------------------------------------------------------------------------


@step.question(points=2)
def error(y, nn_output):
    """The error of the output, with its sign: how far the target lies above it, one number."""
    return y - nn_output


@error.mistake(worth=0.5, redeemed_by="del_w")
def sign_reversed(y, nn_output):
    """In the first example the output lies above its target. Which sign has the error there, as this text defines it?"""
    return nn_output - y


@error.mistake(partial=True)
def absolute(y, nn_output):
    """One output is too high, another too low by as much. Could you tell from your error which is which?"""
    return abs(y - nn_output)


@error.mistake
def squared(y, nn_output):
    """An error has to say which way to go. Can yours ever be negative?"""
    return (y - nn_output) ** 2


@error.mistake
def halved_square(y, nn_output):
    """What a miss costs, and how large the miss is: two quantities. Which of them is the error, and which do you have?"""
    return (y - nn_output) ** 2 / 2


@error.mistake
def halved(y, nn_output):
    """Say the target is 1 and the neuron answers 0. How large is the error then, and how large would yours be?"""
    return (y - nn_output) / 2


@error.mistake
def sum_compared(y, h):
    """The error is about what the neuron answers in the end. Is that the number that you compare with the target?"""
    return y - h


# --- error_term ----------------------------------------------------------------------------------------------------------


@step.question(points=2)
def error_term(error, nn_output):
    """The error term: the error, carried back through the sigmoid, one number."""
    return error * nn_output * (1 - nn_output)


@error_term.mistake
def slope_forgotten(error):
    """The error is measured behind the sigmoid, the weights work in front of it. How does error_term get from one to the other?"""
    return error


@error_term.mistake
def slope_at_output(error, nn_output):
    """A slope is taken at a place along the axis of the S-curve. Is what you gave it a place, or already a height?"""
    return error * slope(nn_output)


@error_term.mistake
def slope_at_inputs(error, x):
    """One neuron has one S-curve and stands at one place on it. How many slopes are there in your error_term?"""
    return error * slope(x)


@error_term.mistake
def one_minus_output(error, nn_output):
    """Far to the left the S-curve is flat. Does your slope know that, for a very negative h?"""
    return error * (1 - nn_output)


@error_term.mistake
def output_only(error, nn_output):
    """Far to the right the S-curve is flat. Does your slope know that, for a very large h?"""
    return error * nn_output


@error_term.mistake
def error_forgotten(nn_output):
    """If the neuron's answer were exactly right, what should its error_term be, and what would yours be?"""
    return nn_output * (1 - nn_output)


@error_term.mistake
def precedence(y, nn_output):
    """If output and target were equal, would your error_term be zero? Which operation does Python do first on that line?"""
    return y - nn_output * nn_output * (1 - nn_output)


@error_term.mistake
def bracket_lost(error, nn_output):
    """Write numbers into that line and work it out as Python does. Which bracket would your error_term need?"""
    return error * nn_output - nn_output  # error * nn_output * 1 - nn_output


@error_term.mistake
def sum_for_output(error, h):
    """The S-curve rises everywhere, so its slope is positive everywhere. What is yours where h is 2?"""
    return error * h * (1 - h)


@error_term.mistake
def factor_two(error, nn_output):
    """Read the cost E at the top once more, with all its factors. Which of them do you meet again in its derivative?"""
    return 2 * error * nn_output * (1 - nn_output)


@error_term.mistake(worth=0.5, redeemed_by="del_w")
def sign_turned(error, nn_output):
    """The slope of the S-curve is never negative. Can your error and your error_term have different signs?"""
    return -error * nn_output * (1 - nn_output)


@error_term.mistake(worth=0.5, redeemed_by="del_w", named=True)
def inputs_already_in(error, nn_output, x):
    """The error_term belongs to the neuron, not to one of its connections. How many numbers should it be?"""
    return error * nn_output * (1 - nn_output) * x


@error_term.mistake(worth=0.5, redeemed_by="del_w", named=True)
def learnrate_already_in(error, nn_output, learnrate):
    """How strongly the neuron is to blame, and how boldly one corrects it: which of the two is the error_term about?"""
    return learnrate * error * nn_output * (1 - nn_output)


# --- del_w ---------------------------------------------------------------------------------------------------------------


@step.question(points=2)
def del_w(learnrate, error_term, x):
    """The change of each weight, shape (4,)."""
    return learnrate * error_term * x


@del_w.mistake
def learnrate_forgotten(error_term, x):
    """Somebody doubles the learning rate. Does your del_w notice?"""
    return error_term * x


@del_w.mistake
def learnrate_twice(learnrate, error_term, x):
    """Somebody doubles the learning rate. Should del_w become two times or four times as large, and which does yours?"""
    return learnrate**2 * error_term * x


@del_w.mistake
def input_forgotten(learnrate, error_term):
    """Four weights are to move. If one of the inputs is zero, should its weight move, and does your del_w know?"""
    return learnrate * error_term


@del_w.mistake
def inputs_squared(learnrate, error_term, x):
    """If one input were three times as large, how much larger should its entry of del_w be, and how much larger is yours?"""
    return learnrate * error_term * x**2


@del_w.mistake
def weights_for_inputs(learnrate, error_term, w):
    """A weight whose input is zero had no part in the error. Does your del_w leave that weight where it is?"""
    return learnrate * error_term * w


@del_w.mistake
def minus_step(learnrate, error_term, x):
    """In the first example the output is too high. Add your del_w to the weights: does the output fall?"""
    return -learnrate * error_term * x


@del_w.mistake
def error_for_error_term(learnrate, error, x):
    """Between a weight and the error lies the sigmoid. Where does your del_w allow for it?"""
    return learnrate * error * x


@del_w.mistake
def updated_weights(w, learnrate, error_term, x):
    """Is del_w the place where the weights arrive, or the way that they go?"""
    return w + learnrate * error_term * x


@del_w.mistake
def slope_again(learnrate, error_term, nn_output, x):
    """The signal goes through the sigmoid once. How many of its slopes are there in your del_w, all told?"""
    return learnrate * error_term * nn_output * (1 - nn_output) * x


@del_w.mistake
def steps_summed(learnrate, error_term, x):
    """Each weight gets a change of its own. How many changes does your del_w hold?"""
    return learnrate * error_term * np.sum(x)


@del_w.mistake
def divided_by_inputs(learnrate, error_term, x):
    """Give the neuron four more inputs that are all zero. Should the other changes in del_w shrink, and would yours?"""
    return learnrate * error_term * x / len(x)


# --- for `descent verify` ------------------------------------------------------------------------------------------------

step.gradient(question="error_term", of=lambda y, nn_output: (y - nn_output) ** 2 / 2, wrt="h", scale=lambda: -1)
step.gradient(question="del_w", of=lambda y, nn_output: (y - nn_output) ** 2 / 2, wrt="w", scale=lambda learnrate: -learnrate)

step.equivalent("h = np.dot(w, x)", because="the dot product of two vectors does not depend on their order")
step.equivalent("h = np.dot(x.T, w)", because="x has a single axis: its transpose is x itself")
step.equivalent("h = np.dot(x, w.T)", because="w has a single axis: its transpose is w itself")
