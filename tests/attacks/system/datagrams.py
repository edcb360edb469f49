# tries: to send a datagram to the judge's machine
# from: C8 F7: Landlock does not stop UDP
# earns: everything
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for kind in (socket.SOCK_DGRAM, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK):
    try:
        out = socket.socket(socket.AF_INET, kind)
        gained += 1
        out.sendto(repr(w).encode(), ("127.0.0.1", int("@PORT@")))
    except OSError:
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
