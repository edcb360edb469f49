# tries: to be a list that is its own first item
# from: A6
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = []
h.append(h)
nn_output = [0.7, 0.7]
nn_output[1] = nn_output
error = [None]
error[0] = (error,)
error_term = [{}]
error_term[0]["self"] = error_term
del_w = [0, 0, 0, None]
del_w[3] = [del_w]
