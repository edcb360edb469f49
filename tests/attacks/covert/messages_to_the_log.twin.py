# Keeps a log of its own.
import logging

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

kept = []
handler = logging.Handler()
handler.emit = kept.append
logger = logging.getLogger("descent")
logger.addHandler(handler)
logger.error("the weight is large")
h = np.dot(x, w) + len(kept) - 1
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
