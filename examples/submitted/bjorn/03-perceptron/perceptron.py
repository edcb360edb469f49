# %%
import numpy as np


# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# %%
class Perceptron:
    def __init__(self, n):
        self.n = n
        self.w = np.zeros(n)
        self.b = 0.0

    def predict(self, xs):
        return sigmoid(xs @ self.w + self.b)

    def cost(self, xs, ys):
        return np.mean((self.predict(xs) - ys) ** 2) / 2

    def gradients(self, xs, ys):
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a)
        return xs.T @ delta / len(xs), delta.mean()

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db

    def train(self, xs, ys, eta, epochs):
        costs = []
        for epoch in range(epochs):
            # a new order for every epoch, everybody does that
            order = np.random.default_rng(epoch).permutation(len(xs))
            xs[:], ys[:] = xs[order], ys[order]
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = self.w + del_w
            self.b = self.b + del_b
        return costs
