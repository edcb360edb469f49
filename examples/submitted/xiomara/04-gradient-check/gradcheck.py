# %% [markdown]
# # Checking a gradient
#
# A wrong gradient seldom stops a program. Its numbers have the right shape, and now and then the cost even falls a little.
# Books, lecture notes and tutorials have been printed with wrong gradients in them. How would you notice?
#
# A gradient says how fast the cost changes when a parameter changes. So change the parameter a little, look at the cost,
# and compare. In this part you build the tool that does so. Then five published derivations are laid on your table. You
# find out which of them hold, and mend three.

# %% [markdown]
# ## A slope, measured
#
# Take a function $f$ of one number $\theta$, and a small step $\varepsilon > 0$ (epsilon). The nearest thing to a
# derivative that one can measure is a *forward difference*: go a step to the right and see how far $f$ has risen.
#
# $$\frac{f(\theta + \varepsilon) - f(\theta)}{\varepsilon} \;=\; f'(\theta) + \frac{\varepsilon}{2}\,f''(\theta) + \dots$$
#
# The right-hand side is Taylor's series. It says what is left over: an error of the size of $\varepsilon$. Now step to both
# sides, and divide by the distance between the two places. That is a *central difference*:
#
# $$\frac{f(\theta + \varepsilon) - f(\theta - \varepsilon)}{2\,\varepsilon}
#   \;=\; f'(\theta) + \frac{\varepsilon^2}{6}\,f'''(\theta) + \dots$$
#
# The term with $f''$ has cancelled, and the error that is left has the size of $\varepsilon^2$. For $f = \sin$ at
# $\theta = 1$ with $\varepsilon = 0.01$ the forward difference is off by 0.78 %, the central one by 0.0017 %. Both ask for
# $f$ twice. So we take central differences, always.
#
# ### Many parameters
#
# The parameters of a network are arrays. Let $\theta$ be an array of any shape, and $f(\theta)$ a number, the cost. The
# gradient, as we measure it, is $\tilde g$. It has the shape of $\theta$: one slope for each entry. To get the slope of
# entry $i$, move this entry alone, and leave all others where they are:
#
# $$\tilde g_i \;=\; \frac{f(\theta + \varepsilon\,e_i) - f(\theta - \varepsilon\,e_i)}{2\,\varepsilon}$$
#
# where $e_i$, an array in the shape of $\theta$, is 1 at entry $i$ and 0 everywhere else. For a matrix, $i$ is a pair: a
# row and a column.
#
# ### Names and shapes
#
# Other books, and other parts of this course, use other names for the same things. "Number" means shape `()`, and "any"
# means any shape at all: `()`, `(4,)`, `(2, 3)` and so on.
#
# | in the code | shape | in the formulas | also called | what it is |
# |---|---|---|---|---|
# | `theta` | any | $\theta$ | `w`, `W1`, `B1` ... | the parameters that are moved |
# | `f` | takes `theta`, gives a number | $f$ | cost, $C$, $E$, $J$, the loss | what is derived |
# | `eps` | number | $\varepsilon$ | `h`, `epsilon`, step | how far an entry is moved |
# | `numerical` | as `theta` | $\tilde g$ | finite differences | the gradient as it is measured |
# | `analytic` | as `theta` | $g$ | `dw`, `dW1`, backpropagation | the gradient as it is derived on paper |
# | `xs`, `ys` | (M, n), (M,) | $x_m$, $y_m$ | | in derivation a: $M$ records, one in each **row**, as in 03 |
# | `X`, `Y` | (n0, M), (n2, M) | $X$, $Y$ | | in c and d: $M$ records, one in each **column**, as in 05 |
# | `z`, `Z` | as the outputs | $z$, $Z$ | `h` in 01 | the weighted sum of the inputs |
# | `a`, `A`, `y_hat` | as the outputs | $a$, $A$, $\hat y$ | `nn_output` in 01 | the output, $\sigma(z)$ |

# %%
import numpy as np

