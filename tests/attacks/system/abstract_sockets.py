# tries: to reach a UNIX socket that has a name and no file, and to have two of its own
# from: C8 F7
# earns: everything
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    try:
        out = socket.socket(socket.AF_UNIX, kind)
        gained += 1
        out.connect("\0@NAME@")
    except OSError:
        pass
try:
    gained += len(socket.socketpair())
except OSError:
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
