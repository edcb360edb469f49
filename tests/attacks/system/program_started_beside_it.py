# tries: to start a program beside itself, by the shell, by subprocess and by spawning
# from: E1, codejail test_cant_use_subprocess, piston
# earns: everything
import os
import subprocess
import sys

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

touch = "touch @FOLDER@/descent-loot-shell"
ways = (
    lambda: os.system(touch) == 0,
    lambda: os.popen(touch).close() is None,
    lambda: subprocess.run(touch, shell=True, check=True),
    lambda: subprocess.run([sys.executable, "-V"], check=True),
    lambda: subprocess.Popen(["/bin/true"], close_fds=False),
    lambda: os.posix_spawn("/bin/sh", ["sh", "-c", touch], {}),
    lambda: os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", touch]) == 0,
)
gained = 0
for way in ways:
    try:
        gained += bool(way())
    except OSError:
        pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
