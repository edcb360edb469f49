import numpy as np

X_XOR, Y_XOR = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def forward(X, W1, B1, W2, B2):
    A1 = sigmoid(W1 @ X + B1)
    return A1, sigmoid(W2 @ A1 + B2)


def descended(X, Y, network, rate):
    W1, B1, W2, B2 = network
    A1, A2 = forward(X, *network)
    dZ2 = 2 * (A2 - Y) / Y.shape[1] * A2 * (1 - A2)
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    return W1 - rate * dZ1 @ X.T, B1 - rate * dZ1.sum(1)[:, None], W2 - rate * dZ2 @ A1.T, B2 - rate * dZ2.sum(1)[:, None]


def drawn(seed, n0, n1, n2):
    rng = np.random.default_rng(seed)
    return tuple(rng.normal(size=shape) for shape in ((n1, n0), (n1, 1), (n2, n1), (n2, 1)))


def train_xor(seed):
    network = drawn(seed, 2, 4, 1)
    for _ in range(500):
        network = descended(X_XOR, Y_XOR, network, 5)
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
        network = descended(X, Y, network, learning_rate)
    return costs, kept_costs


def train_classifier(X_train, Y_train, seed):
    classes = Y_train.max() + 1
    X, Y = standardize(X_train, X_train)[0].T, np.eye(classes)[Y_train].T
    network = drawn(seed, len(X), 6, classes)
    for _ in range(200):
        network = descended(X, Y, network, 3)

    def predict(X_new):
        return forward(standardize(X_train, X_new)[1].T, *network)[1].argmax(axis=0)

    return predict
