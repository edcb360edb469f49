# tries: to raise whenever anybody asks what it is
# from: A4
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Shy(list):
    @property
    def __class__(self):
        raise KeyboardInterrupt

    __len__ = __iter__ = __getitem__ = __array__ = __class__.fget


h = Shy()
