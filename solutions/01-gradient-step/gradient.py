# %% [markdown]
# # One step of gradient descent
#
# A neuron answers 0.69 where 0.5 was wanted. It has four weights. Which of them should move, which way, and how
# far? Gradient descent answers all three questions with one formula. Here you compute one step of it. Training,
# of this neuron or of a network with millions, is this step taken again and again.
#
# Five lines are yours; each is marked `TODO`. They follow one another like the links of a chain.

# %% [markdown]
# ## The neuron and its cost
#
# A neuron multiplies each input $x_i$ by its weight $w_i$, adds the products up to one number $h$, and lets the
# *sigmoid* $\sigma$, an S-shaped curve, turn $h$ into its output $\hat y$, a number between 0 and 1:
#
# $$h = \sum_i w_i x_i \qquad\qquad \hat y = \sigma(h) = \frac{1}{1 + e^{-h}}$$
#
# The *cost* $E$ says how bad this output is when the target is $y$. For one record, one set of inputs
# with its target, it is
#
# $$E = \tfrac{1}{2}\,(y - \hat y)^2$$
#
# The square makes a miss cost something on either side, and a large miss cost far more than a small one. The
# $\tfrac{1}{2}$ is there for convenience: the derivative of the square brings down a 2, and the two cancel.

# %% [markdown]
# ## The step
#
# The slope $\partial E / \partial w_i$ says how fast the cost rises as $w_i$ grows. So each weight is moved against its
# slope. The *learning rate* $\eta$, a small positive number, says how far:
#
# $$\Delta w_i = -\,\eta\;\frac{\partial E}{\partial w_i}$$
#
# A weight reaches the cost by way of $h$ and $\hat y$. The chain rule gives one factor for each of these three links:
#
# $$\frac{\partial E}{\partial w_i}
#   \;=\; \frac{\partial E}{\partial \hat y}\cdot\frac{d \hat y}{d h}\cdot\frac{\partial h}{\partial w_i}
#   \;=\; -(y - \hat y)\cdot\sigma'(h)\cdot x_i$$
#
# Here $\sigma'(h)$ is the slope of the S-curve at $h$. Put this into the step, and the two minus signs cancel. The part
# that is the same for every weight of the neuron gets a name of its own, the *error term* $\delta$:
#
# $$\delta = (y - \hat y)\cdot\sigma'(h) \qquad\qquad \Delta w_i = \eta\,\delta\,x_i$$
#
# ### Names and shapes
#
# Other books, and later parts of this course, use other names for the same things. "Number" means shape `()`.
#
# | in the code | shape | in the formulas | also called | what it is |
# |---|---|---|---|---|
# | `x` | (4,) | $x$ | a column of $X$ in 05 | the inputs of one record |
# | `w` | (4,) | $w$ | `weights`, a row of $W$ in 05 | one weight for each input |
# | `y` | number | $y$ | `target` | what the neuron should answer |
# | `learnrate` | number | $\eta$ | $\alpha$, `eta`, `alpha`, `learning_rate` | how far to go |
# | `h` | number | $h$ | $z$, $Z$ | the weighted sum of the inputs |
# | `nn_output` | number | $\hat y$ | $a$, $A_2$ | what the neuron answers |
# | `error` | number | $y - \hat y$ | $a - y$ from 02 on: **the other sign** | how far the target lies above the output |
# | `error_term` | number | $\delta$ | | the error, carried back through the sigmoid |
# | `del_w` | (4,) | $\Delta w$ | | the step: how far each weight moves |

# %% [markdown]
# ## What is given

# %%
import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    """The slope of the S-curve at z, a place along the axis: a number, or an array in the shape of z."""
    return sigmoid(z) * (1 - sigmoid(z))


# %% [markdown]
# ## A first example, worked by hand
#
# This neuron has two inputs. Every intermediate has a name, and the comment shows its value. Take a pocket calculator
# and follow each line; this code is only for reading.
#
# ```python
# x = np.array([0.1, 0.3])         # shape (2,)
# y = 0.2                          # number
# weights = np.array([-0.8, 0.5])  # shape (2,)
# learnrate = 0.5                  # number
#
# total = 0.1 * -0.8 + 0.3 * 0.5       # 0.07                       the weighted sum, -0.08 + 0.15
# output = sigmoid(total)              # 0.5174928576663897         the neuron's answer
# gap = y - output                     # -0.31749286                the answer is too high
# output_grad = sigmoid_prime(total)   # 0.24969400                 the slope of the S-curve at 0.07
# error_term = gap * output_grad       # -0.07927606                the error, carried back through the sigmoid
# gradient = -error_term * x           # [0.00792761 0.02378282]    the slope of the cost for each weight
# step = -learnrate * gradient         # [-0.0039638 -0.01189141]   against the slope
# ```
#
# Both inputs are positive and the output is too high, so both weights go down. The second goes down three times as far
# as the first, because its input is three times as large.

