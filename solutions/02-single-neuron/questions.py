"""What is right in 02-single-neuron, and what goes wrong in it? The judge's own statement: students never receive this file.

One sigmoid neuron with one weight w and one bias b, and one record (x, y): z = w x + b, y_hat = sigmoid(z), and the cost of the
record is C = (y - y_hat)^2 / 2. Everything is a number but the costs of `train`, a list with one for each epoch.

The three numbers on paper are constants and worth nothing. The functions are built on one another as in the text, so that a slip in one
of them is predicted in all that follow. A slip that a student makes consistently (the error or both gradients turned
round, and the step too) is a convention other than this text's and is worth half.

The learning rates drawn are large, above 1: a smaller one would hide at which point a gradient was taken.
"""

from math import exp

import numpy as np

from autograder.course import Assignment, Descent, Surface, choice, either, uniform


def fair(w, b, x, y):
    """Neither flat nor saturated, the answer well away from the target, and no number standing where another could."""
    z = w * x + b
    return 0.25 <= abs(z) <= 2.8 and abs(1 / (1 + np.exp(-z)) - y) >= 0.15


def cost_at(w, b, x, y):
    """The cost of the record, over weight and bias: the hills that the feedback page draws."""
    return (1 / (1 + np.exp(-(w * x + b))) - y) ** 2 / 2


neuron = Assignment(
    givens={
        "z": either(uniform(-2.1, -0.4), uniform(0.4, 2.1)),
        "y_hat": either(uniform(0.08, 0.45), uniform(0.55, 0.92)),
        "y": either(uniform(0.05, 0.4), uniform(0.6, 0.95)),
        "w": either(uniform(-0.9, -0.3), uniform(0.3, 0.9)),
        "b": either(uniform(-1.2, -0.3), uniform(0.3, 1.2)),
        "x": either(uniform(-3, -1.1), uniform(1.1, 3)),
        "learning_rate": uniform(1.3, 4),
        "epochs": choice([3, 4]),
    },
    accept=lambda w, b, x, y, y_hat: fair(w, b, x, y) and abs(y_hat - y) >= 0.05,
    descent=Descent(
        "train",
        steps=20,
        costs=2,
        givens={"learning_rate": 0.8},
        surface=Surface(cost_at, over={"w": 0, "b": 1}, window=(-2, 1.2, 0.4, 2.8)),
    ),
    examples=[
        {"z": 3.5, "y_hat": 0.97, "y": 0, "w": 0.5, "b": 2, "x": 3, "learning_rate": 0.05, "epochs": 2},
        {"z": -1.3, "y_hat": 0.62, "y": 0.3, "w": -0.8, "b": 0.4, "x": -1.5, "learning_rate": 1.7, "epochs": 3},
    ],
)


# --- with pencil and paper -----------------------------------------------------------------------------------------------

THREE_DIGITS = 5e-3
PAPER_W, PAPER_B, PAPER_X, PAPER_Y = 3, 2, 0.4, 0.3
PAPER_Z = PAPER_W * PAPER_X + PAPER_B
HEIGHT = 1 / (1 + exp(-PAPER_Z))
SLOPE = HEIGHT * (1 - HEIGHT)


@neuron.question(points=0, rtol=THREE_DIGITS)
def dC_dyhat():
    """By hand, for w = 3, b = 2, x = 0.4, y = 0.3: the derivative of the cost by the output, to three digits."""
    return HEIGHT - PAPER_Y


@dC_dyhat.mistake
def paper_error_reversed():
    """The output lies above its target here. If it rose, would the cost rise or fall, and which sign has dC_dyhat then?"""
    return PAPER_Y - HEIGHT


@dC_dyhat.mistake
def paper_cost():
    """What a miss costs, and how fast the cost changes: two quantities. Which of them is your dC_dyhat?"""
    return (HEIGHT - PAPER_Y) ** 2 / 2


@dC_dyhat.mistake
def paper_output():
    """If the target were another one, would your dC_dyhat be another, too?"""
    return HEIGHT


@dC_dyhat.mistake
def paper_error_doubled():
    """Which factor stands in front of the square, and what do the two of them leave in dC_dyhat?"""
    return 2 * (HEIGHT - PAPER_Y)


