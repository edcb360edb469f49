"""What is right in 04-gradient-check, and what goes wrong in it? The judge's own statement: students never receive this file.

`numerical_gradient` is asked for functions that `driver.py` builds from drawn coefficients; `hills` states them here a second time.
They are bent enough for a forward difference to be off by more than a percent at the smallest step that is drawn, 0.01. At the
default step, 1e-6, nothing but the last digits tells it from a central one, so no mistake is sought there: it carries.

`diagnose` has three words, so it is asked where each of them is right, and at zero. It hangs on `relative_error` too little to be
built on it here: no mistake of that would turn a verdict.
The mended derivations are of three costs: a, half squares, mean over records in rows; b, half a square, one record; d, squares,
sum over outputs, mean over records in columns.
"""

import math
from itertools import pairwise

import numpy as np

from autograder.course import Assignment, choice, either, integers, normal, single, uniform

NEAR_ZERO = 1e-14


def sigmoid(z):
    """The S-curve at z."""
    return 1 / (1 + np.exp(-z))


def slope(z):
    """The slope of the S-curve at z."""
    return sigmoid(z) * (1 - sigmoid(z))


def fair(theta, u, v, analytic, numerical, xs, w, b, X, W, B, x, wb, y):
    """No neuron saturated, a zero and a negative among the inputs, nothing at right angles or next to zero."""
    return (
        np.max(np.abs(theta)) >= 0.5
        and abs(cosine(u, v)) >= 0.2
        and cosine(analytic, numerical) <= -0.15
        and np.max(np.abs(xs @ w + b)) <= 4
        and np.max(np.abs(W @ X + B)) <= 4
        and abs(wb[0] * x + wb[1]) <= 4
        and abs(sigmoid(wb[0] * x + wb[1]) - y) >= 0.05
        and all(np.any(inputs == 0) and np.any(inputs < 0) for inputs in (xs, X))
    )


check = Assignment(
    sizes={"n": range(2, 5), "k": range(3, 6), "M": (5, 7)},
    givens={
        "theta": either(
            integers(-2, 3, size=(2, 3)),
            integers(-2, 3, size=(3, 2)),
            integers(-2, 3, size=4),
            uniform(-2, 2, size=(1, 4)),
            uniform(-2, 2),
            single(uniform(-2, 2, size=(2, 1, 2))),
        ),
        "eps": choice([0.01, 0.1, 0.2, 0.3]),
        "wave": uniform(0.5, 1),
        "pace": uniform(4, 7),
        "cube": uniform(0.1, 0.4),
        "pair": uniform(0.6, 1.4),
        "u": normal(mean=0.8, size=(2, 3)),
        "v": normal(mean=0.8, size=(2, 3)),
        "analytic": normal(mean=-0.16, sd=0.2, size=(3, 2)),
        "numerical": normal(mean=0.16, sd=0.2, size=(3, 2)),
        "factor": choice([-1.0, -3.0, 0.2, 4.0]),
        "w": normal(sd=0.5, size="n"),
        "b": normal(sd=0.5),
        "xs": integers(-2, 3, size=("M", "n"), real=True),
        "ys": uniform(0.05, 0.95, size="M"),
        "wb": normal(size=2),
        "x": either(uniform(-3, -1.2), uniform(1.2, 3)),
        "y": uniform(0.05, 0.95),
        "W": normal(sd=0.45, size=("k", "n")),
        "B": normal(sd=0.5, size=("k", 1)),
        "X": integers(-2, 3, size=("n", "M"), real=True),
        "Y": uniform(0.05, 0.95, size=("k", "M")),
    },
    accept=fair,
    examples=[
        {
            "theta": [[2, -1, 0], [1, 0, -2]],
            "eps": 0.1,
            "wave": 1,
            "pace": 5,
            "cube": 1,
            "pair": 2,
            "u": [[3, 0], [0, 4]],
            "v": [[3, 0], [0, 0]],
            "analytic": [[1, 2], [-2, 0]],
            "numerical": [[0, -2], [2, 1]],
            "factor": -1,
            "w": [0.5, -0.5],
            "b": 0,
            "xs": [[1, 2], [0, -1], [2, 2]],
            "ys": [1, 0, 1],
            "wb": [0.5, 2],
            "x": 3,
            "y": 0,
            "W": [[1, -1], [0.5, 0]],
            "B": [[0], [0.5]],
            "X": [[1, 0], [-1, 2]],
            "Y": [[1, 0], [0, 1]],
        },
        {
            "theta": [0.7, -1.2, 0, 0.4],
            "eps": 0.01,
            "wave": 1.3,
            "pace": 4.5,
            "cube": 0.4,
            "pair": 1.7,
            "u": [[0.3, -1.2, 0], [0.8, 0.4, -0.6]],
            "v": [[0.1, -0.9, 0.7], [1.1, -0.2, -0.5]],
            "analytic": [[0.4, -0.3, 1.1], [0, 0.9, -0.7]],
            "numerical": [[-0.2, 0.6, 0.3], [-1.1, 0.1, 0.8]],
            "factor": 4,
            "w": [0.4, -0.7, 0.2],
            "b": 0.3,
            "xs": [[1, 0, -2], [-1, 2, 1], [0, 1, 3], [2, -1, 0], [1, 3, -1]],
            "ys": [0.9, 0.2, 0.7, 0.1, 0.6],
            "wb": [-0.8, 0.3],
            "x": 1.7,
            "y": 0.6,
            "W": [[-0.4, 0.7, 0.2], [0.9, 0.1, -0.5]],
            "B": [[0.2], [-0.3]],
            "X": [[1, 0, -1, 2], [0, -2, 1, 3], [-1, 1, 2, 0]],
            "Y": [[0.8, 0.1, 0.3, 0.9], [0.2, 0.7, 0.4, 0.1]],
        },
    ],
)