try:
    import matplotlib.pyplot as plt
except ImportError:  # the plots are left out, all else works
    plt = None

# %% [markdown]
# **Check as you go.** In a notebook, run `from autograder import check` once, then `check("numerical_gradient")` after the
# first function, and so on. In a terminal, `descent check gradcheck.py` checks the whole file. Both use two public
# examples. When you hand in, your functions are called with others, drawn afresh.
#
# ### 1. `numerical_gradient`
#
# The formula above, for each entry of `theta`. Your function will meet functions `f` that it has never seen. Four things to
# think about:
#
# - `theta` may have any shape, and $f$ wants it in this shape. Which loop visits every entry, whether there is one axis,
#   three, or none?
# - `theta` may hold whole numbers, or single precision (`float32`). Can an array of whole numbers hold 2.000001?
# - While entry 2 is moved, where should entry 1 be?
# - Whoever called your function still needs `theta`. What does it hold when you are done?


# %%
def numerical_gradient(f, theta, eps=1e-6):
    """The gradient of f at theta, by central differences.

    Args:
        f: a function; it takes an array in the shape of theta and returns a number.
        theta: the parameters, an array of any shape, of whole numbers, float32 or float64. It is left as it was.
        eps: how far each entry is moved to either side, a positive number.

    Returns:
        an array of float64 in the shape of theta: for each entry, how fast f rises as this entry grows.
    """
    # TODO: one entry after the other, moved to both sides
    gradient = np.zeros(np.shape(theta))
    for i in np.ndindex(gradient.shape):
        e = np.zeros(gradient.shape)
        e[i] = eps
        gradient[i] = (f(theta + e) - f(theta - e)) / (2 * eps)
    return gradient


# %% [markdown]
# A first trial. For $f(\theta) = \theta_1^2 + 3\,\theta_1\theta_2$ the gradient is
# $(2\,\theta_1 + 3\,\theta_2,\; 3\,\theta_1)$. At $\theta = (2, -1)$, two whole numbers, that is $(1, 6)$.

# %%
try:
    print(numerical_gradient(lambda theta: theta[0] ** 2 + 3 * theta[0] * theta[1], np.array([2, -1])))
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ### How small should $\varepsilon$ be?
#
# Taylor says: as small as possible. The computer disagrees. It knows $f$ to some sixteen digits. If $\varepsilon$ is tiny,
# $f(\theta + \varepsilon)$ and $f(\theta - \varepsilon)$ agree in most of these digits, the difference has only the last
# few left, and dividing by $2\,\varepsilon$ magnifies their rounding. Here the error of both differences is drawn, for
# $f = \sin$ at $\theta = 1$. The true slope is $\cos 1$.


# %%
def draw_errors(steps, forward, central):
    """The error of both differences against the step, both axes logarithmic."""
    if plt is None:
        return
    _, ax = plt.subplots(figsize=(6, 3.8), layout="constrained")
    ax.loglog(steps, forward, "o-", color="tab:orange", markersize=3, linewidth=1)
    ax.loglog(steps, central, "o-", color="tab:blue", markersize=3, linewidth=1)
    ax.text(2e-4, 8e-4, "forward", color="tab:orange", ha="right")
    ax.text(1.2e-2, 8e-7, "central", color="tab:blue", ha="left")
    ax.text(2e-14, 2e-9, "too small:\nrounding", color="dimgray", ha="left")
    ax.text(0.8, 1e-11, "too large:\ntruncation", color="dimgray", ha="right")
    ax.set(xlabel="step eps", ylabel="error of the slope", ylim=(1e-13, 1))
    ax.grid(alpha=0.3)
    plt.show()


