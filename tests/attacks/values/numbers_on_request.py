# tries: to hand out numbers one at a time, for ever
# from: A4 A6
# told: wrong
import itertools

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


def answers():
    while True:
        yield 0.8


h = answers()
nn_output = itertools.count()
error = map(float, itertools.repeat(1))
error_term = range(10**18)
del_w = zip(x, x, x, x)