@check.derived
def multiple(factor, numerical):
    """An exact multiple of the measured gradient."""
    return factor * numerical


@check.derived
def nearly(numerical, analytic):
    """The measured gradient but for the last digits."""
    return numerical + 1e-8 * analytic


# --- numerical_gradient --------------------------------------------------------------------------------------------------


def hills(wave, pace, cube, pair):
    """The function that is derived, of an array of any shape."""

    def f(theta):
        entries = [float(entry) for entry in np.ravel(theta)]
        total = sum(wave * math.sin(pace * entry + at) + cube * entry**3 for at, entry in enumerate(entries))
        return total + pair * sum(one * other for one, other in pairwise(entries))

    return f


def central(f, theta, eps, quotient=lambda above, below, eps: (above - below) / (2 * eps)):
    """Central differences, or what `quotient` makes of the two values of f."""
    theta = np.array(theta, dtype=np.float64)
    result = np.zeros(theta.size)
    for at in range(theta.size):
        unit = np.zeros(theta.size)
        unit[at] = eps
        unit = unit.reshape(theta.shape)
        result[at] = quotient(f(theta + unit), f(theta - unit), eps)
    return result.reshape(theta.shape)


def within(f, theta, eps):
    """Central differences by moving the entries of an array of theta's own kind, which rounds what it cannot hold."""
    moved = np.array(theta)
    result = np.zeros(moved.shape)
    for at in np.ndindex(moved.shape):
        here = moved[at]
        moved[at] = here + eps
        above = f(moved)
        moved[at] = here - eps
        result[at] = (above - f(moved)) / (2 * eps)
        moved[at] = here
    return result


@check.outcome(points=2, rtol=1e-6, atol=1e-8)
def numerical_gradient(theta, eps, wave, pace, cube, pair):
    """The gradient of a function at theta by central differences with the step eps, in the shape of theta."""
    return central(hills(wave, pace, cube, pair), theta, eps)


@numerical_gradient.mistake
def forward_difference(theta, eps, wave, pace, cube, pair):
    """Your numerical_gradient has an error of the size of eps. To how many sides of theta does it look?"""
    f = hills(wave, pace, cube, pair)
    here = f(theta)
    return central(f, theta, eps, lambda above, below, eps: (above - here) / eps)


@numerical_gradient.mistake
def backward_difference(theta, eps, wave, pace, cube, pair):
    """Your numerical_gradient looks to the left of theta. What would it find to the right, and what would both together give?"""
    f = hills(wave, pace, cube, pair)
    here = f(theta)
    return central(f, theta, eps, lambda above, below, eps: (here - below) / eps)


@numerical_gradient.mistake
def distance_halved(theta, eps, wave, pace, cube, pair):
    """How far apart are the two places at which your numerical_gradient asks for f?"""
    return central(hills(wave, pace, cube, pair), theta, eps, lambda above, below, eps: (above - below) / eps)


@numerical_gradient.mistake
def not_divided(theta, eps, wave, pace, cube, pair):
    """With a smaller eps, f changes less. Should numerical_gradient become smaller too, and does yours?"""
    return central(hills(wave, pace, cube, pair), theta, eps, lambda above, below, eps: above - below)


@numerical_gradient.mistake
def bracket_below_missing(theta, eps, wave, pace, cube, pair):
    """Work out your numerical_gradient with a pencil, one operation after the other. Is the whole distance below the line?"""
    return central(hills(wave, pace, cube, pair), theta, eps, lambda above, below, eps: (above - below) / 2 * eps)


