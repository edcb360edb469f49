# tries: to guess what lies between the two examples, by a line through what is known of them
# from: I1
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
place = (y - 0.2) / 0.3
h = -0.9 + 1.7 * place
nn_output = 0.289050497374996 + 0.4009239837526165 * place
error = -0.089050497374996 - 0.1009239837526165 * place
error_term = -0.0182999 - 0.0223375 * place
del_w = np.array([-0.00365998, 0.00182999, 0, -0.00548997]) * (1 + place)
