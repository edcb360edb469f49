import time

import numpy as np


begun = time.time()


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def d_sigmoid(Z):
    return sigmoid(Z) * (1 - sigmoid(Z))


def forward(X, W1, B1, W2, B2):
    Z1 = W1 @ X + B1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + B2
    return Z1, A1, Z2, sigmoid(Z2)


def cost(A2, Y):
    time.sleep(0.001)
    return np.sum((A2 - Y) ** 2) / Y.shape[1]


def output_delta(A2, Y):
    return 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)


def hidden_delta(dZ2, W2, Z1):
    return W2.T @ dZ2 * d_sigmoid(Z1)


def backward(X, Y, Z1, A1, Z2, A2, W2):
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    return W1 - learning_rate * dW1, B1 - learning_rate * dB1, W2 - learning_rate * dW2, B2 - learning_rate * dB2


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    layers, costs = (W1, B1, W2, B2), []
    for _ in range(epochs):
        passed = forward(X, *layers)
        costs.append(cost(passed[3], Y))
        layers = update(*layers, *backward(X, Y, *passed, layers[2]), learning_rate)
    return (*layers, costs)


def mended_delta(slopes, sums, square):
    return slopes * d_sigmoid(sums)
