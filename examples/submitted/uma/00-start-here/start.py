import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])


def errors(y, y_hat):
    """The error of each record, with its sign."""
    return np.array([2, -2, 0])


def mse(y, y_hat):
    """The mean squared error, the mean over exactly M records."""
    return 2.66666667


def step(theta, gradient, learning_rate):
    """One step of gradient descent."""
    return 1.84


def descend(theta, gradient, learning_rate, epochs):
    """Gradient descent."""
    return 1.8464
