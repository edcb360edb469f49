# tries: to ignore the kernel's word that the CPU time is used up, too
# from: B5, codejail, CMS timeout-cputime
# told: failed
# stops: time
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

if signal.signal(signal.SIGALRM, signal.SIG_IGN) and signal.signal(signal.SIGXCPU, signal.SIG_IGN) is not None:
    while True:
        pass

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