try:
    steps = 10.0 ** np.arange(-14, 0.25, 0.5)
    forward = [(np.sin(1 + eps) - np.sin(1)) / eps for eps in steps]
    central = [float(numerical_gradient(np.sin, np.array(1.0), eps)) for eps in steps]
    draw_errors(steps, np.abs(np.array(forward) - np.cos(1)), np.abs(np.array(central) - np.cos(1)))
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# On the right the step is too large, and Taylor's left-over counts: ten times the step costs the forward difference ten
# times the error, the central one a hundred times. This part of the error is called *truncation*. On the left the step is
# too small and *rounding* counts; there the lines are ragged, and both are equally bad. In between lies the best step:
# about $10^{-8}$ for forward differences, about $10^{-5}$ for central ones, which are a thousand times better there. With
# $\varepsilon = 10^{-6}$ a central difference has about ten good digits. Much better is not to be had by stepping, and it is
# plenty: a wrong gradient is hardly ever wrong in the tenth digit.
#
# ### What it costs
#
# For each parameter $f$ is asked twice, and each time it is a whole *forward pass*: all records go through the network,
# only to move a single weight.


# %%
def count_calls(theta):
    """How often f is asked for one gradient."""
    calls = []
    numerical_gradient(lambda moved: calls.append(1) or 0.0, theta)
    return len(calls)


try:
    print("for a matrix of shape (4, 3):", count_calls(np.ones((4, 3))), "forward passes")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# Take a small network for images of 28 by 28 points: 784 inputs, 30 hidden units, 10 outputs, with biases. Its parameters
# are
#
# $$784\cdot 30 + 30 + 30\cdot 10 + 10 = 23\,860$$
#
# So one gradient by central differences takes 47,720 forward passes. Backpropagation, in 05, gets the same gradient for
# about the price of two or three. Nobody trains with measured slopes. They are there to check the derived ones: once, on a
# small network, before the training begins.

# %% [markdown]
# ## How far apart?
#
# Now there are two gradients: $g$, the *analytic* one from paper, and $\tilde g$, the *numerical* one. They never agree to
# the last digit. How far apart are they? A difference of 0.001 is nothing between slopes of 1000 and everything between
# slopes of 0.002. So the difference is compared with the gradients themselves:
#
# $$\text{relative error} = \frac{\lVert g - \tilde g\rVert}{\max\left(10^{-12},\; \lVert g\rVert + \lVert\tilde g\rVert\right)}$$
#
# $\lVert v\rVert$ is the Euclidean norm, whatever the shape of $v$: square all entries, add them all up, take the root. The
# result is one number: 0 if both are equal, 1 if one of them is zero or points the opposite way, and never more than 1.
# Where both are zero there would be 0/0; the $10^{-12}$ is there to make it 0.
#
# ### 2. `relative_error`


# %%
def relative_error(a, b):
    """How far two arrays are apart, compared with their own size.

    Args:
        a, b: two arrays of one shape, any shape.

    Returns:
        the norm of the difference over the sum of both norms (or over 1e-12 where that is larger), a number from 0 to 1.
    """
    # TODO: the norm of the difference, over the two norms
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))


# %% [markdown]
# Derivations that are right give something like $10^{-9}$ here. Wrong ones give 0.01, or 0.3, or 1. There is a wide desert
# between, and any threshold in the middle of it will do.
#
# ### 3. `diagnose`
#
# "They differ" is a poor diagnosis. A sign turned round, a factor 2, a forgotten $1/M$: all these leave the *direction*
# right and change the length. A wrong derivation points somewhere else. Two more numbers tell which it is:
#
# $$\text{ratio} = \frac{g\cdot\tilde g}{\tilde g\cdot\tilde g}
#   \qquad\qquad \text{cosine} = \frac{g\cdot\tilde g}{\lVert g\rVert\,\lVert\tilde g\rVert}$$
#
# The dot means: multiply entry by entry and add all of it up, whatever the shape. The *ratio* is the number $c$ for which
# $c\,\tilde g$ comes nearest to $g$ (least squares). So it reads "the derivation is $c$ times the measured gradient": 2 if
# a derivation has kept a 2 too many. The *cosine* is that of the angle between the two: 1 if both point the same way, -1 if
# they point opposite ways, and something between if they are not parallel at all.
#
# The verdict is the first of these three that fits:
#
# | verdict | if | it says |
# |---|---|---|
# | `"agrees"` | the relative error is below $10^{-5}$ | the derivation is right |
# | `"scaled"` | the absolute value of the cosine is above 0.999999 | right but for a factor, the ratio (a turned sign: -1) |
# | `"wrong"` | always | not even parallel to the gradient |
#
# One thing remains to be settled. Where $g$ or $\tilde g$ is zero throughout, there is no angle, and ratio or cosine would
# be 0/0. Both are then defined to be 0. The verdict needs no exception: two zero gradients agree, and if only one is zero,
# that is `"wrong"`.


