# tries: to go through the folders of the machine, and to stand in another
# from: C3, codejail test_find_other_sandboxes
# earns: everything
import ctypes
import ctypes
import os
import pathlib

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for folder in ("/", ".", "..", "@FOLDER@", "/home", "/root", "/proc", "/sys", "/descent/code"):
    for way in (os.listdir, os.scandir, os.chdir, os.statvfs, lambda path: next(pathlib.Path(path).iterdir())):
        try:
            way(folder)
            gained += 1
        except (OSError, StopIteration):
            pass
room = ctypes.create_string_buffer(1000)
for descriptor in range(8):
    gained += ctypes.CDLL(None).syscall(217, descriptor, room, 1000) != -1  # getdents64

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
