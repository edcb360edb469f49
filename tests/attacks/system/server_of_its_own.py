# tries: to listen for whoever comes
# from: C8, Ares NetworkTest
# earns: everything
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for address in (("127.0.0.1", 0), ("127.0.0.1", 47999)):
    try:
        socket.create_server(address)
        gained += 1
    except OSError:
        pass
try:
    own = socket.socket(socket.AF_UNIX)
    own.bind("@FOLDER@/descent-loot-socket")
    gained += 1
except OSError:
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
