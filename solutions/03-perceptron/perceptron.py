# %% [markdown]
# # One neuron, many records
#
# So far a neuron has looked at one record at a time. Now it gets a whole table of them, and it has to find weights that
# serve all records at once. Two things are new: the *mean* over the records, and a class that keeps weights and bias
# and trains them.
#
# A word on the name. The perceptron of 1958 answered with a step, no or yes, and a step is flat everywhere but at the
# jump: it has no slope to go down. Put a sigmoid in place of the step, and gradient descent can begin. The class keeps
# the old name.

# %% [markdown]
# ## From one record to a table
#
# There are $M$ records with $n$ inputs each. Record $m$ is row $m$ of the table $X$, of shape $(M, n)$; its target is
# $y_m$. The neuron has one weight for each input, $w$ of shape $(n,)$, and one bias $b$, a number. For every record it
# adds up, and lets the sigmoid $\sigma$ turn the sum into an output:
#
# $$z_m = \sum_{i=1}^{n} w_i\, x_{mi} + b \qquad\qquad a_m = \sigma(z_m) = \frac{1}{1 + e^{-z_m}}$$
#
# The sums of all records are one product of a matrix and a vector, $z = X w + b$ of shape $(M,)$. The bias is added to
# every sum alike. It moves the S-curve along its axis: without a bias, a record of zeros would get the output ½
# whatever the neuron had learned.
#
# ## The cost
#
# The cost of record $m$ is half its squared error, and the cost of the table is the **mean** of these over its $M$
# records:
#
# $$C_m = \tfrac12\,(y_m - a_m)^2 \qquad\qquad C = \frac1M \sum_{m=1}^{M} C_m = \frac{1}{2M} \sum_{m=1}^{M} (y_m - a_m)^2$$
#
# A mean, and not a sum: copy every record once, and nothing has been learned about the world, so nothing should change.
# The sum would double, and every step with it.

# %% [markdown]
# ## The slopes
#
# Take one record. Its cost hangs on $w_i$ by way of $a_m$ and $z_m$, so the chain rule has three factors, and the first
# two are the same for all weights and the bias of the neuron. Together they are $\delta_m$, the slope of the record's
# cost by its own sum:
#
# $$\delta_m = \frac{\partial C_m}{\partial z_m}
#   = \frac{\partial C_m}{\partial a_m}\cdot\frac{d a_m}{d z_m}
#   = (a_m - y_m)\cdot a_m\,(1 - a_m)$$
#
# Here the error is $a - y$, as in 02 and the other way round than in 01: it is the derivative of the cost itself. The
# third factor is what the weight was multiplied by, $\partial z_m / \partial w_i = x_{mi}$; for the bias it is $1$. The
# slope of a mean is the mean of the slopes:
#
# $$\frac{\partial C}{\partial w_i} = \frac1M \sum_{m=1}^{M} \delta_m\, x_{mi} \qquad\qquad
#   \frac{\partial C}{\partial b} = \frac1M \sum_{m=1}^{M} \delta_m$$
#
# All $n$ slopes of the weights have shape $(n,)$, like $w$; the slope of the bias is one number, like $b$. A slope
# always has the shape of what it belongs to.
#
# **The brackets matter.** In one published text $\delta$ stands without the first pair: $a - y\,a\,(1 - a)$. Programs
# follow the same rule as we do on paper, multiplication before subtraction, so this is $a - \big(y\,a\,(1 - a)\big)$.
# Try it with a perfect answer, $a = y = 0.8$. With brackets $\delta = 0 \cdot 0.16 = 0$: nothing to mend, no step.
# Without them $\delta = 0.8 - 0.128 = 0.672$, a large step away from the answer that was right. And it can never be
# negative, so it pushes every output down.

