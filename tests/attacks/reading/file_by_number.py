# tries: to open a file by the operating system's own calls, and to read it by its number
# from: C3, DMOJ
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = b""
for how in (os.O_RDONLY, os.O_RDWR, os.O_RDONLY | os.O_DIRECTORY, os.O_PATH):
    for path in ("@FILE@", "@FOLDER@/../@FILE@", "//@FILE@", "/proc/self/root@FILE@"):
        try:
            number = os.open(path, how)
            stolen += b"opened"
            stolen += os.read(number, 100)
        except OSError:
            pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