@dC_dyhat.mistake
def paper_error_halved():
    """The derivative of a square brings a factor down. What does it leave of the one in front, and what is in your dC_dyhat?"""
    return (HEIGHT - PAPER_Y) / 2


@dC_dyhat.mistake
def paper_sum_for_output():
    """Which number is compared with the target: the one before the sigmoid or the one behind it? Which is in your dC_dyhat?"""
    return PAPER_Z - PAPER_Y


@neuron.question(points=0, rtol=THREE_DIGITS)
def dyhat_dz():
    """By hand, for the same numbers: the derivative of the output by the weighted sum, to three digits."""
    return SLOPE


@dyhat_dz.mistake
def paper_height():
    """The S-curve is never steeper than a quarter. Is your dyhat_dz a slope, or the height of the curve?"""
    return HEIGHT


@dyhat_dz.mistake
def paper_square_forgotten():
    """Two numbers make up the slope dyhat_dz, how far the height is from 0 and how far from 1. Are both of them in yours?"""
    return 1 - HEIGHT


@dyhat_dz.mistake
def paper_slope_at_output():
    """At which place along the axis is the slope dyhat_dz wanted: at the weighted sum, or at the output?"""
    return 1 / (1 + exp(-HEIGHT)) * (1 - 1 / (1 + exp(-HEIGHT)))


@dyhat_dz.mistake
def paper_place_for_height():
    """The S-curve rises everywhere. Which sign has your dyhat_dz, and did the height go into it, or the place along the axis?"""
    return PAPER_Z * (1 - PAPER_Z)


@dyhat_dz.mistake
def paper_sign_turned():
    """Does the S-curve rise or fall at this place, and what does your dyhat_dz say of it?"""
    return -SLOPE


@neuron.question(points=0, rtol=THREE_DIGITS)
def dC_dw():
    """By hand, for the same numbers: the derivative of the cost by the weight, to three digits."""
    return (HEIGHT - PAPER_Y) * SLOPE * PAPER_X


@dC_dw.mistake
def paper_gradient_reversed():
    """The output is too high and the input is positive. Would a larger weight cost more or less, and what does your dC_dw say?"""
    return -(HEIGHT - PAPER_Y) * SLOPE * PAPER_X


@dC_dw.mistake
def paper_input_forgotten():
    """If the input were zero, could the weight do anything? Would your dC_dw know?"""
    return (HEIGHT - PAPER_Y) * SLOPE


@dC_dw.mistake
def paper_slope_forgotten():
    """Three links lie between the weight and the cost. Which of them is missing from your dC_dw?"""
    return (HEIGHT - PAPER_Y) * PAPER_X


@dC_dw.mistake
def paper_error_forgotten():
    """If the output were on target, dC_dw should be zero. Would yours be?"""
    return SLOPE * PAPER_X


@dC_dw.mistake
def paper_weight_for_input():
    """How far does the sum move when the weight moves by one? Is that the number that you put last into dC_dw?"""
    return (HEIGHT - PAPER_Y) * SLOPE * PAPER_W


@dC_dw.mistake
def paper_gradient_doubled():
    """Your dC_dw is an exact multiple of the right one. With which factor does the cost of this text begin?"""
    return 2 * (HEIGHT - PAPER_Y) * SLOPE * PAPER_X


@dC_dw.mistake
def paper_height_before():
    """One factor of dC_dw is a slope. Is it a slope in yours, or did the height of the curve get into the product?"""
    return (HEIGHT - PAPER_Y) * HEIGHT * PAPER_X


@dC_dw.mistake
def paper_cost_before():
    """The first factor of dC_dw says how fast the cost changes. Is that what stands first in your product, or the cost as such?"""
    return (HEIGHT - PAPER_Y) ** 2 / 2 * SLOPE * PAPER_X


@dC_dw.mistake
def paper_square_forgotten_before():
    """Look at the middle factor of dC_dw once more. What does the slope of the S-curve have in it besides the distance from 1?"""
    return (HEIGHT - PAPER_Y) * (1 - HEIGHT) * PAPER_X


# --- sigmoid -------------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def sigmoid(z):
    """The height of the S-curve at z, one number."""
    return 1 / (1 + np.exp(-z))


