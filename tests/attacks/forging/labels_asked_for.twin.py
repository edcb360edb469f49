# Trains a network, and asks for nothing.
import numpy as np


def run(X, W1, B1, W2, B2):
    A1 = 1 / (1 + np.exp(-(W1 @ X + B1)))
    return A1, 1 / (1 + np.exp(-(W2 @ A1 + B2)))


def moved(X, Y, W1, B1, W2, B2, rate):
    A1, A2 = run(X, W1, B1, W2, B2)
    d2 = 2 * (A2 - Y) / X.shape[1] * A2 * (1 - A2)
    d1 = W2.T @ d2 * A1 * (1 - A1)
    slopes = d1 @ X.T, d1.sum(axis=1, keepdims=True), d2 @ A1.T, d2.sum(axis=1, keepdims=True)
    return [value - rate * slope for value, slope in zip((W1, B1, W2, B2), slopes)]


def trained(X, Y, seed, hidden, rate, epochs):
    rng = np.random.default_rng(seed)
    shapes = (hidden, len(X)), (hidden, 1), (len(Y), hidden), (len(Y), 1)
    network = [rng.normal(size=shape) for shape in shapes]
    for _ in range(epochs):
        network = moved(X, Y, *network, rate)
    return network


def train_xor(seed):
    return tuple(trained(np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]]), seed, 6, 5, 600))


def standardize(X_train, X_test):
    deviation = X_train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (X_train - X_train.mean(axis=0)) / deviation, (X_test - X_train.mean(axis=0)) / deviation


def cost_curves(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    network, costs = (W1, B1, W2, B2), []
    for _ in range(epochs):
        pairs = (X, Y), (X_kept, Y_kept)
        costs.append([np.sum((run(inputs, *network)[1] - targets) ** 2) / inputs.shape[1] for inputs, targets in pairs])
        network = moved(X, Y, *network, learning_rate)
    return [own for own, _ in costs], [kept for _, kept in costs]


def train_classifier(X_train, Y_train, seed):
    network = trained(standardize(X_train, X_train)[0].T, np.eye(Y_train.max() + 1)[Y_train].T, seed, 6, 3, 200)
    return lambda X: run(standardize(X_train, X)[1].T, *network)[1].argmax(axis=0)
