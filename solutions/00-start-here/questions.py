"""What is right in 00-start-here, and what goes wrong in it? The judge's own statement: students never receive this file.

A line through the origin, y_hat = theta * x, and its cost J, the mean over M records of (y - y_hat)^2. Shapes: y, y_hat and errors
are (M,), all else is one number. The points sum to 10, for an instructor who wants to count them; course.toml says 0.

`errors` has one sign in the text, and the other is a convention that `mse` does not notice: it is worth half. `descend` may be
built on `step` or not. What a wrong `step` makes of it is predicted, so only slips of the loop are named below `descend`, and
the two that are made where a loop does the step by itself.
"""

import numpy as np

from autograder.course import Assignment, Curve, Descent, choice, either, integers, uniform


def on_both_sides(y, y_hat):
    """Targets above and below the line and none near it; one below zero, and one at zero."""
    gaps = y - y_hat
    return np.min(gaps) < 0 < np.max(gaps) and np.min(np.abs(gaps)) >= 0.2 and np.min(y) < 0 and 0 in y


start = Assignment(
    sizes={"M": range(4, 8)},
    givens={
        "y": integers(-2, 4, size="M", real=True),
        "y_hat": uniform(-4, 5, size="M"),
        "theta": either(uniform(-3, -0.6), uniform(0.6, 3)),
        "gradient": either(uniform(-4, -1), uniform(1, 4)),
        "learning_rate": uniform(0.05, 0.45),
        "centre": uniform(-3, 3),
        "curvature": uniform(1.2, 2.8),
        "ripple": uniform(0.6, 1.4),
        "epochs": choice([3, 4, 5]),
    },
    accept=lambda y, y_hat, theta, gradient, centre: (
        on_both_sides(y, y_hat) and abs(theta - gradient) >= 0.3 and abs(theta - centre) >= 0.5
    ),
    descent=Descent(
        "descend",
        steps=8,
        givens={"theta": -1.5, "learning_rate": 0.15},
        curve=Curve(lambda theta, centre, curvature: curvature * (theta - centre) ** 2 / 2, over="theta", part=0, ends=(-2, 4)),
    ),
    examples=[
        {
            "y": [3, 5, 8],
            "y_hat": [1, 7, 8],
            "theta": 2,
            "gradient": 4,
            "learning_rate": 0.04,
            "centre": 1,
            "curvature": 2,
            "ripple": 1,
            "epochs": 2,
        },
        {
            "y": [-1, 0, 2.5, 4],
            "y_hat": [0.5, -0.3, 3.1, 2.2],
            "theta": -1.3,
            "gradient": -1.9,
            "learning_rate": 0.2,
            "centre": 1.7,
            "curvature": 2.3,
            "ripple": 0.8,
            "epochs": 3,
        },
    ],
)


# --- errors --------------------------------------------------------------------------------------------------------------


@start.function(points=2)
def errors(y, y_hat):
    """The error of each record with its sign, shape (M,): how far the target lies above the line."""
    return y - y_hat


@errors.mistake(worth=0.5, redeemed_by="mse")
def sign_reversed(y, y_hat):
    """Where the target lies above the line, this text calls the error positive. Which sign do your errors have there?"""
    return y_hat - y


@errors.mistake
def absolute(y, y_hat):
    """One target lies above the line, another as far below. Can your errors tell which is which?"""
    return np.abs(y - y_hat)


@errors.mistake
def squared_already(y, y_hat):
    """How far the line misses, and what the miss costs: two quantities. Which of them do your errors hold?"""
    return (y - y_hat) ** 2


@errors.mistake
def halved(y, y_hat):
    """The line answers 1 where 3 was wanted. How large is the error, and how large is that entry of your errors?"""
    return (y - y_hat) / 2


@errors.mistake
def doubled(y, y_hat):
    """The line answers 2 where 3 was wanted. How far is that, and what do your errors say of it?"""
    return 2 * (y - y_hat)


@errors.mistake
def summed(y, y_hat):
    """Each record has an error of its own. How many errors come back from your function for four records?"""
    return np.sum(y - y_hat)


@errors.mistake
def averaged(y, y_hat):
    """Two errors of opposite sign: can one see from what your errors return that there were any?"""
    return np.mean(y - y_hat)


@errors.mistake
def divided_by_records(y, y_hat):
    """Add a record that the line meets exactly. Should the errors of the others shrink, and do yours?"""
    return (y - y_hat) / len(y)


@errors.mistake
def added(y, y_hat):
    """If the line goes through a target, its error is zero. What do your errors hold for that record?"""
    return y + y_hat


# --- mse -----------------------------------------------------------------------------------------------------------------


@start.function(points=3)
def mse(y, y_hat, *, errors):
    """The mean squared error, one number: the mean of the squared errors over exactly M records."""
    return np.mean(errors(y, y_hat) ** 2)


@mse.mistake
def sum_of_squares(y, y_hat, *, errors):
    """Write every record down twice. The line fits as well as before: does your mse stay what it was?"""
    return np.sum(errors(y, y_hat) ** 2)


