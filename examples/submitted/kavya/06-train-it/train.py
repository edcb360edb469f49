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
    rng = np.random.default_rng(seed)
    W1, B1, W2, B2 = random_network(rng, 2, 8, 1)
    for _ in range(1000):
        slopes = backward(X_XOR, Y_XOR, *forward(X_XOR, W1, B1, W2, B2), W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, *slopes, 5)
    return W1, B1, W2, B2


def standardize_table(X):
    """One table: mean 0 and deviation 1 in every column."""
    mean = X.mean(axis=0)
    deviation = X.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (X - mean) / deviation


def standardize(X_train, X_test):
    """Both tables."""
    return standardize_table(X_train), standardize_table(X_test)


def cost_curves(X, Y, X_kept, Y_kept, W1, B1, W2, B2, learning_rate, epochs):
    """(costs, kept_costs)."""
    costs, kept_costs = [], []
    for epoch in range(epochs):
        Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
        dW1, dB1, dW2, dB2 = backward(X, Y, Z1, A1, Z2, A2, W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate)
        costs.append(cost(forward(X, W1, B1, W2, B2)[3], Y))
        kept_costs.append(cost(forward(X_kept, W1, B1, W2, B2)[3], Y_kept))
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
        return forward(others.T, W1, B1, W2, B2)[3].argmax(axis=0)

    return predict


# ------------------------------------------------------------------
# two clouds of points, to make sure
# ------------------------------------------------------------------
rng = np.random.default_rng(5)
clouds = np.concatenate([rng.normal(0, 1, size=(20, 2)), rng.normal(4, 1, size=(20, 2))])
kinds = np.repeat([0, 1], 20)
predict = train_classifier(clouds, kinds, 1)
print("right:", np.mean(predict(clouds) == kinds))
