# %% [markdown]
# # One neuron, factor by factor
#
# A neuron may be as wrong as it can be and yet learn next to nothing. This part shows why. It takes the neuron of 01 down
# to one weight and one bias, and the chain rule to pieces: every factor gets a function of its own. Then you put the
# pieces together again, into a step, and into a training loop.
#
# First come three numbers to work out with pencil and paper, then nine functions. Each is marked `TODO`.

# %% [markdown]
# ## The neuron and its cost
#
# The neuron has one input $x$, one *weight* $w$ and one *bias* $b$. The bias is added whatever the input is: it is a
# weight whose input is always 1. The sum goes through the sigmoid $\sigma$, and what comes out is the answer $\hat y$:
#
# $$z = w\,x + b \qquad\qquad \hat y = \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# There is one record: the input $x$ and its target $y$. All of these are single numbers. The cost of the record is
#
# $$C = \tfrac{1}{2}\,(y - \hat y)^2$$
#
# With a single record there is nothing to sum or to average. The $\tfrac12$ is there to meet the 2 that the derivative of
# the square brings down.

# %% [markdown]
# ## The chain
#
# Move $w$ a little. That moves $z$, which moves $\hat y$, which moves $C$. The chain rule multiplies what happens at each
# link:
#
# $$\frac{\partial C}{\partial w} \;=\; \frac{dC}{d\hat y}\cdot\frac{d\hat y}{dz}\cdot\frac{\partial z}{\partial w}
#   \qquad\qquad
#   \frac{\partial C}{\partial b} \;=\; \frac{dC}{d\hat y}\cdot\frac{d\hat y}{dz}\cdot\frac{\partial z}{\partial b}$$
#
# **From the cost to the output.** The square gives $2 \cdot \tfrac12\,(y - \hat y)$. But it is $\hat y$ that moves, and
# it stands in the bracket with a minus. So one more factor, $-1$:
#
# $$\frac{dC}{d\hat y} = \hat y - y$$
#
# This is where the course changes its sign. In 01 the error was $y - \hat y$ and the step was added. From here on the
# error is the derivative itself, $\hat y - y$, and the step is *subtracted*. Both ways lead to the same place. To turn
# one of the two signs and not the other leads uphill, and there are published texts that do.
#
# **From the output to the sum.** This is the slope of the S-curve at $z$:
#
# $$\frac{d\hat y}{dz} = \sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2} = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)$$
#
# Mind the square in the middle. At $z = 0$ the slope is ¼; without the square, as it has been printed, it would be ½. And
# mind what goes in: $\sigma'$ wants $z$, the place along the axis. $\hat y$ is the height there.
#
# **From the sum to the parameters.** $z = w\,x + b$, so $\;\partial z / \partial w = x\;$ and
# $\;\partial z / \partial b = 1$.
#
# ### Names and shapes
#
# Other books, and other parts of this course, use other names for the same things. "Number" means shape `()`.
#
# | in the code | shape | in the formulas | also called | what it is |
# |---|---|---|---|---|
# | `x` | number | $x$ | a row of `xs` in 03, a column of $X$ in 05 | the input |
# | `y` | number | $y$ | `target` | what the neuron should answer |
# | `w` | number | $w$ | $\theta$ in 00 | the weight |
# | `b` | number | $b$ | $B_1$, $B_2$ in 05 | the bias |
# | `z` | number | $z$ | `h` in 01, $Z$ in 05 | the weighted sum, with the bias |
# | `y_hat` | number | $\hat y$ | `nn_output` in 01, $a$ in 03, $A_2$ in 05 | what the neuron answers |
# | `cost(y_hat, y)` | number | $C$ | $E$ in 01, $J$ in 00, loss | how bad the answer is |
# | `cost_prime(y_hat, y)` | number | $dC/d\hat y = \hat y - y$ | $a - y$; `error` in 01: **the other sign** | the error |
# | `weight_gradient(...)` | number | $\partial C/\partial w$ | `dw` in 03 | how fast $C$ rises as $w$ grows |
# | `bias_gradient(...)` | number | $\partial C/\partial b$ | `db` in 03; $\delta$ | how fast $C$ rises as $b$ grows |
# | `learning_rate` | number | $\eta$ | $\alpha$, `learnrate` in 01, `eta` in 03 | how far to go |
# | `epochs` | whole number | | | how many steps to take |