@sigmoid.mistake
def mirrored(z):
    """When z grows, does the S-curve rise or fall? And your sigmoid?"""
    return 1 / (1 + np.exp(z))


@sigmoid.mistake
def bracket_missing(z):
    """Your sigmoid is above 1. Work that line out by hand, one operation after the other: which one does Python do first?"""
    return 1 + np.exp(-z)  # 1 / 1 + np.exp(-z)


@sigmoid.mistake
def minus_below(z):
    """What is your sigmoid for a z a little above 0, and for one a little below? Is that an S?"""
    return 1 / (1 - np.exp(-z))


@sigmoid.mistake
def another_curve(z):
    """Your sigmoid is zero where z is, and can be negative. Which S-curve is that, and between which numbers should yours lie?"""
    return np.tanh(z)


@sigmoid.mistake
def slope_for_height(z):
    """Your sigmoid never rises above a quarter. Is it the height of the S-curve that it returns, or something else about it?"""
    return 1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z)))


@sigmoid.mistake
def not_curved(z):
    """Whatever goes in, a number between 0 and 1 should come out. What does your sigmoid do to its z?"""
    return z


@sigmoid.mistake
def threshold(z):
    """Your sigmoid knows only yes and no. What should it say of a z that is barely above zero?"""
    return np.where(z > 0, 1.0, 0.0)


# --- sigmoid_prime -------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def sigmoid_prime(z, *, sigmoid):
    """The slope of the S-curve at z, a place along the axis: one number."""
    return sigmoid(z) * (1 - sigmoid(z))


@sigmoid_prime.mistake
def place_taken_for_height(z):
    """The slope is never negative. What does your sigmoid_prime say where z is 2, and did a height go into it or a place?"""
    return z * (1 - z)


@sigmoid_prime.mistake
def square_forgotten(z, *, sigmoid):
    """Far to the left the S-curve is flat. What does your sigmoid_prime say there, and what in the middle?"""
    return 1 - sigmoid(z)  # e^-z / (1 + e^-z), as it was published


@sigmoid_prime.mistake
def squashed_twice(z, *, sigmoid):
    """How many times does z go through the S-curve on its way into your sigmoid_prime?"""
    return sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z)))


@sigmoid_prime.mistake
def height_for_slope(z, *, sigmoid):
    """Far to the right the S-curve is high, and flat. Which of the two does your sigmoid_prime tell?"""
    return sigmoid(z)


@sigmoid_prime.mistake
def precedence(z, *, sigmoid):
    """Your sigmoid_prime is zero everywhere. On that line, what does Python do before it subtracts?"""
    return sigmoid(z) * 1 - sigmoid(z)


@sigmoid_prime.mistake
def slope_turned(z, *, sigmoid):
    """The S-curve rises everywhere. Which sign has your sigmoid_prime?"""
    return -sigmoid(z) * (1 - sigmoid(z))


@sigmoid_prime.mistake
def slope_of_another_curve(z, *, sigmoid):
    """There are other S-curves with other slopes. Does your sigmoid_prime go to zero far to the left, where this one is flat?"""
    return 1 - sigmoid(z) ** 2


@sigmoid_prime.mistake
def odds(z, *, sigmoid):
    """The slope is at most a quarter. How large does your sigmoid_prime get far to the right?"""
    return sigmoid(z) / (1 - sigmoid(z))


@sigmoid_prime.mistake
def slope_squared(z, *, sigmoid):
    """In the middle the slope is a quarter. What is your sigmoid_prime there, and how often did the product go in?"""
    return (sigmoid(z) * (1 - sigmoid(z))) ** 2


# --- predict -------------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def predict(w, b, x, *, sigmoid):
    """The neuron's answer y_hat to the input x, one number."""
    return sigmoid(w * x + b)


@predict.mistake
def bias_forgotten(w, x, *, sigmoid):
    """With an input of zero, who decides what predict answers? Does yours ask?"""
    return sigmoid(w * x)


@predict.mistake
def bias_subtracted(w, b, x, *, sigmoid):
    """Raise the bias. Should the answer go up or down, and what does your predict do?"""
    return sigmoid(w * x - b)


