# tries: to have so many empty rows that their number fits in no message
# from: A7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.zeros((2**40, 0))
nn_output = np.zeros((0, 2**62))
error = np.zeros((2**31, 0, 2**31))
