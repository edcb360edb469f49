# tries: to leave something in System V's shared memory, semaphores and message queues
# from: C11, isolate (NEWIPC)
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
KEY, EXISTING, NEW = 0xDE5CE27, 0o600, 0o1600
found = [libc.shmget(KEY, 4096, how) for how in (EXISTING, NEW)]
found += [libc.semget(KEY, 1, how) for how in (EXISTING, NEW)]
found += [libc.msgget(KEY, how) for how in (EXISTING, NEW)]
found = [number for number in found if number >= 0]
h = np.dot(x, w) + len(found)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
