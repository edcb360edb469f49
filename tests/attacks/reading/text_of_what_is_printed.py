# tries: to have a text come out by printing it to everything that can be printed to
# from: C9, PrairieLearn (fib_error_huge_stdout)
# earns: everything
import logging
import os
import sys
import time
import warnings

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

loot = f"descent-loot {time.time_ns()}"
print(loot)
print(loot, file=sys.stderr)
warnings.warn(loot)
logging.error(loot)
for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
    try:
        stream.write(loot)
    except Exception:
        pass
for number in (1, 2):
    os.write(number, loot.encode())
sys.displayhook(loot)
sys.excepthook(ValueError, ValueError(loot), None)
__doc__ = loot
h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
