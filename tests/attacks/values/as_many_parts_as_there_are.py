# tries: to return more than anybody wants: sixteen parts, each as large as it may be
# from: A6
# assignment: 05-two-layer-network
import numpy as np


def sigmoid(Z):
    return tuple(np.zeros(6000) for _ in range(16))


def d_sigmoid(Z):
    return [np.zeros((1000, 100))] * 16


def forward(X, W1, B1, W2, B2):
    return tuple([0.0] * n for n in range(16))


def cost(A2, Y):
    return np.zeros((1,) * 8 + (0,) * 24)


def output_delta(A2, Y):
    return [[0.0] * 300] * 300
