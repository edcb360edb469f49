# tries: to connect to the judge's machine by TCP and to tell what it was given
# from: C8, piston network, DOMjudge test-network
# earns: everything
import ctypes
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for family, address in ((socket.AF_INET, ("127.0.0.1", int("@PORT@"))), (socket.AF_INET6, ("::1", int("@PORT@")))):
    try:
        with socket.socket(family) as out:
            out.settimeout(0.3)
            gained += 1
            out.connect(address)
            out.send(repr(x).encode())
    except OSError:
        pass
try:
    socket.create_connection(("localhost", int("@PORT@")), 0.3)
    gained += 1
except OSError:
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