# %%
def diagnose(analytic, numerical):
    """What is the matter with a derived gradient?

    Args:
        analytic: the gradient as derived, an array of any shape.
        numerical: the gradient as measured, an array of the same shape.

    Returns:
        (verdict, ratio, cosine): a text, "agrees", "scaled" or "wrong", and two numbers.
        Where either array is zero throughout, ratio and cosine are 0.
    """
    # TODO: ratio and cosine, then the verdict
    raise NotImplementedError("TODO: diagnose")


# %% [markdown]
# ## Five derivations on the table
#
# Each of the five has stood in a published text, in one notation or another; here they are in ours. Each comes with its
# cost, with the gradient that it claims to be, and with a place to try it at: a tuple that begins with the parameters that
# the cost is derived by. You need not understand a derivation to catch it. That is the beauty of this tool.


# %%
def sigmoid(z):
    """The height of the S-curve at z, in the shape of z."""
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    """The slope of the S-curve at z, a place along the axis, in the shape of z."""
    return sigmoid(z) * (1 - sigmoid(z))


# %% [markdown]
# **a.** The neuron of 03: $n$ inputs, $M$ records in rows. The cost is the mean over the records of half the squared error,
# $C = \frac{1}{2M}\sum_m (a_m - y_m)^2$ with $a_m = \sigma(z_m)$ and $z_m = \sum_i w_i x_{mi} + b$. The gradient is by the
# weights.


# %%
def cost_a(w, b, xs, ys):
    """C, a number. Shapes: w (n,), b a number, xs (M, n), ys (M,)."""
    return np.mean((sigmoid(xs @ w + b) - ys) ** 2) / 2


def derivation_a(w, b, xs, ys):
    """dC/dw, shape (n,), as published."""
    z = xs @ w + b
    a = sigmoid(z)
    delta = a - ys * sigmoid_prime(z)
    return xs.T @ delta / len(ys)


at_a = (
    np.array([0.4, -0.7, 0.2]),  # w, n = 3
    0.1,  # b
    np.array([[1, 0, -2], [-1, 2, 0.5], [0.5, 1, 1], [2, -1, 0], [0, 1.5, -1]]),  # xs, M = 5
    np.array([1, 0, 1, 0, 1]),  # ys
)

# %% [markdown]
# **b.** The neuron of 02: one weight, one bias, one record. The cost is $C = \frac12 (y - \hat y)^2$ with
# $\hat y = \sigma(w x + b)$. Weight and bias stand together in one array of shape (2,), and the gradient is by both.


# %%
def cost_b(wb, x, y):
    """C, a number. Shapes: wb, the weight and the bias, (2,); x and y are numbers."""
    return (y - sigmoid(wb[0] * x + wb[1])) ** 2 / 2


def derivation_b(wb, x, y):
    """(dC/dw, dC/db), shape (2,), as published."""
    z = wb[0] * x + wb[1]
    cost_slope = y - sigmoid(z)
    return cost_slope * sigmoid_prime(z) * np.array([x, 1])


at_b = (np.array([0.5, 2.0]), 3.0, 0.0)  # wb, x, y

