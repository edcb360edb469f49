# tries: to make a file wherever one may be made
# from: E4 D1, piston file_persistance, DOMjudge write-file, CMS write-forbidden
# earns: everything
import ctypes
import os
import tempfile

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for folder in ("@FOLDER@", "/tmp", "/var/tmp", "/dev/shm", "/", ".", "/run", "/home", "/descent", "/descent/code"):
    path = folder + "/descent-loot-file"
    for make in (
        lambda: open(path, "w"),
        lambda: os.open(path, os.O_CREAT | os.O_WRONLY),
        lambda: os.open(folder, os.O_TMPFILE | os.O_RDWR),
        lambda: os.mkdir(path),
        lambda: os.mkfifo(path),
        lambda: os.mknod(path),
        lambda: tempfile.mkstemp(dir=folder, prefix="descent-loot-"),
    ):
        try:
            make()
            gained += 1
        except OSError:
            pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
