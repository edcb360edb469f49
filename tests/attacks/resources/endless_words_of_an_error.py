# tries: to loop for ever when our code asks an exception what it says
# from: B5, C9, Ares MaliciousException
# stops: time
import numpy as np


class Words(Exception):
    def __str__(self):
        while True:
            pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

raise Words

h = None
