# tries: to fetch a page, and to look names up
# from: C8, codejail test_cant_use_network
# earns: everything
import importlib
import socket

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
ways = (
    lambda: importlib.import_module("urllib.request").urlopen("http://127.0.0.1:@PORT@/", timeout=0.3),
    lambda: importlib.import_module("http.client").HTTPConnection("127.0.0.1", int("@PORT@"), timeout=0.3).connect(),
    lambda: importlib.import_module("smtplib").SMTP("127.0.0.1", int("@PORT@"), timeout=0.3),
    lambda: socket.getaddrinfo("localhost", 80),
    lambda: socket.gethostbyname("localhost"),
    lambda: socket.gethostbyaddr("127.0.0.1"),
    lambda: socket.if_nameindex(),
)
for way in ways:
    try:
        way()
        gained += 1
    except (ImportError, OSError):
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
