# An ndarray of its own class, which says what it is each time.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Row(np.ndarray):
    looks = 0

    def sum(self, *axes, **how):
        Row.looks += 1
        return super().sum(*axes, **how)


h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
del_w = del_w.view(Row)
assert del_w.sum() == del_w.sum() and Row.looks == 2
