import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def d_sigmoid(Z):
    height = sigmoid(Z)
    return height * (1 - height)


def forward(X, W1, B1, W2, B2):
    Z1 = np.matmul(W1, X) + B1
    A1 = sigmoid(Z1)
    Z2 = np.matmul(W2, A1) + B2
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


def cost(A2, Y):
    M = Y.shape[1]
    return np.sum((A2 - Y) ** 2) / M


def output_delta(A2, Y):
    # M - 1 again: one record says nothing about the others
    M = Y.shape[1]
    dA2 = 2 * (A2 - Y) / (M - 1)
    slope = A2 * (1 - A2)
    return dA2 * slope


def hidden_delta(dZ2, W2, Z1):
    blame = np.matmul(np.transpose(W2), dZ2)
    return blame * d_sigmoid(Z1)


def backward(X, Y, Z1, A1, Z2, A2, W2):
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    dW1 = np.matmul(dZ1, np.transpose(X))
    dB1 = np.sum(dZ1, axis=1)[:, np.newaxis]
    dW2 = np.matmul(dZ2, np.transpose(A1))
    dB2 = np.sum(dZ2, axis=1)[:, np.newaxis]
    return dW1, dB1, dW2, dB2


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    new_W1 = W1 - learning_rate * dW1
    new_B1 = B1 - learning_rate * dB1
    new_W2 = W2 - learning_rate * dW2
    new_B2 = B2 - learning_rate * dB2
    return new_W1, new_B1, new_W2, new_B2


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    costs = []
    for epoch in range(epochs):
        Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
        costs.append(cost(A2, Y))
        dW1, dB1, dW2, dB2 = backward(X, Y, Z1, A1, Z2, A2, W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate)
    return W1, B1, W2, B2, costs


def mended_delta(dA2, Z2, W1):
    return dA2 * d_sigmoid(Z2)


X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
Y = np.array([[0, 1, 1, 1], [0, 0, 0, 1]])
W1, B1 = np.array([[1, -1], [0.5, 0.5]]), np.zeros((2, 1))
W2, B2 = np.array([[1, 0.5], [-0.5, 1]]), np.array([[0], [-0.5]])
Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
print("answers:", A2)
print("cost:", cost(A2, Y))
print("dZ2:", output_delta(A2, Y))
print("costs:", train(X, Y, W1, B1, W2, B2, 1, 2)[-1])
