# Looks at how its own function was called.
import sys

import numpy as np


def called_with():
    return sys._getframe(1).f_locals


def errors(y, y_hat):
    return y - y_hat


def mse(y, y_hat):
    return np.mean(errors(y, y_hat) ** 2)


def step(theta, gradient, learning_rate):
    given = dict(called_with())
    return given["theta"] - given["learning_rate"] * gradient


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
