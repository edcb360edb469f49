import numpy as np

dC_dyhat = 0.661
dyhat_dz = 0.0376
dC_dw = 0.00995


def sigmoid(z):
    """The height of the S-curve at z."""
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    """The slope of the S-curve at z."""
    return sigmoid(z) * (1 - sigmoid(z))


def predict(w, b, x):
    """The neuron's answer to the input x."""
    return sigmoid(w * x + b)


def cost(y_hat, y):
    """The cost C of the answer y_hat where y was wanted."""
    return (y - y_hat) ** 2 / 2


def cost_prime(y_hat, y):
    """The derivative of C by the output."""
    return y_hat - y


def weight_gradient(w, b, x, y):
    """The derivative of the cost by the weight, for one record."""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b) * x


def bias_gradient(w, b, x, y):
    """The derivative of the cost by the bias, for one record."""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(w * x + b)


def step(w, b, x, y, learning_rate):
    """One step of gradient descent."""
    dw = weight_gradient(w, b, x, y)
    db = bias_gradient(w, b, x, y)
    return w - learning_rate * dw, b - learning_rate * db


def train(w, b, x, y, learning_rate, epochs):
    """Gradient descent."""
    costs = []
    i = 0
    while True:
        costs.append(cost(predict(w, b, x), y))
        w, b = step(w, b, x, y, learning_rate)
        if i == epochs:
            return w, b, costs
