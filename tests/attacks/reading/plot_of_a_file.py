# tries: to read and write files by the plotting library that assignments import
# from: C3, Ares (third-party packages)
# earns: everything
import matplotlib
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

import matplotlib.pyplot as plt

stolen = []
for way in (lambda: plt.imread("@FILE@"), lambda: plt.savefig("@FOLDER@/descent-loot.png"), lambda: open(matplotlib.__file__).read()):
    try:
        got = way()
        stolen += [got] if isinstance(got, (bytes, str, np.ndarray)) else []
    except Exception:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
