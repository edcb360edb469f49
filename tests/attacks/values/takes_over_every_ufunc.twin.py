# Counts the ufuncs that it passes through, and lets them do their work.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Counted(np.ndarray):
    count = 0

    def __array_ufunc__(self, ufunc, method, *inputs, **how):
        Counted.count += 1
        return getattr(ufunc, method)(*(np.asarray(one) for one in inputs), **how)


x = x.view(Counted)
h = (x * w).sum()
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