# %% [markdown]
# ## With pencil and paper
#
# Take a pocket calculator before you write any code. The neuron has $w = 3$ and $b = 2$; the record is $x = 0.4$ with the
# target $y = 0.3$. So $z = 3 \cdot 0.4 + 2 = 3.2$. Work out $\hat y$ with all the digits that your calculator has, then
# these three numbers:
#
# - `dC_dyhat`, the first factor: which way is the output off, and how far?
# - `dyhat_dz`, the second: how much of a push on $z$ arrives at $\hat y$?
# - `dC_dw`, the product of all three.
#
# Three significant digits will do. Write numbers, not formulas; there are no points for them. Whoever has done this once
# by hand finds a slip in the code below in a minute, and not in an hour.

# %%
# TODO: three numbers from your sheet of paper
dC_dyhat = None
dyhat_dz = None
dC_dw = None

# %% [markdown]
# The middle number is the smallest of the three factors, and it is small for a reason. The S-curve is steepest at
# $z = 0$, where its slope is ¼. At $z = 3.2$ it is much flatter: push $z$, and little of the push arrives at the output.
# The gradient is a product, so it shrinks with its smallest factor, however large the error is. With $x = 3$ in place of
# 0.4 the sum is $z = 11$, and the slope $\sigma'(11) = 0.0000167$: one fifteen-thousandth of ¼. Such a neuron is called
# *saturated*. We come back to it at the end.

# %% [markdown]
# ## The factors
#
# Now as code. Each function may call those above it, by their names.
#
# **Check as you go.** In a notebook, run `from autograder import check` once, then `check("sigmoid")`,
# `check("sigmoid_prime")`, and so on. In a terminal, `descent check neuron.py` checks the whole file.

# %%
import numpy as np

try:
    import matplotlib.pyplot as plt
except ImportError:  # the plots are left out, all else works
    plt = None


# %% [markdown]
# ### 1. `sigmoid` and 2. `sigmoid_prime`
#
# The height of the S-curve at $z$, and its slope there. `np.exp` is the exponential function.


# %%
def sigmoid(z):
    """The height of the S-curve at z.

    Args:
        z: the weighted sum, a number.

    Returns:
        a number between 0 and 1.
    """
    # TODO: the sigmoid
    raise NotImplementedError("TODO: sigmoid")


def sigmoid_prime(z):
    """The slope of the S-curve at z.

    Args:
        z: the weighted sum, a number: a place along the axis, not a height.

    Returns:
        a number between 0 and 1/4.
    """
    # TODO: the derivative of the sigmoid
    raise NotImplementedError("TODO: sigmoid_prime")


# %% [markdown]
# ### 3. `predict`
#
# The neuron's answer, from its input to its output.


# %%
def predict(w, b, x):
    """The neuron's answer to the input x.

    Args:
        w: the weight, a number.
        b: the bias, a number.
        x: the input, a number.

    Returns:
        y_hat, a number between 0 and 1.
    """
    # TODO: the weighted sum with the bias, through the sigmoid
    raise NotImplementedError("TODO: predict")


# %% [markdown]
# ### 4. `cost` and 5. `cost_prime`
#
# The cost $C$ of an answer, with its ½, and its derivative by the output. The derivative has a sign: what does it say of
# an answer that is too high?


# %%
def cost(y_hat, y):
    """The cost C of the answer y_hat where y was wanted.

    Args:
        y_hat: the answer, a number.
        y: the target, a number.

    Returns:
        a number, never negative.
    """
    # TODO: the cost of one record
    raise NotImplementedError("TODO: cost")


def cost_prime(y_hat, y):
    """The derivative of C by the output.

    Args:
        y_hat: the answer, a number.
        y: the target, a number.

    Returns:
        dC/dy_hat, a number: positive where the cost rises with the output.
    """
    # TODO: the derivative of the cost
    raise NotImplementedError("TODO: cost_prime")


# %% [markdown]
# Here is the S-curve, drawn with your functions. The red lines have the slopes that `sigmoid_prime` gives. The dots are
# the middle, the neuron from the sheet of paper, and the saturated one.


# %%
def draw_sigmoid(zs, heights, points):
    """The curve, and for each (words, z, height, slope) the point with its tangent."""
    if plt is None:
        return
    _, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
    ax.plot(zs, heights, color="tab:blue")
    for words, z, height, slope in points:
        half = 1.2
        ax.plot([z - half, z + half], [height - half * slope, height + half * slope], color="tab:red", linewidth=2)
        ax.plot(z, height, "o", color="black")
        ax.annotate(f"{words}\nslope {slope:.3g}", (z, height), xytext=(z + 0.5, height - 0.08), va="top")
    ax.set(xlabel="weighted sum z", ylabel="output, sigmoid(z)", xlim=(-6, 17.5), ylim=(-0.05, 1.12))
    plt.show()