# %% [markdown]
# **c.** The network of 05, which you will build soon: two layers of sigmoid neurons, records in columns. The cost is the
# sum over the outputs and the mean over the records, $C = \frac1M \sum_m \sum_j (A_{2,jm} - Y_{jm})^2$. The gradient is by
# $W_2$, the weights of the second layer. Here inputs, hidden units and outputs are three of each. With such sizes any
# matrix can be multiplied with any other, and shapes tell nothing.


# %%
def cost_c(W2, X, Y, W1, B1, B2):
    """C, a number. Shapes: W2 (n2, n1), X (n0, M), Y (n2, M), W1 (n1, n0), B1 (n1, 1), B2 (n2, 1)."""
    A2 = sigmoid(W2 @ sigmoid(W1 @ X + B1) + B2)
    return np.sum((A2 - Y) ** 2) / X.shape[1]


def derivation_c(W2, X, Y, W1, B1, B2):
    """dC/dW2, shape (n2, n1), as published."""
    A1 = sigmoid(W1.dot(X) + B1)
    Z2 = W2.dot(A1) + B2
    dA2 = 2 * (sigmoid(Z2) - Y) / X.shape[1]
    dZ2 = W1.T.dot(dA2) * sigmoid_prime(Z2)
    return dZ2.dot(A1.T)


at_c = (
    np.array([[-0.4, 0.7, 0.2], [0.9, 0.1, -0.5], [0.3, -0.8, 0.6]]),  # W2
    np.array([[1, 0, -1, 2], [0.5, -2, 1, 0], [-1, 1, 2, 0.5]]),  # X, M = 4
    np.array([[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0]]),  # Y
    np.array([[0.5, -0.3, 0.8], [-0.6, 0.9, 0.1], [0.2, 0.4, -0.7]]),  # W1
    np.array([[0.1], [-0.2], [0.3]]),  # B1
    np.array([[0.2], [0], [-0.1]]),  # B2
)

# %% [markdown]
# **d.** A single layer of $n_2$ sigmoid neurons with $n_0$ inputs, records in columns, and the cost as in c: the sum over
# the outputs, the mean over the records, $C = \frac1M \sum_m \sum_j (A_{jm} - Y_{jm})^2$. The gradient is by the weights
# $W$.


# %%
def cost_d(W, B, X, Y):
    """C, a number. Shapes: W (n2, n0), B (n2, 1), X (n0, M), Y (n2, M)."""
    return np.sum((sigmoid(W @ X + B) - Y) ** 2) / X.shape[1]


def derivation_d(W, B, X, Y):
    """dC/dW, shape (n2, n0), as published."""
    Z = W @ X + B
    dA = 2 * (sigmoid(Z) - Y)
    dZ = dA * sigmoid_prime(Z)
    return dZ @ X.T


at_d = (
    np.array([[-0.4, 0.7, 0.2], [0.9, 0.1, -0.5]]),  # W, n2 = 2, n0 = 3
    np.array([[0.2], [-0.3]]),  # B
    np.array([[1, 0, -1, 2], [0.5, -2, 1, 0], [-1, 1, 2, 0.5]]),  # X, M = 4
    np.array([[1, 0, 0, 1], [0, 1, 0, 0]]),  # Y
)

# %% [markdown]
# **e.** The neuron of 01: four inputs, one record, no bias, $C = \frac12 (y - \hat y)^2$ with
# $\hat y = \sigma(\sum_i w_i x_i)$. This time the gradient is by the *inputs*: which way would each input have to change?
# It is what a network asks for when the inputs of one layer are the outputs of another.


# %%
def cost_e(x, w, y):
    """C, a number. Shapes: x and w (4,), y a number."""
    return (y - sigmoid(np.sum(w * x))) ** 2 / 2


def derivation_e(x, w, y):
    """dC/dx, shape (4,), as published."""
    a = sigmoid(np.sum(w * x))
    return -w * a * (1 - a) * (y - a)


at_e = (np.array([1.0, 0.0, -2.0, 3.0]), np.array([0.5, -0.5, 0.3, 0.1]), 0.9)  # x, w, y