# %% [markdown]
# ## Your turn
#
# Now a neuron with four inputs, and fewer names: the slope of the S-curve no longer has one.

# %%
learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

# %% [markdown]
# Leave these four lines as they are and compute everything from the four names: to be marked, your code is run again
# with other values in them.
#
# **Check as you go.** In a notebook, run `from autograder import check` once, then `check("h")` after the first answer,
# `check("nn_output")` after the second, and so on. In a terminal, `descent check gradient.py` checks the whole file.
# Both use the two public examples below. When you hand in, your file is marked on others as well, drawn afresh.
#
# ### 1. `h`, a number
#
# The weighted sum of the inputs, $h = \sum_i w_i x_i$.

# %%
# TODO: the node's linear combination of inputs and weights
h = np.dot(x, w)  # SOLUTION

# %% [markdown]
# ### 2. `nn_output`, a number
#
# The neuron's answer, $\hat y = \sigma(h)$.

# %%
# TODO: the output of the neuron
nn_output = sigmoid(h)  # SOLUTION

# %% [markdown]
# ### 3. `error`, a number
#
# How far the target lies above the output, $y - \hat y$. It is negative where the output is too high.

# %%
# TODO: the error of the output, with its sign
error = y - nn_output  # SOLUTION

# %% [markdown]
# ### 4. `error_term`, a number
#
# The error carried back through the sigmoid, $\delta = (y - \hat y)\,\sigma'(h)$.
#
# The sigmoid has a slope that can be had from its height: $\sigma'(h) = \sigma(h)\,(1 - \sigma(h)) = \hat y\,(1 - \hat y)$. You
# know $\hat y$ already, so there is no need to call `sigmoid` again. `sigmoid_prime` is right too, if it is asked at the
# right place: it wants a place along the axis, not a height.

# %%
# TODO: the error term of the neuron
error_term = error * nn_output * (1 - nn_output)  # SOLUTION

# %% [markdown]
# ### 5. `del_w`, shape (4,)
#
# The step, $\Delta w_i = \eta\,\delta\,x_i$: one change for each weight. It is the change alone; the weights stay as they are.

# %%
# TODO: the change of each weight
del_w = learnrate * error_term * x  # SOLUTION

# %%
print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)

# %% [markdown]
# ## The two public examples
#
# | | first | second |
# |---|---|---|
# | `x` | [1, 2, 3, 4] | [2, -1, 0, 3] |
# | `y` | 0.5 | 0.2 |
# | `w` | [0.5, -0.5, 0.3, 0.1] | [-0.8, 0.5, 0.2, 0.4] |
# | `learnrate` | 0.5 | 0.1 |
# | `nn_output` | 0.6899744811276125 | 0.289050497374996 |
# | `error` | -0.1899744811276125 | -0.089050497374996 |
# | `del_w` | [-0.02031869 -0.04063738 -0.06095608 -0.08127477] | [-0.00365998 0.00182999 0 -0.00548997] |
#
# In the first example `y`, `learnrate` and the first weight are all 0.5. That is a coincidence, and it hides slips: with
# a learning rate of ½, to forget it and to double the step look the same, and so do a target and a learning rate that
# have changed places. In the second example the three differ, one input is negative and one is zero. Code that is right
# on both has most likely got the formula right.

# %% [markdown]
# ## What to notice
#
# - **Sign.** The first output is above its target, so the error is negative, and so is the error term: the S-curve rises
#   everywhere, its slope cannot turn a sign. With positive inputs all four weights go down.
# - **Size.** The S-curve is steepest at $h = 0$, and even there its slope is only ¼. So the error term is at most a
#   quarter of the error. Far out, where the curve is flat, a neuron learns hardly anything, however wrong it is.
# - **Which weight moves most?** The last one, because its input is the largest: the steps are to one another as 1 : 2 : 3 : 4,
#   like the inputs. How large a weight is itself plays no part.
# - **In the second example** the third weight stays where it is: its input is zero, so it had no share in the error. The
#   second weight goes up while the output must come down, because its input is negative.
# - **Did it help?** Work out the first neuron's output with the weights moved by your step. It falls from 0.690 to 0.547, and
#   the cost from 0.0180 to 0.0011. One step was not enough; a later part of the course takes many.
