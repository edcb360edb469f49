# tries: to mix all kinds of line ends, so that readers count the lines differently and one of them hides code
# from: E8, C9
# earns: nn_output error error_term del_w
# told: hardcoded wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)  # as it should beh = 0.7
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
