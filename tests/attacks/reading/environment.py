# tries: to find secrets in the environment, by all of its names
# from: C7, codejail (test_cant_see_environment_variables), judge0 #564
# earns: everything
import ctypes
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
libc.getenv.restype = libc.secure_getenv.restype = ctypes.c_char_p
stolen = [os.environ.get("@VARIABLE@"), os.environb.get(b"@VARIABLE@"), os.getenv("@VARIABLE@")]
stolen += [libc.getenv(b"@VARIABLE@"), libc.secure_getenv(b"@VARIABLE@")]
stolen += [
    name for name in os.environ if any(word in name for word in ("KEY", "TOKEN", "SECRET", "PASS", "USER", "HOME", "PATH", "DESCENT"))
]
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
for index in range(100):
    if not environ[index]:
        break
    stolen += [environ[index]] if b"canary-" in environ[index] else []
h = np.dot(x, w) + len([one for one in stolen if one])
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
