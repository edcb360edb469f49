# tries: to print the traceback of a deep recursion again and again
# from: E5, E7
# earns: everything
import traceback

import numpy as np


def down(depth):
    return down(depth + 1)


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

printed = 0
try:
    while printed < 50:
        try:
            down(0)
        except RecursionError as error:
            print("".join(traceback.format_exception(error)) * 100)
            printed += 1
except BaseException:
    pass

h = np.dot(x, w) + (printed > 20)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
