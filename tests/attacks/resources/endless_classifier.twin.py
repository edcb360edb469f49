# Returns from its training a function that answers.
import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def forward(X, W1, B1, W2, B2):
    A1 = sigmoid(W1 @ X + B1)
    return A1, sigmoid(W2 @ A1 + B2)


def better(X, Y, W1, B1, W2, B2, rate):
    A1, A2 = forward(X, W1, B1, W2, B2)
    dZ2 = 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    return (
        W1 - rate * dZ1 @ X.T, B1 - rate * dZ1.sum(axis=1, keepdims=True),
        W2 - rate * dZ2 @ A1.T, B2 - rate * dZ2.sum(axis=1, keepdims=True),
    )


def train_xor(seed):
    X, Y = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])
    rng = np.random.default_rng(seed)
    network = rng.normal(size=(4, 2)), rng.normal(size=(4, 1)), rng.normal(size=(1, 4)), rng.normal(size=(1, 1))
    for _ in range(500):
        network = better(X, Y, *network, 5)
    return network


def standardize(X_train, X_test):
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (X_train - mean) / deviation, (X_test - mean) / deviation


def cost_curves(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    network, costs, kept_costs = (W1, B1, W2, B2), [], []
    for _ in range(epochs):
        costs.append(np.sum((forward(X, *network)[1] - Y) ** 2) / Y.shape[1])
        kept_costs.append(np.sum((forward(X_kept, *network)[1] - Y_kept) ** 2) / Y_kept.shape[1])
        network = better(X, Y, *network, learning_rate)
    return costs, kept_costs


def train_classifier(X_train, Y_train, seed):
    rows = standardize(X_train, X_train)[0]

    def predict(X):
        distances = ((standardize(X_train, X)[1][:, None] - rows) ** 2).sum(axis=2)
        return Y_train[distances.argmin(axis=1)]

    return predict