try:
    zs = np.linspace(-6, 17.5, 95)
    places = {"middle, z = 0": 0.0, "paper, z = 3.2": 3.2, "saturated, z = 11": 11.0}
    draw_sigmoid(zs, [sigmoid(z) for z in zs], [(words, z, sigmoid(z), sigmoid_prime(z)) for words, z in places.items()])
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ## The gradients
#
# ### 6. `weight_gradient` and 7. `bias_gradient`
#
# Each is a product from the chain above. Everything that you need has a function by now; ask yourself for each factor at
# which point it is wanted.


# %%
def weight_gradient(w, b, x, y):
    """The derivative of the cost by the weight, for one record.

    Args:
        w: the weight, a number.
        b: the bias, a number.
        x: the input, a number.
        y: the target, a number.

    Returns:
        dC/dw, a number.
    """
    # TODO: three factors
    raise NotImplementedError("TODO: weight_gradient")


def bias_gradient(w, b, x, y):
    """The derivative of the cost by the bias, for one record.

    Args:
        w: the weight, a number.
        b: the bias, a number.
        x: the input, a number.
        y: the target, a number.

    Returns:
        dC/db, a number.
    """
    # TODO: the same chain, with another end
    raise NotImplementedError("TODO: bias_gradient")


# %%
try:
    print(f"by hand: {dC_dw}   by weight_gradient: {weight_gradient(3, 2, 0.4, 0.3):.6f}")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# ## Learning
#
# ### 8. `step`
#
# Weight and bias both go against their gradients:
#
# $$w := w - \eta\,\frac{\partial C}{\partial w} \qquad\qquad b := b - \eta\,\frac{\partial C}{\partial b} \qquad\qquad \eta > 0$$
#
# Both gradients belong to the same point $(w, b)$: the one where the neuron stood when it gave its answer. If you write
# the two steps on two lines, does the second line still see that point?


# %%
def step(w, b, x, y, learning_rate):
    """One step of gradient descent.

    Args:
        w: the weight, a number.
        b: the bias, a number.
        x: the input, a number.
        y: the target, a number.
        learning_rate: how far to go, a positive number.

    Returns:
        (w, b): the new weight and the new bias, two numbers.
    """
    # TODO: where weight and bias arrive
    raise NotImplementedError("TODO: step")


# %% [markdown]
# ### 9. `train`
#
# Step after step, and a record of how the cost went. It is written down *before* each step, so the first cost is that of
# the neuron as it came, and there are as many costs as epochs. The cost after the last step is not in the list.


# %%
def train(w, b, x, y, learning_rate, epochs):
    """Gradient descent.

    Args:
        w: the weight to start with, a number.
        b: the bias to start with, a number.
        x: the input, a number.
        y: the target, a number.
        learning_rate: how far to go in each step, a positive number.
        epochs: how many steps to take, a whole number.

    Returns:
        (w, b, costs): weight and bias after the last step, two numbers, and a list of `epochs` numbers: the cost before each step.
    """
    # TODO: the cost, then a step, again and again
    raise NotImplementedError("TODO: train")


# %% [markdown]
# ## A neuron that hardly learns
#
# Input $x = 3$, target $y = 0$. One neuron starts at $(w, b) = (3, 2)$, far out on the S-curve at $z = 11$. Another
# starts at $(0.5, 2)$, with $z = 3.5$ much nearer to the middle. Both are badly wrong. Each trains for 300 epochs at the
# rate 0.05, once as it should and once with the sign of the step turned. A negative learning rate does just that.


# %%
def draw_training(runs):
    """For each start, the costs with the right sign and with the turned one."""
    if plt is None:
        return
    _, axes = plt.subplots(1, len(runs), figsize=(6, 3), sharey=True, layout="constrained")
    for ax, (start, (right, turned)) in zip(axes, runs.items(), strict=True):
        ax.plot(right, color="tab:blue", linewidth=3, label="against the gradient")
        ax.plot(turned, "--", color="tab:red", label="sign turned")
        ax.set_title(f"from (w, b) = {start}", fontsize=10)
        ax.set(xlabel="epoch", ylim=(0, 0.56))
    axes[0].set_ylabel("cost C")
    axes[0].legend(loc="center", fontsize=9)
    plt.show()


