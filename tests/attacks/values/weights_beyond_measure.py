# tries: to break the measure by weights that are endless, empty or of other shapes
# from: A5 A6 A8
# assignment: 06-train-it
# told: wrong missing
import numpy as np


def train_xor(seed):
    far = (np.inf, np.nan, 1.7e308, -np.inf, 5e-324)[seed % 5]
    if seed % 3 == 0:
        return np.zeros((0, 2)), np.zeros((0, 1)), np.zeros((1, 0)), np.full((1, 1), far)
    if seed % 3 == 1:
        return np.full((2, 2), far), np.full((2, 1), -far), np.full((1, 2), far), np.zeros((1, 1))
    return np.full((3000, 2), far), np.full((3000, 1), far), np.full((1, 3000), far), np.full((1, 1), seed)