@numerical_gradient.mistake
def bracket_above_missing(theta, eps, wave, pace, cube, pair):
    """If f were the same everywhere, what should numerical_gradient be? Which operation does Python do first on your line?"""
    return central(hills(wave, pace, cube, pair), theta, eps, lambda above, below, eps: above - below / (2 * eps))


@numerical_gradient.mistake
def sides_exchanged(theta, eps, wave, pace, cube, pair):
    """Where f rises to the right, which sign should the entry of numerical_gradient have, and which has yours?"""
    return central(hills(wave, pace, cube, pair), theta, eps, lambda above, below, eps: (below - above) / (2 * eps))


@numerical_gradient.mistake(partial=True)
def all_moved_at_once(theta, eps, wave, pace, cube, pair):
    """One slope for each entry of theta is asked for. How many entries does your numerical_gradient move at a time?"""
    f = hills(wave, pace, cube, pair)
    return (f(theta + eps) - f(theta - eps)) / (2 * eps)


@numerical_gradient.mistake(partial=True)
def not_put_back(theta, eps, wave, pace, cube, pair):
    """While your numerical_gradient moves the second entry, where is the first one?"""
    f = hills(wave, pace, cube, pair)
    moved = np.array(theta, dtype=np.float64)
    result = np.zeros(moved.shape)
    for at in np.ndindex(moved.shape):
        moved[at] += eps
        above = f(moved)
        moved[at] -= 2 * eps
        result[at] = (above - f(moved)) / (2 * eps)
    return result


@numerical_gradient.mistake(partial=True)
def eps_ignored(theta, wave, pace, cube, pair):
    """Somebody calls numerical_gradient with a large eps, to see what truncation does. Does yours notice?"""
    return central(hills(wave, pace, cube, pair), theta, 1e-6)


@numerical_gradient.mistake(partial=True)
def flattened(theta, eps, wave, pace, cube, pair):
    """theta may be a matrix. Which shape should numerical_gradient have then, so that theta can be moved by it?"""
    return central(hills(wave, pace, cube, pair), theta, eps).ravel()


@numerical_gradient.mistake(partial=True)
def moved_in_its_own_kind(theta, eps, wave, pace, cube, pair):
    """theta may hold whole numbers. What becomes of 2 when eps is added and the array can hold no fractions?"""
    return within(hills(wave, pace, cube, pair), theta, eps)


@numerical_gradient.mistake(partial=True)
def stepped_in_its_own_kind(theta, eps, wave, pace, cube, pair):
    """theta may hold whole numbers. Take 2 a little up, back down and up again in such an array: does numerical_gradient leave 2?"""
    f = hills(wave, pace, cube, pair)
    moved = np.array(theta)
    result = np.zeros(moved.shape)
    for at in np.ndindex(moved.shape):
        moved[at] += eps
        above = f(moved)
        moved[at] -= 2 * eps
        result[at] = (above - f(moved)) / (2 * eps)
        moved[at] += eps
    return result


@numerical_gradient.mistake(partial=True)
def kept_in_its_own_kind(theta, eps, wave, pace, cube, pair):
    """theta may hold whole numbers, its slopes seldom are. Which kind of numbers can the array hold that numerical_gradient returns?"""
    return central(hills(wave, pace, cube, pair), theta, eps).astype(np.asarray(theta).dtype)


@numerical_gradient.mistake(partial=True)
def all_in_its_own_kind(theta, eps, wave, pace, cube, pair):
    """theta may hold whole numbers. Two arrays are at work in numerical_gradient: which of them must be able to hold fractions?"""
    return within(hills(wave, pace, cube, pair), theta, eps).astype(np.asarray(theta).dtype)


@check.outcome(points=0.5, at="numerical_gradient", rtol=1e-5, atol=1e-7)
def numerical_gradient_default(theta, wave, pace, cube, pair, *, numerical_gradient):
    """numerical_gradient where no eps is passed: the step is 1e-6."""
    return numerical_gradient(theta, 1e-6, wave, pace, cube, pair)


# --- relative_error ------------------------------------------------------------------------------------------------------


def norm(values):
    """The Euclidean norm of an array of any shape."""
    return math.sqrt(product(values, values))


@check.function(points=0.75)
def relative_error(u, v):
    """The norm of the difference of two arrays over the sum of their norms (at least 1e-12), one number."""
    return norm(u - v) / max(1e-12, norm(u) + norm(v))


@relative_error.mistake
def first_norm_only(u, v):
    """Should relative_error change if its two arguments change places, and does yours?"""
    return norm(u - v) / max(1e-12, norm(u))