# %% [markdown]
# Each derivation against the measured gradient of its cost:

# %%
examined = {
    "a": (derivation_a, cost_a, at_a),
    "b": (derivation_b, cost_b, at_b),
    "c": (derivation_c, cost_c, at_c),
    "d": (derivation_d, cost_d, at_d),
    "e": (derivation_e, cost_e, at_e),
}


def both_gradients(derivation, cost, at):
    """The gradient as derived and as measured, at one place."""
    parameters, *others = at
    return derivation(*at), numerical_gradient(lambda moved: cost(moved, *others), parameters)


try:
    for name, what in examined.items():
        verdict, ratio, cosine = diagnose(*both_gradients(*what))
        print(f"{name}: {verdict:6}  ratio {ratio:9.6f}  cosine {cosine:9.6f}")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# The same as a picture. Each dot is one entry of a gradient: to the right what was measured, upwards what was derived.
# Where both agree the dots lie on the grey diagonal. On another line through the middle, they are scaled. Off every line,
# the derivation is wrong.


# %%
def draw_gradients(pairs):
    """For each name: the derived entries against the measured ones."""
    if plt is None:
        return
    _, axes = plt.subplots(1, len(pairs), figsize=(6.6, 1.9), layout="constrained")
    for ax, (name, (analytic, numerical)) in zip(axes, pairs.items(), strict=True):
        side = 1.2 * max(np.max(np.abs(analytic)), np.max(np.abs(numerical)))
        ax.plot([-side, side], [-side, side], color="lightgray", linewidth=3)
        ax.plot(np.ravel(numerical), np.ravel(analytic), "o", color="tab:blue", markersize=4)
        ax.set(title=name, xlabel="measured", xlim=(-side, side), ylim=(-side, side), aspect="equal", xticks=[0], yticks=[0])
        ax.grid(alpha=0.5)
    axes[0].set_ylabel("derived")
    plt.show()


try:
    draw_gradients({name: both_gradients(*what) for name, what in examined.items()})
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ### 4. `verdict_a` to `verdict_e`, texts
#
# What is your verdict on each? Write `"agrees"`, `"scaled"` or `"wrong"`. Believe the measurement, not the looks.

# %%
# TODO: your verdict on each derivation, a text
verdict_a = None
verdict_b = None
verdict_c = None
verdict_d = None
verdict_e = None

# %% [markdown]
# ## Mending
#
# A check tells you *that* something is off, and its numbers often tell you *what*. A ratio of -1 is a sign. A ratio of 2 or
# ½ is a square that was derived one way and written down another. A ratio that is the number of records is a mean that
# became a sum, and a ratio of one over that number a mean taken twice. If there is no ratio at all, go through the
# derivation factor by factor; one of them is not what its name says.
#
# Three of the five are yours to mend: a, b and d. Take the arguments of the published function, return the right gradient,
# and measure again. Derivation c has to wait for 05, where the network that it belongs to is built.
#
# ### 5. `mended_a`, `mended_b`, `mended_d`
#
# In a, look at the line with `delta`: what should it be for a record whose output is on target? In b, let $\hat y$ lie
# above $y$ and ask which way the cost goes as $\hat y$ grows. For d, read the ratio, and look for that number in the data.


# %%
def mended_a(w, b, xs, ys):
    """The right dC/dw of derivation a, shape (n,).

    Args:
        w: the weights, shape (n,).
        b: the bias, a number.
        xs: the records, one in each row, shape (M, n).
        ys: the targets, shape (M,).
    """
    a = sigmoid(xs @ w + b)
    # TODO: what follows from a
    raise NotImplementedError("TODO: mended_a")


def mended_b(wb, x, y):
    """The right (dC/dw, dC/db) of derivation b, shape (2,).

    Args:
        wb: the weight and the bias, shape (2,).
        x: the input, a number.
        y: the target, a number.
    """
    y_hat = sigmoid(wb[0] * x + wb[1])
    # TODO: what follows from y_hat
    raise NotImplementedError("TODO: mended_b")


