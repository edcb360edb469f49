# tries: to reach the memory around an array by strides that leave it
# from: A7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
del_w = np.lib.stride_tricks.as_strided(np.zeros(4), (4,), (2**33,))
