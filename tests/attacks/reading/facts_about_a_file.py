# tries: to learn of a file without opening it: that it is there, its size, its time, its neighbours
# from: C3 F7, measured: Landlock does not stop stat
# earns: everything
import ctypes
import glob
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

ways = (
    lambda: os.stat("@FILE@").st_size,
    lambda: os.lstat("@FILE@").st_mtime_ns,
    lambda: os.access("@FILE@", os.R_OK) or os.stat("@FILE@"),
    lambda: os.listdir("@FOLDER@"),
    lambda: os.scandir("/"),
    lambda: os.readlink("/proc/self/exe"),
    lambda: os.statvfs("@FOLDER@"),
    lambda: os.listxattr("@FILE@"),
    lambda: os.getcwd(),
    lambda: os.chdir("@FOLDER@"),
    lambda: glob.glob("@FOLDER@/*")[0],
)
stolen = []
for way in ways:
    try:
        stolen.append(way())
    except (OSError, IndexError, NameError):
        pass
room = ctypes.create_string_buffer(256)
for number, arguments in (
    (4, (b"@FILE@", room)),
    (262, (-100, b"@FILE@", room, 0)),
    (332, (-100, b"@FILE@", 0, 0xFFF, room)),
    (21, (b"@FILE@", 0)),
):
    if ctypes.CDLL(None).syscall(number, *arguments) >= 0:
        stolen.append(number)
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
