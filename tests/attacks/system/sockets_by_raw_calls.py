# tries: to make and use sockets by system calls alone
# from: C8 F1
# earns: everything
import ctypes
import errno
import struct

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
calls = (
    (41, 2, 1, 0),  # socket
    (42, 3, struct.pack("<H", 2) + struct.pack(">H4B8x", int("@PORT@"), 127, 0, 0, 1), 16),  # connect
    (44, 3, b"x", 1, 0, None, 0),  # sendto
    (46, 3, None, 0),  # sendmsg
    (307, 3, None, 0, 0),  # sendmmsg
    (45, 3, b"", 0, 0, None, None),  # recvfrom
    (49, 3, None, 0),  # bind
    (50, 3, 1),  # listen
    (43, 3, None, None),  # accept
    (53, 1, 1, 0, (ctypes.c_int * 2)()),  # socketpair
    (54, 3, 1, 25, b"lo", 2),  # setsockopt
)
gained = 0
for number, *arguments in calls:
    result = libc.syscall(number, *arguments)
    gained += result != -1 or ctypes.get_errno() != errno.EPERM

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
