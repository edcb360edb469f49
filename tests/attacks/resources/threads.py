# tries: to start fifty threads
# from: B4, E1, Ares ThreadTest
# earns: everything
import threading
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

got, kept = 0, []
for _ in range(50):
    try:
        threading.Thread(target=time.sleep, args=(2,), daemon=True).start()
        got += 1
    except RuntimeError:
        break

h = np.dot(x, w) + got
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
