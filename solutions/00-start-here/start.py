# %% [markdown]
# # Start here: one parameter, downhill
#
# A straight line through the origin has a single parameter, its slope. Which slope fits a few given points best? And how
# does a program find it without trying them all? It feels which way is downhill, takes a step, and does so again. That is
# gradient descent. A network with millions of parameters is trained in the same way; a single parameter can be drawn.
#
# Four functions are yours; each is marked `TODO`. Unless your instructor says otherwise, they earn no points. They are
# judged like everything that follows, though, and the last section says how to hand them in: in the first week it is the
# way there that is on trial.

# %% [markdown]
# ## A line with one parameter
#
# There are $M$ records, numbered $m = 1, \dots, M$. Record $m$ has an input $x_m$ and a *target* $y_m$, the number that
# the line should give for it. The line's answer is
#
# $$\hat y_m = \theta\, x_m$$
#
# The parameter $\theta$ (theta) is a *weight*: it says how much the input counts. There is no second parameter, no bias,
# so the line always goes through the origin. All we can do is tilt it.
#
# ### Names and shapes
#
# Other books, and later parts of this course, use other names for the same things. "Number" means shape `()`, and `(M,)`
# means an array of $M$ numbers, one for each record.
#
# | in the code | shape | in the formulas | also called | what it is |
# |---|---|---|---|---|
# | `x` | (M,) | $x_m$ | | the input of each record |
# | `y` | (M,) | $y_m$ | `target` | what the line should answer |
# | `theta` | number | $\theta$ | $w$, `w` from 01 on | the one parameter: a weight |
# | `y_hat` | (M,) | $\hat y_m$ | `nn_output` in 01, $a$ in 03 | what the line answers |
# | `errors(y, y_hat)` | (M,) | $y_m - \hat y_m$ | $a - y$ from 02 on: **the other sign** | how far each target lies above the line |
# | `mse(y, y_hat)` | number | $J$ | the cost, the loss; $E$ in 01, $C$ in 02 | the mean squared error |
# | `gradient` | number, or a function that returns one | $dJ/d\theta$ | slope, derivative | how fast $J$ rises as $\theta$ grows |
# | `learning_rate` | number | $\alpha$ | $\eta$, `learnrate` in 01, `eta` in 03 | how far to go |
# | `epochs` | whole number | | | how many steps to take |

# %%
import numpy as np

try:
    import matplotlib.pyplot as plt
except ImportError:  # the plots are left out, all else works
    plt = None

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])

# %% [markdown]
# **Check as you go.** In a notebook, run `from autograder import check` once, then `check("errors")` after the first
# function, `check("mse")` after the second, and so on. In a terminal, `descent check start.py` checks the whole file.
#
# ### 1. `errors`
#
# The error of a record is $y_m - \hat y_m$: how far its target lies above the line. It is positive where the line runs
# too low, and negative where it runs too high. Arrays can be subtracted as they are, entry by entry; no loop is needed.


# %%
def errors(y, y_hat):
    """The error of each record, with its sign.

    Args:
        y: the targets, shape (M,).
        y_hat: the line's answers, shape (M,).

    Returns:
        an array of shape (M,): positive where the target lies above the answer.
    """
    # TODO: target and answer of each record, compared
    return y - y_hat  # SOLUTION


# %%
try:
    print("errors at theta = 2:", errors(y, 2 * x))
    print("their sum:", np.sum(errors(y, 2 * x)))
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ### Why errors are squared
#
# With $\theta = 2$ the line misses the first target by $+2$ and the second by $-2$, and it meets the third. Add the three
# errors and you get 0, as if the line were perfect: the misses cancel. The best line of all, with $\theta = 1.789$, has
# errors that add up to 1.68. By their sum, the worse line would win.
#
# So each error is squared before anything is added. A square is never negative, so nothing cancels. And a miss that is
# twice as large costs four times as much.
#
# ### 2. `mse`
#
# The *mean squared error* is the cost of this part: the squares, added up and divided by their number.
#
# $$J(\theta) = \frac{1}{M} \sum_{m=1}^{M} (y_m - \hat y_m)^2 \qquad\text{with}\qquad \hat y_m = \theta\,x_m$$
#
# It is a mean, not a sum, and there is no ½ in it. The sum has exactly $M$ terms, one for each record. A published text
# lets it run from $i = 0$ to $M$: that makes $M + 1$ terms, one more than there are records. Count from 1 to $M$ or, as
# Python does, from 0 to $M - 1$.


# %%
def mse(y, y_hat):
    """The mean squared error, the mean over exactly M records.

    Args:
        y: the targets, shape (M,).
        y_hat: the line's answers, shape (M,).

    Returns:
        one number, never negative.
    """
    # TODO: what the records cost on average
    return np.mean(errors(y, y_hat) ** 2)  # SOLUTION