@predict.mistake
def bias_multiplied(w, b, x, *, sigmoid):
    """With an input of zero, does the bias still count for anything? Does it in your predict?"""
    return sigmoid(w * (x + b))


@predict.mistake
def weight_added(w, b, x, *, sigmoid):
    """Double the input. By how much should the sum move, and does your predict ask the weight?"""
    return sigmoid(w + x + b)


@predict.mistake
def input_forgotten(w, b, *, sigmoid):
    """Two records with different inputs: can your predict answer them differently?"""
    return sigmoid(w + b)


@predict.mistake
def not_squashed(w, b, x):
    """An answer lies between 0 and 1. What keeps that of your predict in there?"""
    return w * x + b


@predict.mistake
def bias_behind_the_sigmoid(w, b, x, *, sigmoid):
    """At which side of the sigmoid does the bias come in? Can your predict answer with more than 1?"""
    return sigmoid(w * x) + b


@predict.mistake
def weight_and_bias_exchanged(w, b, x, *, sigmoid):
    """One of the two parameters is multiplied by the input, the other is not. Which is which in your predict?"""
    return sigmoid(b * x + w)


@predict.mistake
def slope_for_answer(w, b, x, *, sigmoid_prime):
    """The answer of your predict never rises above a quarter. Which of the two functions above did it ask?"""
    return sigmoid_prime(w * x + b)


@predict.mistake
def answer_squashed_again(w, b, x, *, sigmoid):
    """How many sigmoids lie between the sum and the answer, and how many in your predict?"""
    return sigmoid(sigmoid(w * x + b))


# --- cost ----------------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def cost(y_hat, y):
    """The cost C of the answer y_hat where y was wanted, with its factor of one half: one number."""
    return (y - y_hat) ** 2 / 2


@cost.mistake
def half_forgotten(y_hat, y):
    """Your cost is an exact multiple of the expected one. With which factor does C begin in this text?"""
    return (y - y_hat) ** 2


@cost.mistake
def half_in_the_square(y_hat, y):
    """Is the half of this cost inside the square or in front of it, and what becomes of it inside?"""
    return ((y - y_hat) / 2) ** 2


@cost.mistake
def not_squared(y_hat, y):
    """Can a cost be negative? For which answers is yours?"""
    return (y - y_hat) / 2  # (y - y_hat) ** 1 / 2, or the square left out


@cost.mistake
def gap_alone(y_hat, y):
    """How far off an answer is, and what that costs: which of the two does your cost tell?"""
    return y - y_hat


@cost.mistake
def gap_alone_turned(y_hat, y):
    """How far off an answer is, and what that costs: which of the two is your cost, and what does it say of an answer too low?"""
    return y_hat - y


@cost.mistake(partial=True)
def gap_without_sign(y_hat, y):
    """A miss that is twice as large: how many times as much should it cost, and how many times as much in your cost?"""
    return np.abs(y_hat - y)


@cost.mistake
def negative(y_hat, y):
    """The best answer has the lowest cost. Which answer has the lowest cost by your function?"""
    return -((y - y_hat) ** 2) / 2


@cost.mistake
def squares_apart(y_hat, y):
    """Which comes first in the cost, the difference or the square? Can yours be negative?"""
    return (y**2 - y_hat**2) / 2


@cost.mistake
def cross_entropy(y_hat, y):
    """There are several costs for a neuron. Which one is written at the top of this text, and whose logarithms are in your cost?"""
    return -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


# --- cost_prime ----------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def cost_prime(y_hat, y):
    """The derivative of the cost by the output, one number: positive where the cost rises with the output."""
    return y_hat - y


@cost_prime.mistake(worth=0.5, redeemed_by="step")
def sign_reversed(y_hat, y):
    """An answer is too high and rises further. Does the cost rise or fall, and which sign has your cost_prime there?"""
    return y - y_hat


@cost_prime.mistake
def doubled(y_hat, y):
    """Your cost_prime is an exact multiple of the expected one. The square brings down a factor: which one is there to meet it?"""
    return 2 * (y_hat - y)


@cost_prime.mistake
def halved(y_hat, y):
    """When a square is derived, a factor comes down. Does your cost_prime have it, to meet the one in front?"""
    return (y_hat - y) / 2


