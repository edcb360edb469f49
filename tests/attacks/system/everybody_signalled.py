# tries: to reach everybody whom it may signal, and its own group
# from: B6, facts 3: kill(-1) as another's user
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for process in (-1, 0, 1, 2, 3, -int("@ZYGOTE@"), -int("@JUDGE@")):
    try:
        os.kill(process, 0)
        gained += 1
    except OSError:
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