# %% [markdown]
# Here the squares are drawn. Each error is the side of a square, and the square's area is what this error costs. The mean
# squared error is the mean of these areas; the record on the line counts too, with area 0.


# %%
def draw_squares(lines):
    """For each (theta, errors, cost): the line, the records, and for each record the square of its error."""
    if plt is None:
        return
    _, axes = plt.subplots(1, len(lines), figsize=(6, 4.3), sharey=True, layout="constrained")
    for ax, (theta, misses, cost) in zip(axes, lines, strict=True):
        ax.plot([0, 4.8], [0, 4.8 * theta], color="tab:blue")
        for at, target, miss in zip(x, y, misses, strict=True):
            left, low = (at - miss if miss > 0 else at), min(target, target - miss)  # on the side where the line does not run
            ax.add_patch(plt.Rectangle((left, low), abs(miss), abs(miss), facecolor="tab:orange", edgecolor="tab:red", alpha=0.5))
        ax.plot(x, y, "o", color="black")
        ax.set_title(f"theta = {theta:.3f}\nsum of errors {np.sum(misses):.2f}\nmean of squares {cost:.2f}", fontsize=10)
        ax.set(xlabel="input x", xlim=(-2.2, 6), ylim=(0, 9.5), xticks=range(-2, 7, 2), aspect="equal")
    axes[0].set_ylabel("target y (dots), answer (line)")
    plt.show()


try:
    draw_squares([(theta, errors(y, theta * x), mse(y, theta * x)) for theta in (2.0, 34 / 19)])
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ## Downhill
#
# Tilt the line a little: does the cost rise or fall? The derivative $dJ/d\theta$, a number, answers this. Each square
# gives $2\,(y_m - \hat y_m)$, times the derivative of what stands in the bracket, which is $-x_m$. So
#
# $$\frac{dJ}{d\theta} = -\frac{2}{M} \sum_{m=1}^{M} (y_m - \hat y_m)\; x_m$$
#
# With many parameters there is one such slope for each. Together they are called the *gradient*, and we use this word
# from now on. Here it is, as code, for the three records above:


# %%
def gradient_here(theta):
    """dJ/dtheta for the records above, at this theta: a number."""
    return -2 * np.mean(errors(y, theta * x) * x)


try:
    print("gradient at theta = 2:", gradient_here(2.0))
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# At $\theta = 2$ the gradient is $+4$. The cost rises to the right, so down is to the left, and $\theta$ should become
# smaller. Where the gradient is negative, $\theta$ should grow. Either way, go *against* the gradient:
#
# $$\theta := \theta - \alpha\,\frac{dJ}{d\theta} \qquad\qquad \alpha > 0$$
#
# The sign $:=$ means that the old value is replaced by the new one. The *learning rate* $\alpha$ says how boldly. It is
# always positive: a negative one would lead uphill, and with $\alpha = 0$ nothing moves.
#
# ### 3. `step`
#
# One such step. You are given the gradient as a number; nothing has to be derived here. For $\theta = 2$, a gradient of 4
# and $\alpha = 0.04$ the new $\theta$ is 1.84.


# %%
def step(theta, gradient, learning_rate):
    """One step of gradient descent.

    Args:
        theta: the parameter, a number.
        gradient: the slope dJ/dtheta at this theta, a number.
        learning_rate: how far to go, a positive number.

    Returns:
        the new theta, a number. (Written as a formula, it works for arrays of one shape as well.)
    """
    # TODO: where theta arrives
    return theta - learning_rate * gradient  # SOLUTION


# %% [markdown]
# ### 4. `descend`
#
# One step is seldom enough. At the new place the slope is another one, so it is asked for again, and another step is
# taken; each step is called an *epoch*. This time `gradient` is not a number but a function: `gradient(theta)` gives the
# slope at `theta`. It may belong to any cost, not only to the one above. To be marked, `descend` is tried on two others:
# a bowl, with the gradient `curvature * (theta - centre)`, and the same bowl with ripples, with `ripple * sin(theta)`
# added to that.


# %%
def descend(theta, gradient, learning_rate, epochs):
    """Gradient descent.

    Args:
        theta: where to start, a number.
        gradient: a function; gradient(theta) is the slope dJ/dtheta at theta, a number.
        learning_rate: how far to go in each step, a positive number.
        epochs: how many steps to take, a whole number.

    Returns:
        theta after the last step, a number.
    """
    # TODO: one step after the other
    # BEGIN SOLUTION
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
    # END SOLUTION


# %% [markdown]
# ## What the learning rate does
#
# Four descents of eight epochs each, all from $\theta = 0$. The lowest cost lies at $\theta = 1.789$.

