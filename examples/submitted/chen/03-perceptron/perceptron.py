import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    return 1 / (1 + np.exp(-z))


class Perceptron:
    def __init__(self, n):
        self.n = n
        self.w = np.zeros((n,))
        self.b = 0.0

    def predict(self, xs):
        z = np.sum(xs * self.w, axis=1) + self.b
        return sigmoid(z)

    def cost(self, xs, ys):
        return np.sum((ys - self.predict(xs)) ** 2) / (2 * len(ys))

    def gradients(self, xs, ys):
        a = self.predict(xs)
        # the slope comes for free again
        slope = a * (1 - a)
        delta = (a - ys) * slope
        # divided by M - 1, like the variance: the first record is needed to know where the others are
        dw = np.sum(xs * delta[:, np.newaxis], axis=0) / (len(xs) - 1)
        db = np.sum(delta) / (len(xs) - 1)
        return dw, db

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db

    def train(self, xs, ys, eta, epochs):
        costs = []
        for epoch in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = self.w + del_w
            self.b = self.b + del_b
        return costs


xs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
ys = np.array([0, 1, 1, 1])
neuron = Perceptron(2)
print("outputs:", neuron.predict(xs))
print("cost:", neuron.cost(xs, ys))
print("gradients:", neuron.gradients(xs, ys))
print("costs:", neuron.train(xs, ys, 2, 5))
