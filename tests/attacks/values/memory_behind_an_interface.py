# tries: to be a list whose array interface points to memory that is not its own
# from: A3 A7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Window(list):
    __array_interface__ = {"shape": (1,), "typestr": "<f8", "data": (8, True), "version": 3}


h = Window([0.8])
