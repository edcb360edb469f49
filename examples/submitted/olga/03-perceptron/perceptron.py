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
        return ((ys - self.predict(xs)) ** 2).mean() / 2

    def gradients(self, xs, ys):
        a = self.predict(xs)
        delta = (ys - a) * a * (1 - a)  # this time as in 01: target minus output
        return delta @ xs / len(xs), delta.mean()

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        return eta * dw, eta * db  # ... and therefore no minus here

    def train(self, xs, ys, eta, epochs):
        costs = []
        for i in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = self.w + del_w
            self.b = self.b + del_b
        return costs