@mse.mistake
def half_of_the_mean(y, y_hat, *, errors):
    """Other texts put one more factor in front of their cost. Is there one in the mse of this text, and in yours?"""
    return np.mean(errors(y, y_hat) ** 2) / 2


@mse.mistake
def below_zero(y, y_hat, *, errors):
    """The better the line, the lower its cost. Which line has the lowest mse by your function: the best one or the worst?"""
    return -np.mean(errors(y, y_hat) ** 2)


@mse.mistake
def errors_doubled(y, y_hat, *, errors):
    """What does your mse do to each error before it adds up: does a miss downwards still count as negative after that?"""
    return np.mean(2 * errors(y, y_hat))  # * 2 where ** 2 was meant


@mse.mistake
def half_of_the_sum(y, y_hat, *, errors):
    """By which number does the mse divide, and what does yours divide by when there are seven records?"""
    return np.sum(errors(y, y_hat) ** 2) / 2


@mse.mistake
def not_squared(y, y_hat, *, errors):
    """A miss upwards and an equal one downwards: what does your mse make of the two together?"""
    return np.mean(errors(y, y_hat))


@mse.mistake
def mean_of_absolute_errors(y, y_hat, *, errors):
    """A miss that is twice as large: how many times as much should it cost, and how many times as much in your mse?"""
    return np.mean(np.abs(errors(y, y_hat)))


@mse.mistake
def square_of_the_mean(y, y_hat, *, errors):
    """Which comes first, the mean or the square? Try your mse on two errors of equal size and opposite sign."""
    return np.mean(errors(y, y_hat)) ** 2


@mse.mistake
def square_of_the_sum(y, y_hat, *, errors):
    """At what moment does your mse square: each error by itself, or all of them at once?"""
    return np.sum(errors(y, y_hat)) ** 2


@mse.mistake
def root_of_the_mean(y, y_hat, *, errors):
    """If the targets are metres, the mse is in square metres. And yours?"""
    return np.sqrt(np.mean(errors(y, y_hat) ** 2))


@mse.mistake
def length_of_the_errors(y, y_hat, *, errors):
    """Your mse measures how long the row of errors is. Is that what the formula of J asks for?"""
    return np.sqrt(np.sum(errors(y, y_hat) ** 2))


@mse.mistake
def squares_not_averaged(y, y_hat, *, errors):
    """A cost says how bad the line is as a whole. How many numbers does your mse return?"""
    return errors(y, y_hat) ** 2


@mse.mistake
def one_record_too_many(y, y_hat, *, errors):
    """Count the terms of a sum that runs from 0 to M, both included. How many records does your mse reckon with?"""
    return np.sum(errors(y, y_hat) ** 2) / (len(y) + 1)


@mse.mistake
def one_record_too_few(y, y_hat, *, errors):
    """A variance is sometimes divided by one less. By how many records does your mse divide?"""
    return np.sum(errors(y, y_hat) ** 2) / (len(y) - 1)


@mse.mistake
def divided_twice(y, y_hat, *, errors):
    """How often does the number of records enter the mse, and how often yours?"""
    return np.mean(errors(y, y_hat) ** 2) / len(y)


@mse.mistake
def first_record_left_out(y, y_hat, *, errors):
    """Change the target of the first record. Does your mse notice?"""
    return np.sum(errors(y, y_hat)[1:] ** 2) / len(y)


@mse.mistake
def last_record_left_out(y, y_hat, *, errors):
    """Change the target of the last record. Does your mse notice?"""
    return np.sum(errors(y, y_hat)[:-1] ** 2) / len(y)


@mse.mistake
def first_record_only(y, y_hat, *, errors):
    """Change the target of the last record. Does your mse notice, and how many times does its loop go round before it returns?"""
    return errors(y, y_hat)[0] ** 2 / len(y)


@mse.mistake
def last_record_only(y, y_hat, *, errors):
    """Change the target of any record but the last. Does your mse notice, or does only the last one count?"""
    return errors(y, y_hat)[-1] ** 2 / len(y)


# --- step ----------------------------------------------------------------------------------------------------------------


@start.function(points=2)
def step(theta, gradient, learning_rate):
    """theta after one step against the gradient, one number."""
    return theta - learning_rate * gradient


@step.mistake
def uphill(theta, gradient, learning_rate):
    """The gradient is positive where the cost rises to the right. To which side does your step go then?"""
    return theta + learning_rate * gradient


@step.mistake
def rate_forgotten(theta, gradient, learning_rate):
    """Somebody halves the learning rate. Does your step notice?"""
    return theta - gradient


@step.mistake
def rate_twice(theta, gradient, learning_rate):
    """Somebody doubles the learning rate. Does your step become two times or four times as long?"""
    return theta - learning_rate**2 * gradient


@step.mistake
def divided_by_rate(theta, gradient, learning_rate):
    """A small learning rate is meant for small steps. Does your step grow or shrink with it?"""
    return theta - gradient / learning_rate


@step.mistake
def gradient_forgotten(theta, gradient, learning_rate):
    """On level ground, where the gradient is zero, nothing should move. Where does your step go there?"""
    return theta - learning_rate