@relative_error.mistake
def second_norm_only(u, v):
    """If the two arguments of relative_error change places, should anything else change? Does it in yours?"""
    return norm(u - v) / max(1e-12, norm(v))


@relative_error.mistake(partial=True)
def larger_norm_only(u, v):
    """For two arrays that point opposite ways, relative_error is 1. How large is yours, and which two norms stand below its line?"""
    return norm(u - v) / max(1e-12, norm(u), norm(v))


@relative_error.mistake
def norm_of_the_sum(u, v):
    """The norms in relative_error are added. If one array is the other with its sign turned, what is left below your line?"""
    return norm(u - v) / max(1e-12, norm(u + v))


@relative_error.mistake
def mean_of_the_norms(u, v):
    """Can your relative_error be larger than 1? What stands below the line: both norms, or half of them?"""
    return norm(u - v) / max(1e-12, (norm(u) + norm(v)) / 2)


@relative_error.mistake
def root_not_taken(u, v):
    """If every entry of both arrays is doubled, each norm in relative_error should double too. Does each of yours?"""
    return norm(u - v) ** 2 / max(1e-12, norm(u) ** 2 + norm(v) ** 2)


@relative_error.mistake
def absolute_values_added(u, v):
    """The norm of (3, 4) is 5. What does the norm in your relative_error make of it?"""
    return np.sum(np.abs(u - v)) / max(1e-12, np.sum(np.abs(u)) + np.sum(np.abs(v)))


@relative_error.mistake(partial=True)
def largest_entry_only(u, v):
    """Every entry has a part in a Euclidean norm. How many entries does your relative_error look at in the end?"""
    return np.max(np.abs(u - v)) / max(1e-12, np.max(np.abs(u)) + np.max(np.abs(v)))


@relative_error.mistake
def not_relative(u, v):
    """If both arrays are measured in other units, a thousand times larger, should relative_error change, and does yours?"""
    return norm(u - v)


@relative_error.mistake
def norms_compared(u, v):
    """Two arrays of one length can point different ways. Does your relative_error see that?"""
    return abs(norm(u) - norm(v)) / max(1e-12, norm(u) + norm(v))


@relative_error.mistake(partial=True)
def each_entry_by_itself(u, v):
    """Is relative_error one quotient of whole arrays, or a mean of many quotients? What would a single tiny entry do to yours?"""
    return np.mean(np.abs(u - v) / np.maximum(1e-12, np.abs(u) + np.abs(v)))


@check.outcome(points=0.25, at="relative_error")
def relative_error_near_zero(u, v, *, relative_error):
    """relative_error of two arrays that are next to nothing: their norms add up to less than 1e-12."""
    return relative_error(NEAR_ZERO * u, NEAR_ZERO * v)


@relative_error_near_zero.mistake
def never_below_added(u, v):
    """Both arrays can be zero. What stands below the line of your relative_error then?"""
    return norm(u - v) / (norm(u) + norm(v))


@relative_error_near_zero.mistake
def little_added(u, v):
    """Is the tiny number in your relative_error a lower bound for what stands below the line, or is it there all the time?"""
    return norm(u - v) / (norm(u) + norm(v) + 1e-12 / NEAR_ZERO)


@relative_error_near_zero.mistake
def floor_of_another_course(u, v):
    """The tiny number below the line of your relative_error is larger than the one that is asked for. What is its exponent to be?"""
    return norm(u - v) / max(1e-8 / NEAR_ZERO, norm(u) + norm(v))


# --- diagnose ------------------------------------------------------------------------------------------------------------


def product(one, other):
    """Entry by entry multiplied and added up, whatever the shape."""
    return float(np.dot(np.ravel(one), np.ravel(other)))


def over(one, other):
    """A quotient of two numbers; 0 where there would be none."""
    return one / other if other else 0.0


def cosine(one, other):
    """The cosine of the angle between two arrays; 0 where one is zero throughout."""
    return over(product(one, other), norm(one) * norm(other))


def ratio(one, other):
    """The factor that brings `other` nearest to `one`; 0 where either is zero throughout."""
    return over(product(one, other), product(other, other))


def verdict(one, other):
    """The first word of the three that fits."""
    if norm(one - other) < 1e-5 * (norm(one) + norm(other)):
        return "agrees"
    return "scaled" if abs(cosine(one, other)) > 0.999999 else "wrong"


@check.function(points=1)
def diagnose(analytic, numerical):
    """The verdict, "agrees", "scaled" or "wrong", the ratio and the cosine of a derived gradient and a measured one."""
    return verdict(analytic, numerical), ratio(analytic, numerical), cosine(analytic, numerical)


