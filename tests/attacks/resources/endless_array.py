# tries: to loop for ever while a list of answers is made an array
# from: B5, A3
# told: failed missing
# stops: time
import numpy as np


class Number:
    def __array__(self, *_, **__):
        while True:
            pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = [Number()]