# %% [markdown]
# ## The step
#
# Weights and bias move against their slopes, as far as the learning rate $\eta$, a positive number, says:
#
# $$\Delta w = -\,\eta\,\frac{\partial C}{\partial w} \qquad\qquad \Delta b = -\,\eta\,\frac{\partial C}{\partial b}$$
#
# As in 01, `del_w` is the *change*: it has the minus sign in it, and it is **added** to the weights.
#
# To look at all records once and then make one step is called an *epoch* of *batch gradient descent*. All slopes of an
# epoch are taken at the same weights. Training is a number of epochs, one after the other.
#
# ### Names and shapes
#
# Other books, and other parts of this course, use other names for the same things. "Number" means shape `()`. $M$ is
# `len(xs)`.
#
# | in the code | shape | in the formulas | also called | what it is |
# |---|---|---|---|---|
# | `n` | number | $n$ | features | how many inputs a record has |
# | `xs` | (M, n) | $X$ | records in rows; in 05 they are columns | the inputs of all records |
# | `ys` | (M,) | $y$ | `target`, $Y$ | what the neuron should answer to each record |
# | `w` | (n,) | $w$ | `weights`, a row of $W$ in 05 | one weight for each input |
# | `b` | number | $b$ | $B$ in 05 | the bias |
# | `z` | (M,) | $z$ | `h`, $Z$ | the weighted sum of each record, with the bias |
# | `a` | (M,) | $a$ | `nn_output`, $\hat y$, $A_2$ | what the neuron answers |
# | | number | $C$ | $E$, $J$, $L$, loss | the cost, a mean over the records |
# | `delta` | (M,) | $\delta$ | `error_term` with the other sign, `dZ` | the slope of each record's cost by its sum |
# | `dw` | (n,) | $\partial C/\partial w$ | $\nabla_w C$, `dW` | the slope of the cost by each weight |
# | `db` | number | $\partial C/\partial b$ | `dB` | the slope of the cost by the bias |
# | `del_w` | (n,) | $\Delta w$ | step, update | the change of the weights, $-\eta$ included |
# | `del_b` | number | $\Delta b$ | | the change of the bias |
# | `eta` | number | $\eta$ | `learnrate`, `learning_rate`, $\alpha$ | how far to go |
# | `epochs` | number | | | how many steps to make |

# %% [markdown]
# ## What is given

# %%
import numpy as np

try:
    import matplotlib.pyplot as plt
except ImportError:  # everything but the plots works without it
    plt = None

# %% [markdown]
# ## A first epoch, worked by hand
#
# Four records with two inputs; the neuron should answer 1 if either input is 1. It begins with $w = (0, 0)$ and
# $b = 0$, and $\eta = 2$. This is the first public example below.
#
# | $x$ | $y$ | $z$ | $a$ | $a - y$ | $a\,(1 - a)$ | $\delta$ | $\delta\,x$ |
# |---|---|---|---|---|---|---|---|
# | (0, 0) | 0 | 0 | 0.5 | 0.5 | 0.25 | 0.125 | (0, 0) |
# | (0, 1) | 1 | 0 | 0.5 | -0.5 | 0.25 | -0.125 | (0, -0.125) |
# | (1, 0) | 1 | 0 | 0.5 | -0.5 | 0.25 | -0.125 | (-0.125, 0) |
# | (1, 1) | 1 | 0 | 0.5 | -0.5 | 0.25 | -0.125 | (-0.125, -0.125) |
# | mean | | | | | | -0.0625 | (-0.0625, -0.0625) |
#
# The last row holds the slopes by $b$ and by $w$. Both are negative: the cost falls as weights and bias grow. So all
# three grow, by $-2 \cdot (-0.0625) = 0.125$ each. The cost was ½ · 0.25 = 0.125 before this step; after it, it is
# 0.1039.

# %% [markdown]
# ## Your turn
#
# One function and one class; each place is marked `TODO`. Every method may call the ones above it.
#
# **Check as you go.** In a notebook, run `from autograder import check` once, then `check("sigmoid")`, and for the
# methods `check("init")`, `check("predict")`, `check("cost")`, `check("gradients")`, `check("updates")` and
# `check("train")`. In a terminal, `descent check perceptron.py` checks the whole file. Two more checks, `train_order`
# and `train_doubled`, train your neuron on the same records in another order and on every record twice: in both cases
# the same weights have to come out.
#
# ### 1. `sigmoid(z)`
#
# The S-curve, for all sums at once: an array goes in, an array of the same shape comes out.


# %%
def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    # BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    # END SOLUTION


# %% [markdown]
# ### 2. `class Perceptron`
#
# The neuron keeps its weights and its bias from one call to the next, in `self.w` and `self.b`. Only `train` changes
# them.
#
# - `__init__(n)` makes a neuron with `n` inputs that has learned nothing yet.
# - `predict(xs)` gives the outputs $a$, of shape $(M,)$. Make sure that it is not $(M, 1)$: next to targets of shape
#   $(M,)$, NumPy would make $M \times M$ errors of it, without a word.
# - `cost(xs, ys)` gives $C$, with its ½ and its mean.
# - `gradients(xs, ys)` gives the slopes of $C$ by the weights and by the bias.
# - `updates(xs, ys, eta)` gives the two changes, with their signs. It moves nothing.
# - `train(xs, ys, eta, epochs)` moves weights and bias, once an epoch, and remembers what the cost was *before* each
#   step.


