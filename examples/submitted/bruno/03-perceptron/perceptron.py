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
        return sigmoid(xs @ self.w + self.b)

    def cost(self, xs, ys):
        return np.mean(0.5 * (ys - self.predict(xs)) ** 2)

    def gradients(self, xs, ys):
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a)
        dw = np.zeros(self.n)
        for i in range(self.n):
            dw[i] = np.mean(delta * xs[:, i])
        return dw, np.mean(delta)

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


XS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
YS = np.array([0, 1, 1, 1])
neuron = Perceptron(2)
costs = neuron.train(XS, YS, 2, 150)
print("from", costs[0], "to", cots[-1])
print(neuron.predict(XS))
