# tries: to make memory that can be written and run, and to run machine code in it
# from: F1, DMOJ sandbox_nasm*
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
NOTHING = ctypes.c_void_p(-1).value
code = b"\xb8\x14\0\0\0\xcd\x80\xc3"  # getpid by int 0x80, and back
gained = 0
for protection in (7, 5, 4, 6):
    place = libc.mmap(None, 4096, protection, 0x22, -1, 0)
    gained += place != NOTHING
    place = libc.mmap(None, 4096, 3, 0x22, -1, 0)
    ctypes.memmove(place, code, len(code))
    if libc.mprotect(ctypes.c_void_p(place), 4096, protection) == 0:
        gained += 1
        ctypes.CFUNCTYPE(ctypes.c_int)(place)()

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