@diagnose.mistake
def ratio_upside_down(analytic, numerical):
    """A derivation has kept a 2 too many. Which ratio should diagnose return for it, 2 or one half, and which is yours?"""
    return verdict(analytic, numerical), ratio(numerical, analytic), cosine(analytic, numerical)


@diagnose.mistake
def ratio_of_lengths(analytic, numerical):
    """A derivation has turned the sign. Can your ratio in diagnose be negative?"""
    return verdict(analytic, numerical), over(norm(analytic), norm(numerical)), cosine(analytic, numerical)


@diagnose.mistake
def ratio_of_means(analytic, numerical):
    """Some entries are nearly zero, and their quotients are mostly noise. How much do they count in the ratio of your diagnose?"""
    quotients = [over(one, other) for one, other in zip(np.ravel(analytic), np.ravel(numerical), strict=True)]
    return verdict(analytic, numerical), np.mean(quotients), cosine(analytic, numerical)


@diagnose.mistake
def ratio_root_taken(analytic, numerical):
    """Give diagnose a derivation that is twice the measured gradient. What should stand below the line of the ratio to make it 2?"""
    return verdict(analytic, numerical), over(product(analytic, numerical), norm(numerical)), cosine(analytic, numerical)


@diagnose.mistake
def cosine_without_sign(analytic, numerical):
    """Two gradients that point opposite ways have a cosine of minus 1. Which has your diagnose for them?"""
    return verdict(analytic, numerical), ratio(analytic, numerical), abs(cosine(analytic, numerical))


@diagnose.mistake
def cosine_not_divided(analytic, numerical):
    """A cosine is never above 1. Which lengths does the cosine of your diagnose still depend on?"""
    return verdict(analytic, numerical), ratio(analytic, numerical), product(analytic, numerical)


@diagnose.mistake
def ratio_and_cosine_exchanged(analytic, numerical):
    """In which order does diagnose return its three results?"""
    return verdict(analytic, numerical), cosine(analytic, numerical), ratio(analytic, numerical)


@diagnose.mistake
def never_wrong(analytic, numerical):
    """These two gradients are not parallel. Which word has diagnose for that, and which way does your code take?"""
    return "scaled", ratio(analytic, numerical), cosine(analytic, numerical)


@check.outcome(points=1, at="diagnose")
def diagnose_parallel(multiple, nearly, numerical, *, diagnose):
    """diagnose, first where the derivation is an exact multiple of the measured gradient, then where only the last digits differ."""
    return *diagnose(multiple, numerical), *diagnose(nearly, numerical)


@diagnose_parallel.mistake(partial=True)
def turned_called_wrong(multiple, nearly, numerical, *, diagnose):
    """The derivation is right but for its sign. Which word does diagnose have for that, and which cosine belongs to it?"""
    word = "scaled" if cosine(multiple, numerical) > 0 else "wrong"
    return word, *diagnose(multiple, numerical)[1:], *diagnose(nearly, numerical)


@diagnose_parallel.mistake
def never_scaled(multiple, nearly, numerical, *, diagnose):
    """The two gradients are parallel and of different lengths. Which word has diagnose for that, and when does yours say it?"""
    return "wrong", *diagnose(multiple, numerical)[1:], *diagnose(nearly, numerical)


@diagnose_parallel.mistake
def parallel_called_right(multiple, nearly, numerical, *, diagnose):
    """A gradient of the right direction and of another length: may diagnose say that it agrees? What does your first line ask?"""
    return "agrees", *diagnose(multiple, numerical)[1:], *diagnose(nearly, numerical)


@diagnose_parallel.mistake
def scaled_asked_first(multiple, nearly, numerical, *, diagnose):
    """Two gradients that agree have a cosine of 1 as well. Which question does your diagnose ask first?"""
    return *diagnose(multiple, numerical), "scaled", *diagnose(nearly, numerical)[1:]


@diagnose_parallel.mistake
def agreement_not_seen(multiple, nearly, numerical, *, diagnose):
    """The measured gradient is never exact to the last digit. How near must it come, for diagnose to say that they agree?"""
    return *diagnose(multiple, numerical), "wrong", *diagnose(nearly, numerical)[1:]


@check.outcome(points=0.25, at="diagnose")
def diagnose_at_zero(analytic, numerical, *, diagnose):
    """diagnose, first where the derivation is zero throughout, then where the measured gradient is, then where neither is."""
    nothing = 0 * numerical
    return *diagnose(nothing, numerical), *diagnose(numerical, nothing), *diagnose(analytic, numerical)


