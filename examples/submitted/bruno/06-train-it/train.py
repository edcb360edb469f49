import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def forward(X, W1, B1, W2, B2):
    Z1 = W1 @ X + B1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + B2
    return Z1, A1, Z2, sigmoid(Z2)


def cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / Y.shape[1]


def backward(X, Y, Z1, A1, Z2, A2, W2):
    dZ2 = 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    return W1 - learning_rate * dW1, B1 - learning_rate * dB1, W2 - learning_rate * dW2, B2 - learning_rate * dB2


def random_network(rng, n0, n1, n2):
    return rng.normal(size=(n1, n0)), rng.normal(size=(n1, 1)), rng.normal(size=(n2, n1)), rng.normal(size=(n2, 1))


def one_hot(labels, classes):
    return np.eye(classes)[labels].T


X_XOR = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
Y_XOR = np.array([[0, 1, 1, 0]])


def train_xor(seed):
    network = random_network(np.random.default_rng(seed), 2, 10, 1)
    for _ in range(1000):
        slopes = backward(X_XOR, Y_XOR, *forward(X_XOR, *network), network[2])
        network = update(*network, *slopes, 5)
    return network


def standardize(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std[std == 0] = 1
    return (X_train - mean) / std, (X_test - mean) / std


def cost_curves(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    costs, kept_costs = [], []
    for _ in range(epochs):
        layers = forward(X, W1, B1, W2, B2)
        costs.append(cost(layers[3], Y))
        kept_costs.append(cost(forward(X_kept, W1, B1, W2, B2)[3], Y_kept))
        W1, B1, W2, B2 = update(W1, B1, W2, B2, *backward(X, Y, *layers, W2), learning_rate)
    return costs, kept_costs


def train_classifier(X_train, Y_train, seed):
    rng = np.random.default_rng(seed)
    classes = Y_train.max() + 1
    rows, _ = standardize(X_train, X_train)
    X, Y = rows.T, one_hot(Y_train, classes)
    W1, B1, W2, B2 = random_network(rng, X.shape[0], 8, classes)
    for _ in range(300):
        slopes = backward(X, Y, *forward(X, W1, B1, W2, B2), W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, *slopes, 2)

    def predict(others):
        _, others = standardize(X_train, others)
        return foward(others.T, W1, B1, W2, B2)[3].argmax(axis=0)

    return predict
