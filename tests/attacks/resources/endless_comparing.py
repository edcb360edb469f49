# tries: to put an endless loop into the NumPy function by which our code compares
# from: B5, B7
# stops: time
import numpy as np


def compare(*_, **__):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

np.array_equal = np.asarray = compare

h = np.ones(4)
