# tries: to hand in the same weights for every seed, worked out with a pencil
# from: I1
# assignment: 06-train-it
# told: hardcoded missing
import numpy as np


def train_xor(seed):
    return np.array([[20.0, 20.0], [-20.0, -20.0]]), np.array([[-10.0], [30.0]]), np.array([[20.0, 20.0]]), np.array([[-30.0]])
