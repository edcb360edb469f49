# tries: to leave behind a process of its own session that waits for the next submission
# from: B4, DOMjudge stress-test-fork-setsid
# earns: everything
import os
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1)
            os.close(os.open("@FOLDER@/descent-loot-daemon", os.O_CREAT | os.O_WRONLY))
        os._exit(0)
    gained = 1
except OSError:
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
