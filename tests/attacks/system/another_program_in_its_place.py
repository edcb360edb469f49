# tries: to become another program, by each of Python's ways
# from: E1 F, codejail test_cant_use_subprocess, Ares
# earns: everything
import os
import sys

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for program in ("/bin/sh", "/bin/true", "/usr/bin/env", sys.executable):
    for become in (os.execv, os.execvp, lambda path, words: os.execve(path, words, {"HOME": "/"})):
        try:
            become(program, [program, "-c", ""])
        except OSError:
            continue
        gained += 1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
