# Compiles a line of its own, and calls what it defines.
import numpy as np

exec(compile("\n" * 100 + "def gap(a, b):\n    return a - b\n", "<my own>", "exec"))


def errors(y, y_hat):
    return gap(y, y_hat)


def mse(y, y_hat):
    return np.mean(errors(y, y_hat) ** 2)


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
