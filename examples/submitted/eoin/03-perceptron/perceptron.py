import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    if np.ndim(z) == 0:
        return 1 / (1 + np.exp(-z))
    for i in range(len(z)):
        z[i] = 1 / (1 + np.exp(-z[i]))
    return z


class Perceptron:
    """A sigmoid neuron: n inputs, one weight for each, one bias."""

    def __init__(self, n):
        self.n = n
        self.w = np.zeros(n)
        self.b = 0.0

    # ---- forward ----
    def predict(self, xs):
        z = np.zeros(len(xs))
        for m in range(len(xs)):
            z[m] = self.b
            for i in range(self.n):
                z[m] += xs[m, i] * self.w[i]
        return sigmoid(z)

    def cost(self, xs, ys):
        a = self.predict(xs)
        C = 0
        for m in range(len(xs)):
            C += (ys[m] - a[m]) ** 2
        return C / (2 * len(xs))

    # ---- backward ----
    def gradients(self, xs, ys):
        a = self.predict(xs)
        dw = np.zeros(self.n)
        db = 0
        for m in range(len(xs)):
            delta = (a[m] - ys[m]) * a[m] * (1 - a[m])
            db += delta
            for i in range(self.n):
                dw[i] += delta * xs[m, i]
        return dw / len(xs), db / len(xs)

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        del_w = np.zeros(self.n)
        for i in range(self.n):
            del_w[i] = -eta * dw[i]
        return del_w, -eta * db

    def train(self, xs, ys, eta, epochs):
        costs = np.zeros(epochs)
        for epoch in range(epochs):
            costs[epoch] = self.cost(xs, ys)
            del_w, del_b = self.updates(xs, ys, eta)
            for i in range(self.n):
                self.w[i] += del_w[i]
            self.b += del_b
        return costs
