# tries: to read what the kernel says of its own process: environment, memory, descriptors, mounts, keys
# from: C5, zmievsa/autograder #39
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = b""
for name in ("environ", "cmdline", "maps", "status", "mountinfo", "stat", "net/tcp", "cgroup", "fd/@DIGITS@", "fdinfo/3", "root@FILE@"):
    for where in ("/proc/self", "/proc/thread-self", "/proc/1", f"/proc/{os.getpid()}"):
        try:
            stolen += open(f"{where}/{name}", "rb").read(100)
        except OSError:
            pass
for name in ("/proc/self/cwd", "/proc/self/exe", "/proc/self/ns/pid", "/proc/self/fd/1", "/dev/fd/@DIGITS@"):
    try:
        stolen += os.readlink(name).encode()
    except OSError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
