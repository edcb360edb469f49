import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Perceptron:
    def __init__(self, n):
        self.n, self.w, self.b = n, np.zeros(n), 0.0

    def predict(self, xs):
        return sigmoid(xs @ self.w + self.b)

    def cost(self, xs, ys):
        return np.mean((ys - self.predict(xs)) ** 2) / 2

    def gradients(self, xs, ys):
        a = self.predict(xs)
        delta = (a - ys) * a * (1 - a) / len(xs)
        return delta @ xs, delta.sum()

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        return -eta * dw, -eta * db

    def train(self, xs, ys, eta, epochs):
        costs = []
        for _ in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w, self.b = self.w + del_w, self.b + del_b
        return costs
