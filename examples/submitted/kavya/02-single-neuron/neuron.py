import numpy as np

dC_dyhat = 0.6608342772
dyhat_dz = 0.0376318531
dC_dw = 0.0099473874


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
    y_hat = predict(w, b, x)
    return cost_prime(y_hat, y) * y_hat * (1 - y_hat) * x


def bias_gradient(w, b, x, y):
    """The derivative of the cost by the bias, for one record."""
    y_hat = predict(w, b, x)
    return cost_prime(y_hat, y) * y_hat * (1 - y_hat) * x


def step(w, b, x, y, learning_rate):
    """One step of gradient descent."""
    dw = weight_gradient(w, b, x, y)
    db = bias_gradient(w, b, x, y)
    return w - learning_rate * dw, b - learning_rate * db


def train(w, b, x, y, learning_rate, epochs):
    """Gradient descent."""
    costs = []
    for epoch in range(epochs):
        w, b = step(w, b, x, y, learning_rate)
        costs.append(cost(predict(w, b, x), y))
    return w, b, costs


# ------------------------------------------------------------------
# the second example, to make sure
# ------------------------------------------------------------------
w, b, x, y = -0.8, 0.4, -1.5, 0.3
print(predict(w, b, x), "should be 0.832018385")
print(weight_gradient(w, b, x, y), "should be -0.111535360")
