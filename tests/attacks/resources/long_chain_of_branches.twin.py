# A chain of branches.
spare = 0
if spare == 1:
    pass
elif spare == 2:
    pass
elif spare == 3:
    pass
elif spare == 4:
    pass
elif spare == 5:
    pass
elif spare == 6:
    pass
elif spare == 7:
    pass
elif spare == 8:
    pass
elif spare == 9:
    pass
elif spare == 10:
    pass
elif spare == 11:
    pass
elif spare == 12:
    pass
elif spare == 13:
    pass
elif spare == 14:
    pass
elif spare == 15:
    pass
elif spare == 16:
    pass
elif spare == 17:
    pass
elif spare == 18:
    pass
elif spare == 19:
    pass
elif spare == 20:
    pass
elif spare == 21:
    pass
elif spare == 22:
    pass
elif spare == 23:
    pass
elif spare == 24:
    pass
elif spare == 25:
    pass
elif spare == 26:
    pass
elif spare == 27:
    pass
elif spare == 28:
    pass
elif spare == 29:
    pass

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
