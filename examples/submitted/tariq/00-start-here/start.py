import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])

errors = lambda y, y_hat: y - y_hat
mse = lambda y, y_hat: np.mean(errors(y, y_hat) ** 2)


def descend(theta, gradient, learning_rate, epochs):
    for _ in range(epochs): theta += learning_rate * gradient(theta)
    return theta


print(descend(0.0, lambda t: -2 * np.mean((y - t * x) * x), 0.04, 8))
