# tries: to answer with records whose fields are numbers, texts and objects
# from: A7
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
kind = np.dtype([("value", "f8"), ("note", "U4"), ("more", "O")])
h = np.array((0.8, "0.8", 0.8), dtype=kind)
nn_output = np.rec.array([(0.69, "0.69", None)], dtype=kind)
error = np.zeros((), dtype=[])
error_term = np.zeros(1, dtype=[("a", "f8", (3, 3))])
del_w = np.recarray((4,), dtype=[("del_w", "f8")])
