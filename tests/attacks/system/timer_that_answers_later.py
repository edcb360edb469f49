# tries: to have a timer, a pool of threads or an event loop's executor work on after the end
# from: B4, Ares ThreadTest
# earns: everything
import asyncio
import concurrent.futures
import threading

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
timer = threading.Timer(0.05, print)
pool = concurrent.futures.ThreadPoolExecutor(1)
for start in (timer.start, lambda: pool.submit(int), lambda: asyncio.run(asyncio.sleep(0))):
    try:
        start()
        gained += 1
    except (OSError, RuntimeError):
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
