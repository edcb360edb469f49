# tries: to say a whole number by a line that its file does not have, in a cell that it does not have
# from: C9 C10
# earns: mse step descend
# told: failed
# assignment: 00-start-here
import time

import numpy as np

number = time.time_ns()
place = "\n" * (number % 999_983 + 1000) + "1 / 0\n"


def errors(y, y_hat):
    exec(compile(place, f"<cell {number // 1000 % 999_979}>", "exec"), globals())


def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