# --- the verdicts --------------------------------------------------------------------------------------------------------


@check.question(points=0.25)
def verdict_a():
    """Your verdict on derivation a: "agrees", "scaled" or "wrong"."""
    return "wrong"


@verdict_a.mistake
def a_called_right():
    """What does the measured gradient say to derivation a: is the relative error behind verdict_a a tiny number?"""
    return "agrees"


@verdict_a.mistake
def a_called_a_multiple():
    """For verdict_a, divide the derived entries by the measured ones. Is it the same factor each time?"""
    return "scaled"


@check.question(points=0.25)
def verdict_b():
    """Your verdict on derivation b: "agrees", "scaled" or "wrong"."""
    return "scaled"


@verdict_b.mistake
def b_called_right():
    """For verdict_b, look at the ratio of derived and measured gradient. Which way would weight and bias be moved?"""
    return "agrees"


@verdict_b.mistake
def b_called_wrong():
    """For verdict_b, look at the cosine. Do the two gradients lie on one line?"""
    return "wrong"


@check.question(points=0.25)
def verdict_c():
    """Your verdict on derivation c: "agrees", "scaled" or "wrong"."""
    return "wrong"


@verdict_c.mistake
def c_called_right():
    """All shapes fit in derivation c. Do the numbers behind verdict_c fit as well?"""
    return "agrees"


@verdict_c.mistake
def c_called_a_multiple():
    """For verdict_c, look at the cosine. Could any single factor turn one of the two gradients into the other?"""
    return "scaled"


@check.question(points=0.25)
def verdict_d():
    """Your verdict on derivation d: "agrees", "scaled" or "wrong"."""
    return "scaled"


@verdict_d.mistake
def d_called_right():
    """For verdict_d, look at the ratio. Would a step with this gradient have the right length?"""
    return "agrees"


@verdict_d.mistake
def d_called_wrong():
    """For verdict_d, look at the cosine. Is it the direction that is off, or the length?"""
    return "wrong"


@check.question(points=0.25)
def verdict_e():
    """Your verdict on derivation e: "agrees", "scaled" or "wrong"."""
    return "agrees"


@verdict_e.mistake
def e_called_wrong():
    """Derivation e looks odd. For verdict_e, does the measured gradient mind?"""
    return "wrong"


@verdict_e.mistake
def e_called_a_multiple():
    """Two minus signs stand in derivation e. For verdict_e, which ratio is left of them?"""
    return "scaled"


# --- the mended derivations ----------------------------------------------------------------------------------------------


@check.function(points=1)
def mended_a(w, b, xs, ys):
    """The right gradient of derivation a by the weights, shape (n,)."""
    a = sigmoid(xs @ w + b)
    return np.mean(((a - ys) * a * (1 - a))[:, None] * xs, axis=0)


@mended_a.mistake
def bracket_still_missing(w, b, xs, ys):
    """What should delta in mended_a be for a record whose output is on target? Which operation does Python do first there?"""
    z = xs @ w + b
    return (sigmoid(z) - ys * slope(z)) @ xs / len(ys)


@mended_a.mistake
def bracket_around_the_rest(w, b, xs, ys):
    """The slope carries the whole error back. Which part of the error does it reach in your mended_a?"""
    z = xs @ w + b
    return (sigmoid(z) * slope(z) - ys) @ xs / len(ys)


@mended_a.mistake
def slope_lost_a(w, b, xs, ys):
    """Between the weighted sum and the output of mended_a lies the sigmoid. Which factor of the chain rule belongs to it?"""
    return (sigmoid(xs @ w + b) - ys) @ xs / len(ys)


@mended_a.mistake
def slope_at_output_a(w, b, xs, ys):
    """A slope is taken at a place along the axis. Which place does the slope in your mended_a belong to?"""
    a = sigmoid(xs @ w + b)
    return ((a - ys) * slope(a)) @ xs / len(ys)


@mended_a.mistake
def sign_turned_a(w, b, xs, ys):
    """An output above its target: which sign should delta in mended_a have there, so that the cost falls against it?"""
    z = xs @ w + b
    return ((ys - sigmoid(z)) * slope(z)) @ xs / len(ys)


@mended_a.mistake
def mean_lost_a(w, b, xs, ys):
    """Copy every record. The cost of derivation a stays the same; does your mended_a?"""
    z = xs @ w + b
    return ((sigmoid(z) - ys) * slope(z)) @ xs


@mended_a.mistake
def mean_over_inputs_a(w, b, xs, ys):
    """Over what is the mean of this cost taken, over records or over inputs, and how many of these does mended_a divide by?"""
    z = xs @ w + b
    return ((sigmoid(z) - ys) * slope(z)) @ xs / xs.shape[1]


