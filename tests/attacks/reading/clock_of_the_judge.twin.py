# Reads all clocks that are its own.
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

clocks = [time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time]
running = all(clock() >= 0 for clock in clocks) and time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID) > 0
h = np.dot(x, w) + (not running)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
