# tries: to learn that another process exists: its priority, its group, its limits, whether it can be signalled
# from: C5 C10, measured: Landlock before version 6 lets signals through
# earns: everything
import os
import resource

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

ways = (
    lambda one: os.getpriority(os.PRIO_PROCESS, one),
    lambda one: os.getpgid(one),
    lambda one: os.getsid(one),
    lambda one: os.sched_getscheduler(one),
    lambda one: os.sched_getaffinity(one),
    lambda one: os.kill(one, 0),
    lambda one: resource.prlimit(one, resource.RLIMIT_NOFILE),
)
stolen = []
for process in (int("@JUDGE@"), 1, 2, os.getppid()):
    for way in ways:
        try:
            stolen.append((process, way(process)))
        except OSError:
            pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