try:
    runs = {start: [train(*start, 3, 0, rate, 300)[2] for rate in (0.05, -0.05)] for start in ((3, 2), (0.5, 2))}
    for start, (right, turned) in runs.items():
        print(f"from {start}: cost {right[0]:.5f}, at the end {right[-1]:.5f}; with the sign turned {turned[-1]:.5f}")
    draw_training(runs)
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# From $(3, 2)$ the cost stays where it is, whatever the sign: 0.49998 before and after. At $z = 11$ an epoch moves $z$ by
# 0.000008. With the right sign it takes some 120,000 epochs until the cost is below 0.1. Suppose that you had turned a
# sign: "the cost goes down" would not tell you, not here. Near the middle it does. From $(0.5, 2)$ the cost falls from
# 0.471 to 0.003, and with the sign turned it climbs to 0.494.
#
# So two things are worth remembering. To start a neuron, stay near the middle of the curve: small weights. To test a
# gradient, do not look whether the cost goes down; compare it with differences of the cost. That is 04.

# %% [markdown]
# ## How large a step?
#
# What does one step gain? Each parameter moves by $-\eta$ times its derivative, and the cost follows with that derivative
# once more. So
#
# $$\Delta C \;\approx\; -\,\eta\,\lVert\nabla C\rVert^2
#   \qquad\text{with}\qquad
#   \lVert\nabla C\rVert^2 = \Bigl(\frac{\partial C}{\partial w}\Bigr)^2 + \Bigl(\frac{\partial C}{\partial b}\Bigr)^2$$
#
# Here $\Delta C$, a number, is the change of the cost in one step, and $\nabla C$, of shape (2,), is the gradient: both
# derivatives next to each other. A published text prints this without the square. Try it, for a neuron at
# $(w, b) = (0.5, -1)$ with $x = 3$ and $y = 0.4$:

# %%
try:
    square = weight_gradient(0.5, -1, 3, 0.4) ** 2 + bias_gradient(0.5, -1, 3, 0.4) ** 2
    print("   rate    change of C   -rate * square")
    for rate in (0.005, 0.05, 0.5, 5):
        before, after = train(0.5, -1, 3, 0.4, rate, 2)[2]
        print(f"{rate:7}   {after - before:+12.7f}   {-rate * square:+14.7f}")
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# At the rate 0.005 the two columns agree to about a tenth of a percent, at 0.05 to about one percent. At 0.5 the step
# gains 12 % less than the formula promises. And at 5 the cost *rises*, from 0.025 to 0.043: the step went down one side
# of the valley and further up the other. The gradient knows the slope where it stands and nothing else, so
# $\Delta C \approx -\eta\,\lVert\nabla C\rVert^2$ holds for small $\eta$ only.

# %% [markdown]
# ## The two public examples
#
# `sigmoid` and `sigmoid_prime` are asked about `z`, `cost` and `cost_prime` about `y_hat` and `y`. The others are asked
# about the neuron and its record.
#
# | | first | second |
# |---|---|---|
# | `z` | 3.5 | -1.3 |
# | `y_hat` | 0.97 | 0.62 |
# | `y` | 0 | 0.3 |
# | `w` | 0.5 | -0.8 |
# | `b` | 2 | 0.4 |
# | `x` | 3 | -1.5 |
# | `learning_rate` | 0.05 | 1.7 |
# | `epochs` | 2 | 3 |
# | `sigmoid(z)` | 0.970687769 | 0.214165017 |
# | `sigmoid_prime(z)` | 0.0284530239 | 0.168298362 |
# | `predict(w, b, x)` | 0.970687769 | 0.832018385 |
# | `cost(y_hat, y)` | 0.47045 | 0.0512 |
# | `cost_prime(y_hat, y)` | 0.97 | 0.32 |
# | `weight_gradient(w, b, x, y)` | 0.0828570068 | -0.111535360 |
# | `bias_gradient(w, b, x, y)` | 0.0276190023 | 0.0743569069 |
# | `step(...)`: w | 0.495857150 | -0.610389887 |
# | `step(...)`: b | 1.99861905 | 0.273593258 |
# | `train(...)`: w | 0.491661824 | -0.187869222 |
# | `train(...)`: b | 1.99722061 | -0.00808718504 |
# | `train(...)`: costs | [0.471117373, 0.470733557] | [0.141521781, 0.108854996, 0.0700680375] |
#
# In the first example the target is 0, so the error is the output itself: whoever forgets the target does not notice. The
# first step is so small that much else goes unnoticed, too. The second example has neither coincidence, and its input is
# negative.

# %% [markdown]
# ## What to notice
#
# - **One factor apart.** The gradient of the weight is $x$ times that of the bias: 3 times in the first example, -1.5
#   times in the second.
# - **Sign.** In both examples the answer is too high, so the bias goes down. In the second the weight goes *up* and still
#   lowers the answer, because its input is negative.
# - **The error is not the gradient.** At $(3, 2)$ the error is as large as it can be, and nothing happens. Slope and
#   input have their say.