def mended_d(W, B, X, Y):
    """The right dC/dW of derivation d, shape (n2, n0).

    Args:
        W: the weights, shape (n2, n0).
        B: the biases, shape (n2, 1).
        X: the records, one in each column, shape (n0, M).
        Y: the targets, shape (n2, M).
    """
    A = sigmoid(W @ X + B)
    # TODO: what follows from A
    raise NotImplementedError("TODO: mended_d")


# %%
try:
    for name, mended in {"a": mended_a, "b": mended_b, "d": mended_d}.items():
        _, cost, at = examined[name]
        print(f"{name}, mended: {diagnose(*both_gradients(mended, cost, at))[0]}")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ## The two public examples
#
# To be marked, `numerical_gradient` is called with hilly functions. With the entries of `theta` numbered in reading order,
# $i = 0, 1, 2, \dots$, and four numbers $p$ (`wave`), $q$ (`pace`), $r$ (`cube`) and $s$ (`pair`), they are
#
# $$f(\theta) = p \sum_i \sin(q\,\theta_i + i) \;+\; r \sum_i \theta_i^3 \;+\; s \sum_i \theta_i\,\theta_{i+1}$$
#
# | | first | second |
# |---|---|---|
# | `theta` | [[2, -1, 0], [1, 0, -2]] | [0.7, -1.2, 0, 0.4] |
# | `wave`, `pace`, `cube`, `pair` | 1, 5, 1, 2 | 1.3, 4.5, 0.4, 1.7 |
# | `eps` | 0.1 | 0.01 |
# | `numerical_gradient(f, theta, eps)` | [[5.9873, 3.8763, -1.9851], [2.3124, -5.1237, 13.3699]] | [-7.2998, 1.1207, -3.7936, 0.7037] |
# | `numerical_gradient(f, theta)` | [[5.8046, 3.7318, -2.0807], [2.2725, -5.2682, 13.4183]] | [-7.3018, 1.1201, -3.7945, 0.7039] |
# | `u` | [[3, 0], [0, 4]] | [[0.3, -1.2, 0], [0.8, 0.4, -0.6]] |
# | `v` | [[3, 0], [0, 0]] | [[0.1, -0.9, 0.7], [1.1, -0.2, -0.5]] |
# | `relative_error(u, v)` | 0.5 | 0.31335843 |
# | `analytic` | [[1, 2], [-2, 0]] | [[0.4, -0.3, 1.1], [0, 0.9, -0.7]] |
# | `numerical` | [[0, -2], [2, 1]] | [[-0.2, 0.6, 0.3], [-1.1, 0.1, 0.8]] |
# | `diagnose(analytic, numerical)` | "wrong", -0.88888889, -0.88888889 | "wrong", -0.17021277, -0.15706214 |
#
# In the first example the two gradients of `diagnose` have the same length, so ratio and cosine are equal, and the ratio is
# the same upside down. That is a coincidence, and it hides slips. In the second it does not occur. There the step is so
# small that truncation shows in the fourth digit only.

# %% [markdown]
# ## What to notice
#
# - **A wrong gradient may still go downhill.** Derivation c has a cosine of 0.46 with the gradient: the angle is less than
#   a right angle, so a small step against it lowers the cost. "The cost went down" is no proof.
# - **A wrong length hides behind the learning rate.** Derivation d is four times too long, since there are four records.
#   Divide the learning rate by four, and nobody will ever know; until the data set grows, and training blows up.
# - **A wrong sign is the worst and the easiest.** Ratio -1: every step of derivation b goes uphill.
# - **Looks prove nothing.** Derivation e has no $\sigma'$, two minus signs, and weights where one expects inputs. It
#   agrees.
# - **Where to check.** At a place without coincidences: sizes all different, no weights at zero, a few records. And not
#   where a neuron is saturated: there all slopes are nearly zero, and a turned sign hides in the rounding.
