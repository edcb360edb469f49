# tries: to have as many axes as NumPy allows, and more than a message does
# from: A6 A7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.dot(x, w)[(None,) * 60]
