import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])


def errors(y, y_hat):
    return y - y_hat


def mse(y, y_hat):
    return np.sum(errors(y, y_hat) ** 2)


def gradient_here(theta):
    return -2 * np.mean(errors(y, theta * x) * x)


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    for epoch in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta


print("errors at theta = 2:", errors(y, 2 * x))
print("gradient at theta = 2:", gradient_here(2.0))
for rate in (0.002, 0.04, 0.11, 1.0):
    print(f"learning rate {rate:5}: theta = {descend(0.0, gradient_here, rate, 8):.4g}")
