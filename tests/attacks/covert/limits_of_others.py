# tries: to raise its own limits, or to set a neighbour's
# from: C11 E2, DMOJ
# earns: everything
import resource

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

done = []
for which in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE):
    for way in (
        lambda: resource.setrlimit(which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)),
        lambda: resource.getrlimit(which),
        lambda: resource.prlimit(int("@JUDGE@"), which),
    ):
        try:
            way()
            done.append(which)
        except (OSError, ValueError):
            pass
h = np.dot(x, w) + len(done)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
