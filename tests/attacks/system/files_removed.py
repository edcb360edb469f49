# tries: to remove files and folders: those that it names are not there, which only who may remove is told
# from: D9, CMS delete-write-input
# earns: everything
import ctypes
import errno
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
gained = 0
for way in (os.unlink, os.remove, os.rmdir, os.removedirs):
    try:
        way("@FOLDER@/descent-none")
        gained += 1
    except OSError as error:
        gained += error.errno != errno.EPERM
for call in ((87, b"@FOLDER@/descent-none"), (84, b"@FOLDER@/descent-none"), (263, -100, b"@FOLDER@/descent-none", 0)):
    gained += libc.syscall(*call) != -1 or ctypes.get_errno() != errno.EPERM

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
