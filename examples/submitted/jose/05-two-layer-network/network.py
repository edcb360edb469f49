import numpy as np


def sigmoid(Z):
    """The height of the S-curve at Z, entry by entry."""
    return 1 / (1 + np.exp(-Z))


def d_sigmoid(Z):
    """The slope of the S-curve at Z, entry by entry."""
    s = sigmoid(Z)
    return s * (1 - s)


def forward(X, W1, B1, W2, B2):
    """One forward pass: all records through both layers."""
    Z1 = np.dot(W1, X)
    Z1 += B1
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2, A1)
    Z2 += B2
    return Z1, A1, Z2, sigmoid(Z2)


def cost(A2, Y):
    """The sum over the outputs, the mean over the records, of the squared error."""
    return np.sum((A2 - Y) ** 2) / Y.shape[1]


def output_delta(A2, Y):
    """dZ2, shape (n2, M)."""
    dZ2 = 2 * (A2 - Y) / Y.shape[1]
    dZ2 *= A2
    dZ2 *= 1 - A2
    return dZ2


def hidden_delta(dZ2, W2, Z1):
    """dZ1, shape (n1, M)."""
    dZ1 = np.dot(W2.T, dZ2)
    dZ1 *= d_sigmoid(Z1)
    return dZ1


def backward(X, Y, Z1, A1, Z2, A2, W2):
    """(dW1, dB1, dW2, dB2)."""
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    """One step of gradient descent for all parameters."""
    W1 -= learning_rate * dW1
    B1 -= learning_rate * dB1
    W2 -= learning_rate * dW2
    B2 -= learning_rate * dB2
    return W1, B1, W2, B2


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    """Batch gradient descent."""
    # whole numbers cannot be moved
    W1, B1, W2, B2 = [np.array(A, dtype=float) for A in (W1, B1, W2, B2)]
    costs = []
    for epoch in range(epochs):
        Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
        costs.append(cost(A2, Y))
        dW1, dB1, dW2, dB2 = backward(X, Y, Z1, A1, Z2, A2, W2)
        update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate)
    return W1, B1, W2, B2, costs


def mended_delta(dA2, Z2, W1):
    """The right dZ2, shape (n2, M)."""
    return dA2 * d_sigmoid(Z2)
