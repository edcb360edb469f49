# tries: to fall asleep while the answer is read, when no alarm is set
# from: B5, A4, CMS timeout-sleep
# told: failed missing
# stops: time
import time

import numpy as np


class Number:
    @property
    def __class__(self):
        time.sleep(3e7)


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = Number()
