import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    return 1 / (1 + np.exp(-z))


class Perceptron:
    """A sigmoid neuron: n inputs, one weight for each, one bias."""

    def __init__(self, n):
        self.n = n
        self.w = np.zeros(n)
        self.b = 0.0

    def predict(self, xs):
        """The outputs for the records xs, of shape (M, n): shape (M,)."""
        return sigmoid(np.dot(xs, self.w) + self.b)

    def cost(self, xs, ys):
        """The mean over the records of half the squared error, a number."""
        return np.mean((self.predict(xs) - ys) ** 2) / 2

    def gradients(self, xs, ys):
        """(dw, db): the slopes of the cost by the weights, shape (n,), and by the bias, a number."""
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a)
        # every record times its delta
        xs *= delta[:, None]
        return np.mean(xs, axis=0), np.mean(delta)

    def updates(self, xs, ys, eta):
        """(del_w, del_b): the changes of one step, to be added to the weights and to the bias."""
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db

    def train(self, xs, ys, eta, epochs):
        """Batch gradient descent: one step an epoch, on all records."""
        costs = []
        for epoch in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w += del_w
            self.b += del_b
        return costs


xs = np.array([[2., -1, 0], [1, 2, -2], [-1, 0, 1], [0, -2, -1], [3, 1, 2]])
ys = np.array([0.9, 0.2, 0.7, 0.1, 0.35])
neuron = Perceptron(3)
neuron.w, neuron.b = np.array([0.4, -0.7, 0.2]), 0.3
print("one step:", neuron.train(xs, ys, 1.5, 1), neuron.w, neuron.b)