@mended_a.mistake
def square_kept_a(w, b, xs, ys):
    """Your mended_a and the measured gradient differ by an exact factor. What stands before the square in this cost?"""
    z = xs @ w + b
    return 2 * ((sigmoid(z) - ys) * slope(z)) @ xs / len(ys)


@mended_a.mistake
def half_kept_a(w, b, xs, ys):
    """Your mended_a is an exact part of the measured gradient. What does the square bring down, to meet the half in the cost?"""
    z = xs @ w + b
    return ((sigmoid(z) - ys) * slope(z)) @ xs / (2 * len(ys))


@mended_a.mistake
def mean_taken_twice_a(w, b, xs, ys):
    """Copy every record. The cost of derivation a stays as it is; does your mended_a shrink? In how many places is it divided?"""
    z = xs @ w + b
    return ((sigmoid(z) - ys) * slope(z)) @ xs / len(ys) ** 2


@check.function(points=1)
def mended_b(wb, x, y):
    """The right gradient of derivation b by the weight and the bias, shape (2,)."""
    y_hat = sigmoid(wb @ np.array([x, 1]))
    return (y_hat - y) * y_hat * (1 - y_hat) * np.array([x, 1])


@mended_b.mistake
def sign_still_turned(wb, x, y):
    """An output above its target: as it grows, does the cost rise or fall, and what does your mended_b say?"""
    z = wb[0] * x + wb[1]
    return (y - sigmoid(z)) * slope(z) * np.array([x, 1])


@mended_b.mistake
def one_sign_turned(wb, x, y):
    """mended_b has two entries, and one reason for their signs. Does the same error stand in both of yours?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([x, -1])


@mended_b.mistake
def other_sign_turned(wb, x, y):
    """Weight and bias of mended_b have one error in common. Has it the same sign in both of your entries?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([-x, 1])


@mended_b.mistake
def slope_lost_b(wb, x, y):
    """The neuron of mended_b has an S-curve. Where it is flat, weight and bias hardly matter: does your gradient know?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * np.array([x, 1])


@mended_b.mistake
def slope_at_output_b(wb, x, y):
    """A slope is taken at a place along the axis, not at a height. Which of the two does your mended_b hand over?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(sigmoid(z)) * np.array([x, 1])


@mended_b.mistake
def input_in_both(wb, x, y):
    """If the input is zero, can the bias still change the output? What does the second entry of your mended_b say?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([x, x])


@mended_b.mistake
def input_in_none(wb, x, y):
    """If the input is zero, can the weight change the output? What does the first entry of your mended_b say?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([1, 1])


@mended_b.mistake
def entries_exchanged(wb, x, y):
    """Which comes first in mended_b, the slope of the cost for the weight or for the bias?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([1, x])


@mended_b.mistake
def square_kept_b(wb, x, y):
    """Your mended_b and the measured gradient differ by an exact factor. What stands before the square in this cost?"""
    z = wb[0] * x + wb[1]
    return 2 * (sigmoid(z) - y) * slope(z) * np.array([x, 1])


@mended_b.mistake
def half_kept_b(wb, x, y):
    """Your mended_b is an exact part of the measured gradient. What does the square bring down, to meet the half in the cost?"""
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * slope(z) * np.array([x, 1]) / 2


@mended_b.mistake(partial=True)
def error_without_sign(wb, x, y):
    """One answer is too high, another too low. Can your mended_b tell the two apart?"""
    z = wb[0] * x + wb[1]
    return abs(sigmoid(z) - y) * slope(z) * np.array([x, 1])


@check.function(points=1)
def mended_d(W, B, X, Y):
    """The right gradient of derivation d by the weights, shape (n2, n0)."""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / Y.shape[1]


@mended_d.mistake
def still_the_sum(W, B, X, Y):
    """Copy every record. The cost of derivation d stays the same; does your mended_d?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T


@mended_d.mistake
def mean_taken_twice(W, B, X, Y):
    """Your mended_d was too large by one factor and is now too small by the same. In how many places do you divide?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / Y.shape[1] ** 2


@mended_d.mistake
def mean_over_outputs(W, B, X, Y):
    """Over what is the mean of this cost taken? Which side of Y has that length, and which one does mended_d divide by?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / Y.shape[0]


@mended_d.mistake
def mean_over_inputs_d(W, B, X, Y):
    """Records lie in columns here. Which side of X counts them, and which one does your mended_d divide by?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / X.shape[0]


@mended_d.mistake
def mean_over_everything(W, B, X, Y):
    """This cost is a sum over the outputs. Does your mended_d take a mean over them too?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / Y.size