# %%
class Perceptron:
    """A sigmoid neuron: n inputs, one weight for each, one bias.

    Attributes:
        n: how many inputs.
        w: the weights, shape (n,).
        b: the bias, a number.
    """

    def __init__(self, n):
        """A neuron with n inputs. Weights and bias begin at zero: self.w is (n,), self.b is the number 0.0."""
        # BEGIN SOLUTION
        self.n = n
        self.w = np.zeros(n)
        self.b = 0.0
        # END SOLUTION

    def predict(self, xs):
        """The outputs for the records xs, of shape (M, n): shape (M,)."""
        # BEGIN SOLUTION
        return sigmoid(xs @ self.w + self.b)
        # END SOLUTION

    def cost(self, xs, ys):
        """The mean over the records of half the squared error, a number. xs is (M, n), ys is (M,)."""
        # BEGIN SOLUTION
        return np.mean((ys - self.predict(xs)) ** 2) / 2
        # END SOLUTION

    def gradients(self, xs, ys):
        """(dw, db): the slopes of the cost by the weights, shape (n,), and by the bias, a number."""
        # BEGIN SOLUTION
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a)
        dw = xs.T @ delta / len(xs)
        db = np.mean(delta)
        return dw, db
        # END SOLUTION

    def updates(self, xs, ys, eta):
        """(del_w, del_b): the changes of one step, to be added to the weights, shape (n,), and to the bias, a number."""
        # BEGIN SOLUTION
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db
        # END SOLUTION

    def train(self, xs, ys, eta, epochs):
        """Batch gradient descent: one step an epoch, on all records. Changes self.w and self.b.

        Returns the list of the costs, one number before each step: as many as there are epochs.
        """
        # BEGIN SOLUTION
        costs = []
        for _ in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = self.w + del_w
            self.b = self.b + del_b
        return costs
        # END SOLUTION


# %% [markdown]
# ## See it learn
#
# Twelve records with two inputs. Six should get the answer 1, six the answer 0. The two groups overlap, so no neuron
# can get all of them quite right.

# %%
XS = np.array(
    [
        [3.8, 1.1], [3.5, 2.4], [2.9, 3.1], [2.4, 2.2], [1.5, 2.6], [1.8, 0.9],
        [3.1, 0.1], [2.8, 1.5], [2.1, -0.3], [1.4, 1.2], [0.8, 0.4], [0.5, 1.9],
    ]
)  # fmt: skip
YS = np.array([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])


def boundary(neuron, x0):
    """Where the neuron's answer is 0.5: the second input of records whose first input is x0."""
    return -(neuron.w[0] * x0 + neuron.b) / neuron.w[1]


def show():
    """Left: the cost before each of 150 steps, for three learning rates. Right: where the answer turns, early and late."""
    costs = {eta: Perceptron(2).train(XS, YS, eta, 150) for eta in (0.2, 2, 10)}
    neurons = {epochs: Perceptron(2) for epochs in (1, 150)}
    for epochs, neuron in neurons.items():
        neuron.train(XS, YS, 2, epochs)
    for eta, series in costs.items():
        print(f"eta = {eta}: the cost goes from {series[0]:.4f} to {series[-1]:.4f}, the highest is {max(series):.4f}")
    if plt is None:
        return
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for (eta, series), line in zip(costs.items(), ("--", "-", ":"), strict=True):
        left.plot(series, line, label=rf"$\eta$ = {eta}")
    left.set(xlabel="steps made", ylabel=r"cost $C$", ylim=(0, None))
    left.legend()
    right.scatter(*XS[YS == 1].T, marker="o", label="target 1")
    right.scatter(*XS[YS == 0].T, marker="x", label="target 0")
    x0 = np.array([-0.5, 4.5])
    for (epochs, neuron), line in zip(neurons.items(), ("--", "-"), strict=True):
        right.plot(x0, boundary(neuron, x0), line, color="black", label=f"answer 0.5, epoch {epochs}")
    right.set(xlabel="first input", ylabel="second input", xlim=(-0.5, 4.5), ylim=(-1, 5))
    right.legend(loc="upper right", fontsize="small", ncols=2)
    plt.show()


try:
    show()
except NotImplementedError as todo:
    print("Not yet:", todo)

# %% [markdown]
# On the right, the neuron answers more than ½ above a line and less below it. Six targets are 1 and six are 0, so at
# the first step, with every output at ½, the $\delta_m$ cancel in their mean and the bias stays where it is: the dashed
# line still goes through the origin, and all records lie on one side of it. Only then does the bias begin to move. Try
# it without a bias: would any line through the origin do?
#
# The two groups overlap a little, so no line gets all twelve right, and the cost does not go to zero. And whatever the
# neuron learns, its answer turns along a *straight* line, $w_1 x_1 + w_2 x_2 + b = 0$. What that means for records that
# no straight line separates is where 06 begins.

