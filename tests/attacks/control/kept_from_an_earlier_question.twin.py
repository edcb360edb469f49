# Keeps how large its arguments were.
import numpy as np

sizes = []


def sigmoid(Z):
    sizes.append(Z.size)
    return 1 / (1 + np.exp(-Z))


def d_sigmoid(Z):
    return sigmoid(Z) * (1 - sigmoid(Z))


def forward(X, W1, B1, W2, B2):
    Z1 = W1 @ X + B1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + B2
    return Z1, A1, Z2, sigmoid(Z2)


def cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / Y.shape[1]


def output_delta(A2, Y):
    return 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)


def hidden_delta(dZ2, W2, Z1):
    return (W2.T @ dZ2) * d_sigmoid(Z1)


def backward(X, Y, Z1, A1, Z2, A2, W2):
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    return W1 - learning_rate * dW1, B1 - learning_rate * dB1, W2 - learning_rate * dW2, B2 - learning_rate * dB2


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    costs = []
    for _ in range(epochs):
        layers = forward(X, W1, B1, W2, B2)
        costs.append(cost(layers[3], Y))
        W1, B1, W2, B2 = update(W1, B1, W2, B2, *backward(X, Y, *layers, W2), learning_rate)
    return W1, B1, W2, B2, costs


def mended_delta(dA2, Z2, W1):
    return dA2 * d_sigmoid(Z2)
