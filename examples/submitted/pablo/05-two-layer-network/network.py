import numpy as np


def sigmoid(Z):
    """The height of the S-curve at Z, entry by entry."""
    return 1 / (1 + np.exp(-Z))


def d_sigmoid(Z):
    """The slope of the S-curve at Z, entry by entry."""
    return sigmoid(Z) * (1 - sigmoid(Z))


def forward(X, W1, B1, W2, B2):
    """One forward pass: all records through both layers."""
    Z1 = W1 @ X + B1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + B2
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


def cost(A2, Y):
    """The cost: the sum over the outputs, the mean over the records, of the squared error."""
    return np.mean((A2 - Y) ** 2)


def output_delta(A2, Y):
    """The slope of the cost by the weighted sums of the outputs."""
    return 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)


def hidden_delta(dZ2, W2, Z1):
    """The slope of the cost by the weighted sums of the hidden units."""
    return W2.T @ dZ2


def backward(X, Y, Z1, A1, Z2, A2, W2):
    """The gradient of the cost by all weights and biases."""
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    return dZ1 @ X.T, np.sum(dZ1, axis=1, keepdims=True), dZ2 @ A1.T, np.sum(dZ2, axis=1, keepdims=True)


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """One step of gradient descent for all parameters."""
    return W1 - learning_rate * dW1, B1 - learning_rate * dB1, W2 - learning_rate * dW2, B2 - learning_rate * dB2


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    """Batch gradient descent."""
    costs = []
    for epoch in range(epochs):
        Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
        costs.append(cost(A2, Y))
        dW1, dB1, dW2, dB2 = backward(X, Y, Z1, A1, Z2, A2, W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate)
    return W1, B1, W2, B2, costs


def mended_delta(dA2, Z2, W1):
    """The right dZ2, shape (n2, M)."""
    return dA2 * d_sigmoid(Z2)