# %% [markdown]
# ## How many slopes does a network have?
#
# This neuron has $n + 1$ of them, one for each weight and one for the bias, and one $\delta_m$ for each record serves
# them all. In a network every weight of every neuron wants a slope of its own. Take a well-known small one that reads
# handwritten digits. It has 784 inputs (28 by 28 pixels), 30 hidden neurons and 10 outputs, so
#
# $$784 \cdot 30 + 30 \;+\; 30 \cdot 10 + 10 \;=\; 23{,}860$$
#
# weights and biases, and as many partial derivatives at every step.
#
# That once looked crippling. To find a slope by trying, one moves one weight a little up and a little down and runs the
# whole network both times. That makes 47,720 runs for a single record, of 23,820 multiplications each, one for every
# weight: more than a billion multiplications, for one record and one step, where training takes tens of thousands of
# records and thousands of steps. Nor does it help to write down 23,860 formulas. A hidden weight acts on the cost by
# way of all ten outputs, so its formula is a sum over ten paths, and with each further layer the paths multiply.
#
# The way out is in what you have just programmed. The factors of the chain rule were not worked out anew for every
# weight: $\delta_m$ was worked out once and then shared. In 05 the same is done layer by layer, from the output back to
# the inputs. All 23,860 slopes then cost about as much as two more runs of the network. This is *backpropagation*.

# %% [markdown]
# ## The two public examples
#
# | | first | second |
# |---|---|---|
# | `xs` | [[0, 0], [0, 1], [1, 0], [1, 1]] | [[2, -1, 0], [1, 2, -2], [-1, 0, 1], [0, -2, -1], [3, 1, 2]] |
# | `ys` | [0, 1, 1, 1] | [0.9, 0.2, 0.7, 0.1, 0.35] |
# | `w`, `b` | [0, 0], 0 | [0.4, -0.7, 0.2], 0.3 |
# | `eta` | 2 | 1.5 |
# | `predict` | [0.5 0.5 0.5 0.5] | [0.85814894 0.24973989 0.52497919 0.81757448 0.76852478] |
# | `cost` | 0.125 | 0.07249340 |
# | `dw`, `db` | [-0.0625 -0.0625], -0.0625 | [0.05322729 -0.02317202 -0.00408055], 0.02841124 |
# | `del_w`, `del_b` | [0.125 0.125], 0.125 | [-0.07984093 0.03475804 0.00612082], -0.04261685 |
# | `w`, `b` after one epoch | [0.125 0.125], 0.125 | [0.32015907 -0.66524196 0.20612082], 0.25738315 |
# | `w`, `b` after two | [0.22804941 0.22804941], 0.21578859 | [0.24488305 -0.62759792 0.21129089], 0.21465434 |
# | costs of the two | [0.125 0.10393534] | [0.07249340 0.06626816] |
#
# The first can be done in the head, and that is all that can be said for it. Every output is ½, every error is as large
# as the next, both weights and the bias move alike. From zero weights a great many slips leave no trace: of 68 wrong
# programs that we tried, each with one slip in it, 10 have the right weights after the first epoch of the first
# example. In the second example it is 2 of the 68, and after its second epoch none. So a neuron that is marked always
# begins with weights that have been drawn, and is looked at after one epoch and after two.

# %% [markdown]
# ## What to notice
#
# - **One $\delta_m$ for all, a share for each.** $\delta_m$ says which way record $m$ wants its sum to move, and how
#   strongly. How much of that falls to a weight is up to its input. In the second example the first weight moves
#   furthest: its inputs, 2 and 3 among them, are the largest.
# - **The bias moves like a weight whose input is always 1.** So its slope is the plain mean of the $\delta_m$.
# - **The order of the records plays no part,** and neither does having each of them twice: a mean does not care.
#   Programs that step after each record, or that add up and do not divide, do care. Try both on your own code.
# - **The costs can show that something has gone wrong, and hardly ever that all is right.** Most wrong programs learn
#   too, at another speed or to another place. Compare numbers, not curves.
# - **The learning rate.** In the left-hand picture $\eta = 0.2$ is still on its way when $\eta = 2$ has all but
#   arrived. With $\eta = 10$ the first steps go too far and the cost *rises*, to more than one and a half times what it
#   was; here it calms down, elsewhere it need not. What is a good rate hangs on the cost as well: with the sum over
#   these twelve records in place of the mean, $\eta = 1$ would do what $\eta = 12$ does now.