@cost_prime.mistake
def cost_itself(y_hat, y):
    """Can your cost_prime ever be negative? Then how does it say which way to go?"""
    return (y_hat - y) ** 2 / 2


@cost_prime.mistake
def squared(y_hat, y):
    """The derivative of a square is no square. Can your cost_prime tell an answer too low from one too high?"""
    return (y_hat - y) ** 2


@cost_prime.mistake(partial=True)
def sign_lost(y_hat, y):
    """One answer is too high, another too low by as much. Does your cost_prime tell them apart?"""
    return np.abs(y_hat - y)


@cost_prime.mistake
def target_forgotten(y_hat):
    """When the answer is on target, the cost can't fall any further. What is your cost_prime there?"""
    return y_hat


@cost_prime.mistake(worth=0.5, redeemed_by="weight_gradient")
def slope_already_in(y_hat, y):
    """cost_prime is the first link of the chain. How many links are in yours?"""
    return (y_hat - y) * y_hat * (1 - y_hat)


@cost_prime.mistake
def cross_entropy_prime(y_hat, y):
    """There are several costs for a neuron. Of which one is your cost_prime the derivative?"""
    return (y_hat - y) / (y_hat * (1 - y_hat))


# --- weight_gradient -----------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def weight_gradient(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """The derivative of the cost by the weight, one number."""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


@weight_gradient.mistake
def slope_left_out(w, b, x, y, *, predict, cost_prime):
    """Between the sum and the output lies the sigmoid. Which factor of your weight_gradient knows of it?"""
    return cost_prime(predict(w, b, x), y) * x


