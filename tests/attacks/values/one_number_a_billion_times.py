# tries: to be as large as fits in no memory, while it is eight bytes
# from: A7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.broadcast_to(0.8, (10**9,))
nn_output = np.broadcast_to(0.7, (2**20, 2**20))
error = np.lib.stride_tricks.as_strided(np.zeros(1), (2**40,), (0,))
error_term = [np.broadcast_to(0.7, (2**33,))]
del_w = np.broadcast_to(np.zeros((1, 4)), (2**35, 4))
