# tries: to meet a neighbour at an abstract socket, or to listen at one for the next submission
# from: C11 F7, measured: Landlock before version 6 lets it through
# earns: everything
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

met = []
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    for name in ("\0@NAME@", "\0descent-loot", "@FOLDER@/descent-loot-socket"):
        for use in ("connect", "bind"):
            try:
                one = socket.socket(socket.AF_UNIX, kind)
                getattr(one, use)(name)
                met.append(one)
            except OSError:
                pass
h = np.dot(x, w) + len(met)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