@step.mistake(partial=True)
def sign_of_the_gradient_only(theta, gradient, learning_rate):
    """On a slope that is twice as steep, is your step longer?"""
    return theta - learning_rate * np.sign(gradient)


@step.mistake
def change_alone(theta, gradient, learning_rate):
    """Should your step return the way, or the place where it leads?"""
    return -learning_rate * gradient


@step.mistake
def downhill_from_zero(theta, gradient, learning_rate):
    """Two descents start at different places, on equal slopes. Do they arrive at the same place in your step?"""
    return learning_rate * gradient


@step.mistake
def bracket_around_both(theta, gradient, learning_rate):
    """With a learning rate of zero, theta should stay where it is. Where does your step leave it?"""
    return learning_rate * (theta - gradient)


@step.mistake
def theta_for_gradient(theta, gradient, learning_rate):
    """Change the gradient and keep all else. Does your step notice?"""
    return theta - learning_rate * theta


@step.mistake
def difference_turned(theta, gradient, learning_rate):
    """With a learning rate of zero, theta stays where it is, sign and all. What does your step make of 3 then?"""
    return learning_rate * gradient - theta


@step.mistake
def theta_and_gradient_exchanged(theta, gradient, learning_rate):
    """Which of its first two numbers does your step start from, and which of them does it multiply by the rate?"""
    return gradient - learning_rate * theta


@step.mistake
def factor_two(theta, gradient, learning_rate):
    """The gradient that your step is given is complete already. Does your step add a factor that is in it?"""
    return theta - 2 * learning_rate * gradient


@step.mistake
def half_a_step(theta, gradient, learning_rate):
    """The gradient that your step is given is complete already. Does your step take a part of it away?"""
    return theta - learning_rate * gradient / 2


# --- descend -------------------------------------------------------------------------------------------------------------


def both_hills(descent, theta, centre, curvature, ripple):
    """Where a descent, a function of start and gradient, arrives in the bowl and in the bowl with ripples."""
    return descent(theta, lambda at: curvature * (at - centre)), descent(
        theta, lambda at: curvature * (at - centre) + ripple * np.sin(at)
    )


@start.outcome(points=3)
def descend(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """theta after `epochs` steps: in the bowl with the gradient `curvature * (theta - centre)`, and in the bowl with ripples,
    with the gradient `curvature * (theta - centre) + ripple * sin(theta)`; each time one number.
    """

    def descent(at, gradient):
        for _ in range(epochs):
            at = step(at, gradient(at), learning_rate)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def gradient_asked_once(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """After the first step theta is at another place. How often does your descend ask how steep it is?"""

    def descent(at, gradient):
        slope = gradient(at)
        for _ in range(epochs):
            at = step(at, slope, learning_rate)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def one_step_only(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """Ask your descend for two epochs, then for twenty. Does it get any further?"""

    def descent(at, gradient):
        return step(at, gradient(at), learning_rate)  # a return within the loop, or always a step from the start

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def never_moved(theta, centre, curvature, ripple):
    """Each step returns a new theta. Where does your descend keep it?"""
    return both_hills(lambda at, gradient: at, theta, centre, curvature, ripple)


@descend.mistake
def one_step_too_many(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """Ask your descend for no epochs at all. Where should it be then, and where is it?"""

    def descent(at, gradient):
        for _ in range(epochs + 1):
            at = step(at, gradient(at), learning_rate)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def one_step_too_few(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """Ask your descend for a single epoch. How many steps does it take?"""

    def descent(at, gradient):
        for _ in range(epochs - 1):
            at = step(at, gradient(at), learning_rate)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def uphill_by_itself(theta, centre, curvature, ripple, learning_rate, epochs):
    """Let your descend start to the right of the centre of a bowl. Does it come nearer with each epoch?"""

    def descent(at, gradient):
        for _ in range(epochs):
            at = at + learning_rate * gradient(at)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def rate_forgotten_by_itself(theta, centre, curvature, ripple, epochs):
    """Somebody halves the learning rate. Does your descend go more carefully?"""

    def descent(at, gradient):
        for _ in range(epochs):
            at = at - gradient(at)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def rate_in_the_gradient_too(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """In each epoch of your descend, how many times does the learning rate come in, all told?"""

    def descent(at, gradient):
        for _ in range(epochs):
            at = step(at, learning_rate * gradient(at), learning_rate)
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


@descend.mistake
def rate_worn_down(theta, centre, curvature, ripple, learning_rate, epochs, *, step):
    """Is the learning rate of the last epoch still the one that your descend was given?"""

    def descent(at, gradient):
        for epoch in range(epochs):
            at = step(at, gradient(at), learning_rate / (epoch + 1))
        return at

    return both_hills(descent, theta, centre, curvature, ripple)


# --- for `descent verify` ------------------------------------------------------------------------------------------------

start.equivalent(
    "return np.mean(errors(y_hat, y) ** 2)", because="each error only changes its sign, and a square does not notice the sign"
)
start.equivalent("return np.mean((-errors(y, y_hat)) ** 2)", because="a square does not notice the sign")
start.equivalent(
    "theta = step(theta, learning_rate, gradient(theta))",
    because="step multiplies the two, and a product does not depend on their order",
)
