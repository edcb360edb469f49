import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])


def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs):
        theta = theta - learning_rate * gradient(theta)
    return theta


for rate in (0.002, 0.04, 0.11, 1.0):
    print(rate, descend(0.0, lambda t: -2 * np.mean((y - t * x) * x), rate, 8))
