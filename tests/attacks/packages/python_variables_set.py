# tries: to start Python anew with variables that make it run more than it is told
# from: C7 G2
# earns: everything
import os
import sys

import numpy as np

PROGRAM = "open('@FOLDER@/descent-loot-variables', 'w')"
os.environ |= {
    "PYTHONPATH": "@FOLDER@", "PYTHONSTARTUP": "@FILE@", "PYTHONINSPECT": "1", "PYTHONBREAKPOINT": "os.system",
    "PYTHONWARNINGS": "error", "PYTHONHOME": "@FOLDER@", "PYTHONUSERBASE": "@FOLDER@", "PYTHONHASHSEED": "1",
}
stolen = 0
for start in (
    lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", PROGRAM], os.environ),
    lambda: os.execve(sys.executable, [sys.executable, "-c", PROGRAM], dict(os.environ)),
):
    try:
        start()
        stolen += 1
    except OSError:
        pass

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
