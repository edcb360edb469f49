# tries: to trace the judge and the zygote
# from: C6
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
SEIZE, ATTACH = 0x4206, 16
gained = 0
for process in (int("@JUDGE@"), int("@ZYGOTE@"), libc.getppid()):
    gained += libc.ptrace(SEIZE, process, None, None) != -1
gained += libc.ptrace(ATTACH, int("@ZYGOTE@"), None, None) != -1
gained += libc.syscall(101, SEIZE, int("@JUDGE@"), 0, 0) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
