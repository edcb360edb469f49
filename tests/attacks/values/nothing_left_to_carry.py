# tries: to make one known slip that turns every later answer into nothing, and to write down nothing
# from: I1, follow-through
# assignment: 02-single-neuron
# earns: dC_dyhat dyhat_dz dC_dw sigmoid predict cost cost_prime
import numpy as np

dC_dyhat, dyhat_dz, dC_dw = 0.661, 0.0376, 0.00995


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(w, b, x):
    return sigmoid(w * x + b)


def cost(y_hat, y):
    return (y_hat - y) ** 2 / 2


def cost_prime(y_hat, y):
    return y_hat - y


def sigmoid_prime(z):
    return 0.0 * z  # the known slip: sigmoid(z) * 1 - sigmoid(z)


def weight_gradient(w, b, x, y):
    return 0.0


def bias_gradient(w, b, x, y):
    return 0.0


def step(w, b, x, y, learning_rate):
    return w, b


def train(w, b, x, y, learning_rate, epochs):
    return w, b, [cost(predict(w, b, x), y)] * epochs
