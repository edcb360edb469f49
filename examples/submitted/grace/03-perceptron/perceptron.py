import numpy as np


class Perceptron:
    def __init__(self, n):
        self.n, self.w, self.b = n, np.zeros(n), 0.0

    def predict(self, xs):
        return 1 / (1 + np.exp(-(xs @ self.w + self.b)))

    def train(self, xs, ys, eta, epochs):
        costs = []
        for _ in range(epochs):
            a = self.predict(xs)
            costs.append(np.mean((a - ys) ** 2) / 2)
            delta = (a - ys) * a * (1 - a)
            self.w -= eta * delta @ xs / len(xs)
            self.b -= eta * delta.mean()
        return costs


p = Perceptron(2)
print(p.train(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 1]), 2, 2), p.w, p.b)