# %%
try:
    for rate in (0.002, 0.04, 0.11, 1.0):
        print(f"learning rate {rate:5}: theta = {descend(0.0, gradient_here, rate, 8):.4g}")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# The first three rates, drawn. The curve is the cost for every $\theta$; the dots are the places where the descent stood.


# %%
def draw_descents(curve, descents):
    """The cost over theta, and on it each descent (learning rate, words, thetas, costs)."""
    if plt is None:
        return
    _, axes = plt.subplots(1, len(descents), figsize=(6.4, 3), sharey=True, layout="constrained")
    for ax, (rate, words, thetas, costs) in zip(axes, descents, strict=True):
        ax.plot(*curve, color="tab:blue")
        ax.plot(thetas, costs, "o-", color="tab:red", markersize=4, linewidth=1)
        ax.set_title(f"learning rate {rate}\n{words}", fontsize=10)
        ax.set(xlabel="theta", ylim=(0, 180), xticks=range(-2, 7, 2))
    axes[0].set_ylabel("cost J")
    plt.show()


def costs_at(thetas):
    """J for each of these thetas."""
    return [mse(y, theta * x) for theta in thetas]


try:
    wide = np.linspace(-2.6, 6.2, 60)
    paths = {rate: [descend(0.0, gradient_here, rate, epochs) for epochs in range(9)] for rate in (0.002, 0.04, 0.11)}
    words = ("too small", "good", "too large: it diverges")
    draw_descents(
        (wide, costs_at(wide)),
        [(rate, said, path, costs_at(path)) for (rate, path), said in zip(paths.items(), words, strict=True)],
    )
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# This cost is a parabola, and for a parabola all this can be worked out. Its gradient is $19\,(\theta - 1.789)$: it grows
# with the distance from the lowest point, and $19 = \frac{2}{M}\sum_m x_m^2$ says how steeply. So each step multiplies
# that distance by $1 - 19\,\alpha$:
#
# | $\alpha$ | $1 - 19\,\alpha$ | what happens |
# |---|---|---|
# | 0.002 | 0.962 | right way, but after eight epochs 73 % of the distance is left |
# | 0.04 | 0.24 | each step leaves a quarter, and it is there in no time |
# | 0.11 | -1.09 | each step lands on the other side, a little further away than before: it *diverges* |
# | 1 | -18 | as if there were no rate at all: each step leads eighteen times as far away |
#
# The last line is the rule $\theta := \theta - dJ/d\theta$, without a rate. After eight steps it stands at minus twenty
# thousand million, with the same cost with which $\theta := \theta - \alpha\,dJ/d\theta$ with $\alpha = 0.04$ arrives.
# Here a descent converges as long as $0 < \alpha < 2/19 \approx 0.105$. With another cost the limit is another: the
# steeper its walls, the smaller the rate has to be. No rate is good everywhere.

# %% [markdown]
# ## The two public examples
#
# | | first | second |
# |---|---|---|
# | `y` | [3, 5, 8] | [-1, 0, 2.5, 4] |
# | `y_hat` | [1, 7, 8] | [0.5, -0.3, 3.1, 2.2] |
# | `theta` | 2 | -1.3 |
# | `gradient` | 4 | -1.9 |
# | `learning_rate` | 0.04 | 0.2 |
# | `centre` | 1 | 1.7 |
# | `curvature` | 2 | 2.3 |
# | `ripple` | 1 | 0.8 |
# | `epochs` | 2 | 3 |
# | `errors(y, y_hat)` | [2, -2, 0] | [-1.5, 0.3, -0.6, 1.8] |
# | `mse(y, y_hat)` | 2.66666667 | 1.485 |
# | `step(theta, gradient, learning_rate)` | 1.84 | -0.92 |
# | `descend` in the bowl | 1.8464 | 1.227608 |
# | `descend` in the bowl with ripples | 1.77487922 | 1.13008663 |
#
# In the first example the gradient is the square of `theta`, the curvature is `theta` itself, and `centre` and `ripple`
# are equal. Such coincidences hide slips. The second example has none, and it has four records, one target below zero and
# one at zero.

# %% [markdown]
# ## Check and hand in
#
# 1. Run the whole file, or all cells of the notebook, from top to bottom. Nothing should stop it, and no line should say
#    "Not yet".
# 2. Check it on the two public examples: `descent check start.py` in a terminal, or `check("errors")` and so on in the
#    notebook. What is not right yet comes with a hint.
# 3. Hand in `start.py` or `start.ipynb`, one of them, under that name, in the way that your instructor has told you.
# 4. Your functions are then called with other numbers, drawn for your file alone, and you get a report. Read it: every
#    later one looks the same.
#
# Hand in this week, even if something is not right yet. If a step of this way fails, on your machine or on ours, this is
# the week to find out.
