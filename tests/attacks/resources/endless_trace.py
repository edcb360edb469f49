# tries: to loop for ever in a trace of whatever our own code calls next
# from: B5, B8
# stops: time
import sys

import numpy as np


def watch(frame, event, argument):
    while frame.f_code.co_name == "answers":
        pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

sys.setprofile(watch)

h = None
