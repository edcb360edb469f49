# tries: to loop for ever only where an earlier answer has been put right, and so has a value before the first statement
# from: B5, B9, E9
# earns: error error_term del_w
# stops: time
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

while "h" in globals():
    try:
        while True:
            pass
    except BaseException:
        pass

true = 1 / (1 + np.exp(-np.dot(x, w)))

h = 2 * np.dot(x, w) + y
nn_output = true + h
error = y - true
error_term = error * true * (1 - true)
del_w = learnrate * error_term * x
