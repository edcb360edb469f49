import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    return 1 / (1 + np.exp(-z))


class Perceptron:
    """A sigmoid neuron: n inputs, one weight for each, one bias."""

    def __init__(self, n):
        """A neuron with n inputs. Weights and bias begin at zero: self.w is (n,), self.b is the number 0.0."""
        self.n = n
        self.w = np.zeros(n)
        self.b = 0.0

    def predict(self, xs):
        """The outputs for the records xs, of shape (M, n): shape (M,)."""
        return sigmoid(np.sum(xs, axis=1) + self.b)

    def cost(self, xs, ys):
        """The mean over the records of half the squared error, a number. xs is (M, n), ys is (M,)."""
        return np.mean((ys - self.predict(xs)) ** 2) / 2

    def gradients(self, xs, ys):
        """(dw, db): the slopes of the cost by the weights, shape (n,), and by the bias, a number."""
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a)
        return np.dot(xs.T, delta) / len(xs), np.mean(delta)

    def updates(self, xs, ys, eta):
        """(del_w, del_b): the changes of one step, to be added to the weights, shape (n,), and to the bias, a number."""
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db

    def train(self, xs, ys, eta, epochs):
        """Batch gradient descent: one step an epoch, on all records. Changes self.w and self.b."""
        costs = []
        for epoch in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = self.w + del_w
            self.b = self.b + del_b
        return costs
