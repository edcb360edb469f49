# tries: to be a list that is both of its items, so that who counts them never ends
# from: A6
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = []
h += [h, h]
