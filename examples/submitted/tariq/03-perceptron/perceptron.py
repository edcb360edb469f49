import numpy as np

sigmoid = lambda z: 1 / (1 + np.exp(-z))


class Perceptron:
    def __init__(self, n):
        self.n = n
        self.start()

    def start(self):
        self.w, self.b = np.zeros(self.n), 0.0

    def predict(self, xs): return sigmoid(xs @ self.w + self.b)
    def cost(self, xs, ys): return np.mean((ys - self.predict(xs)) ** 2) / 2

    def gradients(self, xs, ys):
        a = self.predict(xs)
        d = (a - ys) * a * (1 - a) / len(xs)
        return d @ xs, d.sum()

    def updates(self, xs, ys, eta): return [-eta * g for g in self.gradients(xs, ys)]

    def train(self, xs, ys, eta, epochs):
        self.start()
        costs = []
        for _ in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w, self.b = self.w + del_w, self.b + del_b
        return costs
