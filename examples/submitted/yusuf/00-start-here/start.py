import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])


def errors(y, y_hat):
    return y - y_hat


def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta
