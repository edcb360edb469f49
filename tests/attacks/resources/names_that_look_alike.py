# tries: to show a right name and to bind a wrong one that looks the same
# from: I1, the published trick of homoglyphs
# earns: nn_output error error_term del_w
# told: wrong hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

һ = np.dot(x, w)
h = 0.7
nn_output = 1 / (1 + np.exp(-һ))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