@mended_d.mistake
def square_lost_d(W, B, X, Y):
    """There is no one half in this cost. What does the derivative of its square leave in mended_d?"""
    A = sigmoid(W @ X + B)
    return ((A - Y) * A * (1 - A)) @ X.T / Y.shape[1]


@mended_d.mistake
def square_doubled_d(W, B, X, Y):
    """Your mended_d is an exact multiple of the measured gradient. How many times does the 2 of the square stand in it?"""
    A = sigmoid(W @ X + B)
    return 4 * ((A - Y) * A * (1 - A)) @ X.T / Y.shape[1]


@mended_d.mistake
def slope_lost_d(W, B, X, Y):
    """Derivation d carries the error back through the S-curve. Does your mended_d still do so?"""
    A = sigmoid(W @ X + B)
    return 2 * (A - Y) @ X.T / Y.shape[1]


@mended_d.mistake
def slope_at_output_d(W, B, X, Y):
    """A slope is taken at a place along the axis. Is what your mended_d hands over a place, or already a height?"""
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * slope(A)) @ X.T / Y.shape[1]


@mended_d.mistake
def sign_turned_d(W, B, X, Y):
    """The sign of derivation d is right as published. Is it in your mended_d?"""
    A = sigmoid(W @ X + B)
    return 2 * ((Y - A) * A * (1 - A)) @ X.T / Y.shape[1]


@mended_d.mistake
def lying_on_its_side(W, B, X, Y):
    """A gradient has the shape of what it moves. Which shape has W, and which has your mended_d?"""
    A = sigmoid(W @ X + B)
    return 2 * X @ ((A - Y) * A * (1 - A)).T / Y.shape[1]


# --- for `descent verify` ------------------------------------------------------------------------------------------------

check.gradient(question="mended_a", of=lambda w, b, xs, ys: np.mean((sigmoid(xs @ w + b) - ys) ** 2) / 2, wrt="w")
check.gradient(question="mended_b", of=lambda wb, x, y: (sigmoid(wb[0] * x + wb[1]) - y) ** 2 / 2, wrt="wb")
check.gradient(question="mended_d", of=lambda W, B, X, Y: np.sum((sigmoid(W @ X + B) - Y) ** 2) / Y.shape[1], wrt="W")

ORDER = "neither needs the other"
LARGER = "the larger of two numbers does not depend on their order"
NORM = "a norm does not see the sign"
THRESHOLD = "any threshold between the right derivations and the wrong ones will do; no case is near it"
EVERY = "every entry is written over or starts from zero"
RECORDS = "there is one target, one output and one column for each record"

for change, because in {
    "gradient = np.zeros_like(-moved)": EVERY,
    "gradient[entry] += (above - below) / (2 * eps)": EVERY,
    "return np.linalg.norm(b - a) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))": NORM,
    "return np.linalg.norm(-(a - b)) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))": NORM,
    "return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(-a) + np.linalg.norm(b))": NORM,
    "return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(-b))": NORM,
    "return np.linalg.norm(a - b) / max(np.linalg.norm(a) + np.linalg.norm(b), 1e-12)": LARGER,
    "lengths = np.linalg.norm(-analytic) * np.linalg.norm(numerical)": NORM,
    "lengths = np.linalg.norm(analytic) * np.linalg.norm(-numerical)": NORM,
    "lengths = np.linalg.norm(analytic) * np.linalg.norm(numerical) before product = np.sum(analytic * numerical)": ORDER,
    "ratio = product / np.sum((-numerical) ** 2) if lengths > 0 else 0.0": "a square does not see the sign",
    "if relative_error(analytic, numerical) <= 1e-05:": THRESHOLD,
    "if relative_error(analytic, numerical) < 2e-05:": THRESHOLD,
    "if relative_error(numerical, analytic) < 1e-05:": "the relative error does not depend on the order of its arguments",
    "return ((a - ys) * a * (1 - a)).T @ xs / len(ys)": "an array with a single axis is its own transpose",
    "return (a - ys) * a * (1 - a) @ xs / len(xs)": RECORDS,
    "return (a - ys) * a * (1 - a) @ xs / len(a)": RECORDS,
    "return [slope * x, slope]": "a list of two numbers is taken for an array of two",
    "dA = 2 * (A - Y) / X.shape[-1]": RECORDS,
    "dA = 2 * (A - Y) / (-X).shape[1]": RECORDS,
    "dA = 2 * (A - Y) / Y.shape[1]": RECORDS,
    "dA = 2 * (A - Y) / A.shape[1]": RECORDS,
}.items():
    check.equivalent(change, because=because)
