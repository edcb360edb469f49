# tries: to hold up whoever asks for its size
# from: A4 B5
# stops: time
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Endless(np.ndarray):
    @property
    def size(self):
        while True:
            pass


h = np.zeros(1).view(Endless)
