# tries: to start a thread by clone and by pthread_create, in the same memory
# from: B4 F1
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
stack = ctypes.create_string_buffer(1 << 16)
top = ctypes.c_void_p(ctypes.addressof(stack) + (1 << 16) - 64)
thread = ctypes.c_ulong()
VM, FILES, THREAD, SIGHAND = 0x100, 0x400, 0x10000, 0x800
gained = 0
gained += libc.clone(libc._exit, top, VM, None) != -1
gained += libc.clone(libc._exit, top, VM | FILES | SIGHAND | THREAD, None) != -1
gained += libc.pthread_create(ctypes.byref(thread), None, libc._exit, None) == 0

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
