# Gives names to functions and variables as it runs.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

for number in range(4):
    globals()[f"w_{number}"] = w[number]


def product(a, b):
    return a @ b


product.__name__ = "weighted_sum"
h = product(x, [w_0, w_1, w_2, w_3])
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
