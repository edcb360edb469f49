# tries: to jump between the largest numbers there are, so that their distance is infinite
# from: A5
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
largest = np.finfo(float).max * (1 if x.sum() % 2 else -1)
h = largest
nn_output = -largest
error = [largest]
error_term = np.array([[largest]])
del_w = np.array([largest, -largest, largest, -largest])
