# Sets a timer of its own, and puts the former one back.
import signal

import numpy as np

rings = []


def wait():
    before = signal.signal(signal.SIGALRM, lambda *_: rings.append(1))
    left, again = signal.setitimer(signal.ITIMER_REAL, 0.01)
    while not rings:
        pass
    signal.setitimer(signal.ITIMER_REAL, left, again)
    signal.signal(signal.SIGALRM, before)


def errors(y, y_hat):
    wait()
    return y - y_hat


def mse(y, y_hat):
    return np.mean(errors(y, y_hat) ** 2)


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
