# tries: to leave files where the next submission may find them
# from: C11 G6, piston (file_persistance), DOMjudge (fltcmp-test-write-files-between)
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

done = []
for folder in ("@FOLDER@", "/tmp", "/dev/shm"):
    for way in (
        lambda: open(f"{folder}/descent-loot-note", "a"),
        lambda: os.mkdir(f"{folder}/descent-loot-folder"),
        lambda: os.symlink("@FILE@", f"{folder}/descent-loot-link"),
        lambda: os.mkfifo(f"{folder}/descent-loot-pipe"),
        lambda: os.link("@FILE@", f"{folder}/descent-loot-twin"),
        lambda: os.stat(f"{folder}/descent-loot-note"),
    ):
        try:
            done.append(way())
        except OSError:
            pass
h = np.dot(x, w) + len(done)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
