# tries: to get at an inherited descriptor by copying, sending, splicing or seeking in it
# from: C5 C6
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(256)
stolen = []
for number in [*range(4, 64), int("@DIGITS@")]:
    calls = (
        lambda: libc.dup(number),
        lambda: libc.dup2(number, 0),
        lambda: libc.fcntl(number, 0, 0),
        lambda: libc.lseek(number, 0, 2),
        lambda: libc.sendfile(3, number, None, 1),
        lambda: libc.splice(number, None, 3, None, 1, 0),
        lambda: libc.readv(number, room, 0),
        lambda: libc.fstat(number, room),
        lambda: libc.flock(number, 4),
        lambda: libc.recvfrom(number, room, 256, 0x40, None, None),
        lambda: libc.getpeername(number, room, room),
        lambda: libc.ioctl(number, 0x541B, room),
        lambda: libc.pread(number, room, 100, 0),
        lambda: libc.fchdir(number),
    )
    stolen += [number for call in calls if call() >= 0]
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