@weight_gradient.mistake
def slope_at_the_output(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """sigmoid_prime wants a place along the axis. Which number does your weight_gradient hand it?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(predict(w, b, x)) * x


@weight_gradient.mistake
def slope_at_the_input(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """What goes into the sigmoid of the neuron: the input, or something made of it? And into the slope of your weight_gradient?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(x) * x


@weight_gradient.mistake
def slope_without_bias(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """Answer and slope belong to one and the same sum. Is it the same in both factors of your weight_gradient?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x) * x


@weight_gradient.mistake
def brackets_missing(w, b, x, y, *, predict, sigmoid_prime):
    """For an answer on target weight_gradient is zero. Work your line out for one: which operation does Python do first?"""
    return predict(w, b, x) - y * sigmoid_prime(w * x + b) * x


@weight_gradient.mistake
def height_in_place_of_slope(w, b, x, y, *, predict, cost_prime):
    """A saturated neuron hardly learns. Does your weight_gradient become small far to the right, where the S-curve is high and flat?"""
    return cost_prime(predict(w, b, x), y) * predict(w, b, x) * x


@weight_gradient.mistake
def input_left_out(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """With an input of zero the weight can do nothing. What does your weight_gradient say then?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b)


@weight_gradient.mistake
def input_squared(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """Turn the sign of the input and that of the weight: the answer stays. What should weight_gradient do, and what does yours?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x**2


@weight_gradient.mistake
def weight_for_input(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """When the weight moves by one, how far does the sum move? Which number stands for that in your weight_gradient?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * w


@weight_gradient.mistake
def error_left_out(w, b, x, *, sigmoid_prime):
    """Is your weight_gradient zero where the answer is on target?"""
    return sigmoid_prime(w * x + b) * x


@weight_gradient.mistake
def cost_for_error(w, b, x, y, *, predict, cost, sigmoid_prime):
    """Two functions speak of the cost, one of its size and one of its slope. Which of them has its part in your weight_gradient?"""
    return cost(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


@weight_gradient.mistake(worth=0.5, redeemed_by="step")
def weight_gradient_turned(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """The answer is too high, the input positive. Does the cost rise with the weight, and what does your weight_gradient say?"""
    return -cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


@weight_gradient.mistake
def weight_gradient_doubled(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """Your weight_gradient is an exact multiple of the expected one. Has the half in the cost met its partner already, before it?"""
    return 2 * cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


@weight_gradient.mistake
def weight_gradient_halved(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """How often does the half of the cost come into your weight_gradient, if cost_prime has dealt with it already?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x / 2


# --- bias_gradient -------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def bias_gradient(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """The derivative of the cost by the bias, one number."""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b)


@bias_gradient.mistake
def slope_left_out_of_bias(w, b, x, y, *, predict, cost_prime):
    """The bias, too, works through the sigmoid. Which factor of your bias_gradient knows of it?"""
    return cost_prime(predict(w, b, x), y)


@bias_gradient.mistake
def bias_slope_at_the_output(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """sigmoid_prime wants a place along the axis. Which number does your bias_gradient hand it?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(predict(w, b, x))


@bias_gradient.mistake
def bias_slope_without_bias(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """Answer and slope belong to one and the same sum. Is it the same in both factors of your bias_gradient?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x)


@bias_gradient.mistake
def bias_slope_at_the_bias(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """What goes into the sigmoid of the neuron, the bias alone or a sum? And into the slope of your bias_gradient?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(b)


@bias_gradient.mistake
def bias_brackets_missing(w, b, x, y, *, predict, sigmoid_prime):
    """What should bias_gradient be for an answer that is on target? In your line, what is done before the difference is taken?"""
    return predict(w, b, x) - y * sigmoid_prime(w * x + b)


@bias_gradient.mistake
def height_in_place_of_bias_slope(w, b, x, y, *, predict, cost_prime):
    """Does your bias_gradient become small where the S-curve is high and flat?"""
    return cost_prime(predict(w, b, x), y) * predict(w, b, x)


@bias_gradient.mistake
def input_left_in(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """With an input of zero the bias still counts. What is your bias_gradient then?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


@bias_gradient.mistake
def bias_for_one(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """A bias of zero can still be moved. What is your bias_gradient for it, and how far does the sum go when the bias goes by one?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * b


@bias_gradient.mistake
def error_left_out_of_bias(w, b, x, *, sigmoid_prime):
    """Is your bias_gradient zero where the answer is on target?"""
    return sigmoid_prime(w * x + b)


@bias_gradient.mistake
def cost_for_error_of_bias(w, b, x, y, *, predict, cost, sigmoid_prime):
    """Two functions speak of the cost, one of its size and one of its slope. Which of them has its part in your bias_gradient?"""
    return cost(predict(w, b, x), y) * sigmoid_prime(w * x + b)


@bias_gradient.mistake(worth=0.5, redeemed_by="step")
def bias_gradient_turned(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """The answer is too high. Does the cost rise with the bias, and what does the sign of your bias_gradient say?"""
    return -cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b)


@bias_gradient.mistake
def bias_gradient_doubled(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """Your bias_gradient is an exact multiple of the expected one. Has the half in the cost met its partner already, before it?"""
    return 2 * cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b)


@bias_gradient.mistake
def bias_gradient_halved(w, b, x, y, *, predict, cost_prime, sigmoid_prime):
    """How often does the half of the cost come into your bias_gradient, if cost_prime has dealt with it already?"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) / 2


# --- step ----------------------------------------------------------------------------------------------------------------


@neuron.function(points=1)
def step(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Weight and bias after one step against their gradients, both taken at the old weight and bias: (w, b), two numbers."""
    return w - learning_rate * weight_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def uphill(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """A gradient says which way the cost rises. Which way does your step go?"""
    return w + learning_rate * weight_gradient(w, b, x, y), b + learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def bias_at_new_weight(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Both gradients belong to the place where the neuron stood. Where does it stand when your step asks for the second of them?"""
    w = w - learning_rate * weight_gradient(w, b, x, y)
    return w, b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def weight_at_new_bias(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Your step moves the bias first. Which bias does the gradient of the weight see then?"""
    b = b - learning_rate * bias_gradient(w, b, x, y)
    return w - learning_rate * weight_gradient(w, b, x, y), b


@step.mistake
def rate_forgotten(w, b, x, y, *, weight_gradient, bias_gradient):
    """Somebody doubles the learning rate. Does your step notice?"""
    return w - weight_gradient(w, b, x, y), b - bias_gradient(w, b, x, y)


@step.mistake
def rate_twice(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Somebody doubles the learning rate. Does your step become two times or four times as long?"""
    return w - learning_rate**2 * weight_gradient(w, b, x, y), b - learning_rate**2 * bias_gradient(w, b, x, y)


@step.mistake
def twice_as_far(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """The gradients that your step asks for are complete. Does it add a factor that is in them already?"""
    return w - 2 * learning_rate * weight_gradient(w, b, x, y), b - 2 * learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def half_as_far(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """The gradients that your step asks for are complete. Does it take a part of them away?"""
    return w - learning_rate * weight_gradient(w, b, x, y) / 2, b - learning_rate * bias_gradient(w, b, x, y) / 2


@step.mistake
def rate_forgotten_for_bias(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Somebody doubles the learning rate. Do both numbers that your step returns notice?"""
    return w - learning_rate * weight_gradient(w, b, x, y), b - bias_gradient(w, b, x, y)


@step.mistake
def rate_forgotten_for_weight(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Somebody doubles the learning rate. Does the weight that your step returns notice, or the bias alone?"""
    return w - weight_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def bias_uphill(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Weight and bias both go against their gradients. Do both signs of your step agree?"""
    return w - learning_rate * weight_gradient(w, b, x, y), b + learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def weight_uphill(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Weight and bias both go against their gradients. Does the weight, too, in your step?"""
    return w + learning_rate * weight_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def bias_not_moved(w, b, x, y, learning_rate, *, weight_gradient):
    """Two parameters are to move. How many of them are new when your step returns?"""
    return w - learning_rate * weight_gradient(w, b, x, y), b


@step.mistake
def weight_not_moved(w, b, x, y, learning_rate, *, bias_gradient):
    """Two parameters are to move. Is the weight that your step returns another one?"""
    return w, b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def gradients_exchanged(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Each parameter has a gradient of its own. Which one does your step give to which?"""
    return w - learning_rate * bias_gradient(w, b, x, y), b - learning_rate * weight_gradient(w, b, x, y)


@step.mistake
def weight_gradient_for_both(w, b, x, y, learning_rate, *, weight_gradient):
    """Each parameter has a gradient of its own. How many different ones does your step use?"""
    return w - learning_rate * weight_gradient(w, b, x, y), b - learning_rate * weight_gradient(w, b, x, y)


@step.mistake
def bias_gradient_for_both(w, b, x, y, learning_rate, *, bias_gradient):
    """A weight with a large input moves further than the bias. Can it in your step?"""
    return w - learning_rate * bias_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def changes_alone(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Should your step return how far the parameters go, or where they arrive?"""
    return -learning_rate * weight_gradient(w, b, x, y), -learning_rate * bias_gradient(w, b, x, y)


@step.mistake
def bias_first(w, b, x, y, learning_rate, *, weight_gradient, bias_gradient):
    """Your step returns two numbers. Which of them should come first?"""
    return b - learning_rate * bias_gradient(w, b, x, y), w - learning_rate * weight_gradient(w, b, x, y)


# --- train ---------------------------------------------------------------------------------------------------------------


@neuron.function(points=2)
def train(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """(w, b, costs): weight and bias after the last step, two numbers, and the cost before each step, a list of `epochs` numbers."""
    costs = []
    for _ in range(epochs):
        costs.append(cost(predict(w, b, x), y))
        w, b = step(w, b, x, y, learning_rate)
    return w, b, costs


@train.mistake
def costs_after_the_step(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """The first of the costs is that of the neuron as it came. When does your train write the cost down: before a step or after it?"""
    costs = []
    for _ in range(epochs):
        w, b = step(w, b, x, y, learning_rate)
        costs.append(cost(predict(w, b, x), y))
    return w, b, costs


@train.mistake
def last_cost_as_well(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """There is one cost before each step. How many costs does your train return for ten epochs?"""
    costs = [cost(predict(w, b, x), y)]
    for _ in range(epochs):
        w, b = step(w, b, x, y, learning_rate)
        costs.append(cost(predict(w, b, x), y))
    return w, b, costs


@train.mistake
def one_epoch_too_few(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """Ask your train for a single epoch. How many steps does it take?"""
    costs = []
    for _ in range(epochs - 1):
        costs.append(cost(predict(w, b, x), y))
        w, b = step(w, b, x, y, learning_rate)
    return w, b, costs


@train.mistake
def one_epoch_too_many(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """Ask your train for no epochs at all. Where should weight and bias be then, and where are they?"""
    costs = []
    for _ in range(epochs + 1):
        costs.append(cost(predict(w, b, x), y))
        w, b = step(w, b, x, y, learning_rate)
    return w, b, costs


@train.mistake
def never_moved(w, b, x, y, epochs, *, cost, predict):
    """Each step returns a new weight and a new bias. Where does your train keep them?"""
    return w, b, [cost(predict(w, b, x), y)] * epochs


@train.mistake
def always_from_the_start(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """From where does the second step of your train set out?"""
    return (*step(w, b, x, y, learning_rate), [cost(predict(w, b, x), y)] * epochs)


@train.mistake
def stopped_after_one_step(w, b, x, y, learning_rate, *, step, cost, predict):
    """Ask your train for ten epochs, then for twenty. Does it get any further? Where does it return?"""
    return (*step(w, b, x, y, learning_rate), [cost(predict(w, b, x), y)])


@train.mistake
def last_cost_only(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """How many of the costs has your train kept by the end?"""
    seen = 0.0
    for _ in range(epochs):
        seen = cost(predict(w, b, x), y)
        w, b = step(w, b, x, y, learning_rate)
    return w, b, seen


@train.mistake
def costs_added_up(w, b, x, y, learning_rate, epochs, *, step, cost, predict):
    """One number for each epoch, or one for all of them: what do the costs of your train tell?"""
    total = 0.0
    for _ in range(epochs):
        total += cost(predict(w, b, x), y)
        w, b = step(w, b, x, y, learning_rate)
    return w, b, total


@train.mistake
def answers_for_costs(w, b, x, y, learning_rate, epochs, *, step, predict):
    """What the neuron answers, and what the answer costs: which of the two does your train write down?"""
    answers = []
    for _ in range(epochs):
        answers.append(predict(w, b, x))
        w, b = step(w, b, x, y, learning_rate)
    return w, b, answers


@train.mistake
def uphill_by_itself(w, b, x, y, learning_rate, epochs, *, weight_gradient, bias_gradient, cost, predict):
    """In your train, do the costs rise or fall from one epoch to the next?"""
    costs = []
    for _ in range(epochs):
        costs.append(cost(predict(w, b, x), y))
        w, b = w + learning_rate * weight_gradient(w, b, x, y), b + learning_rate * bias_gradient(w, b, x, y)
    return w, b, costs


@train.mistake
def bias_after_the_weight(w, b, x, y, learning_rate, epochs, *, weight_gradient, bias_gradient, cost, predict):
    """Within one epoch of your train, do both gradients see the same weight?"""
    costs = []
    for _ in range(epochs):
        costs.append(cost(predict(w, b, x), y))
        w = w - learning_rate * weight_gradient(w, b, x, y)
        b = b - learning_rate * bias_gradient(w, b, x, y)
    return w, b, costs


# --- for `descent verify` ------------------------------------------------------------------------------------------------


def cost_of_the_record(w, b, x, y):
    """The cost once more, as a whole and by another way of writing the sigmoid."""
    return (y - (1 + np.tanh((w * x + b) / 2)) / 2) ** 2 / 2


neuron.gradient(question="sigmoid_prime", of=lambda z: (1 + np.tanh(z / 2)) / 2, wrt="z")
neuron.gradient(question="cost_prime", of=lambda y_hat, y: (y - y_hat) ** 2 / 2, wrt="y_hat")
neuron.gradient(question="weight_gradient", of=cost_of_the_record, wrt="w")
neuron.gradient(question="bias_gradient", of=cost_of_the_record, wrt="b")

SQUARE = "a square does not notice the sign"
EVEN = "the slope of the S-curve is the same on both sides of the middle"
neuron.equivalent("return (y - y_hat) ** 2 / 2", because=SQUARE)
neuron.equivalent("return (-(y_hat - y)) ** 2 / 2", because=SQUARE)
neuron.equivalent("costs.append(cost(y, predict(w, b, x)))", because=SQUARE)
neuron.equivalent("return cost_prime(predict(w, b, x), y) * sigmoid_prime(-(w * x + b)) * x", because=EVEN)
neuron.equivalent("return cost_prime(predict(w, b, x), y) * sigmoid_prime(-(w * x + b))", because=EVEN)
