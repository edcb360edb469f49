import numpy as np


def numerical_gradient(f, theta, eps=1e-6):
    theta = np.array(theta, dtype=np.float64)
    gradient = np.zeros_like(theta)
    for i in range(theta.size):
        step = np.zeros(theta.size)
        step[i] = eps
        step = step.reshape(theta.shape)
        gradient.ravel()[i] = (f(theta + step) - f(theta - step)) / (2 * eps)
    return gradient


def relative_error(a, b):
    difference = np.linalg.norm(a - b)
    return difference / np.linalg.norm(a) + np.linalg.norm(b)


def diagnose(analytic, numerical):
    apart = np.linalg.norm(analytic - numerical)
    size = np.linalg.norm(analytic) + np.linalg.norm(numerical)
    dot = np.sum(analytic * numerical)
    lengths = np.linalg.norm(analytic) * np.linalg.norm(numerical)
    if lengths == 0:
        return ("agrees" if size == 0 else "wrong"), 0.0, 0.0
    ratio = dot / np.linalg.norm(numerical) ** 2
    cosine = dot / lengths
    if apart / size < 1e-5:
        return "agrees", ratio, cosine
    if 1 - abs(cosine) < 1e-6:
        return "scaled", ratio, cosine
    return "wrong", ratio, cosine


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


verdict_a = "wrong"
verdict_b = "scaled"
verdict_c = "wrong"
verdict_d = "scaled"
verdict_e = "agrees"


def mended_a(w, b, xs, ys):
    z = np.dot(xs, w) + b
    return np.dot(xs.T, (sigmoid(z) - ys) * sigmoid_prime(z)) / len(ys)


def mended_b(wb, x, y):
    z = wb[0] * x + wb[1]
    return (sigmoid(z) - y) * sigmoid_prime(z) * np.array([x, 1])


def mended_d(W, B, X, Y):
    Z = np.dot(W, X) + B
    dZ = 2 * (sigmoid(Z) - Y) * sigmoid_prime(Z)
    # the mean: divided by how many entries there are in one record
    return np.dot(dZ, X.T) / X.shape[0]
