import numpy as np
from numpy.linalg import norm


def numerical_gradient(f, theta, eps=1e-6):
    """one row of the identity matrix for every entry"""
    shape = np.shape(theta)
    directions = np.eye(np.size(theta)).reshape(-1, *shape) * eps
    return np.array([f(theta + e) - f(theta - e) for e in directions]).reshape(shape) / (2 * eps)


def relative_error(a, b):
    return norm(np.ravel(a - b)) / max(norm(np.ravel(a)) + norm(np.ravel(b)), 1e-12)


def ratio_and_cosine(g, measured):
    g, measured = np.ravel(g), np.ravel(measured)
    if not g.any() or not measured.any():
        return 0.0, 0.0
    return g @ measured / (measured @ measured), g @ measured / (norm(g) * norm(measured))


def diagnose(analytic, numerical):
    ratio, cosine = ratio_and_cosine(analytic, numerical)
    if relative_error(analytic, numerical) < 1e-5:
        return ["agrees", ratio, cosine]
    return ["scaled" if abs(cosine) > 0.999999 else "wrong", ratio, cosine]


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def delta(z, target):
    """dC/dz of half a square"""
    return (sigmoid(z) - target) * sigmoid(z) * (1 - sigmoid(z))


def mended_a(w, b, xs, ys):
    return np.mean(delta(xs @ w + b, ys) * xs.T, axis=1)


def mended_b(wb, x, y):
    inputs = np.array([x, 1])
    return delta(wb @ inputs, y) * inputs


def mended_d(W, B, X, Y):
    return 2 * delta(W @ X + B, Y) @ X.T / X.shape[1]


verdict_a, verdict_b, verdict_c, verdict_d, verdict_e = "wrong", "scaled", "wrong", "scaled", "agrees"


if __name__ == "__main__":
    print(numerical_gradient(lambda t: t[0] ** 2 + 3 * t[0] * t[1], np.array([2, -1])))
    w, b = np.array([0.4, -0.7, 0.2]), 0.1
    xs = np.array([[1, 0, -2], [-1, 2, 0.5], [0.5, 1, 1], [2, -1, 0], [0, 1.5, -1]])
    ys = np.array([1, 0, 1, 0, 1])
    cost = lambda w: np.mean((sigmoid(xs @ w + b) - ys) ** 2) / 2
    print(diagnose(mended_a(w, b, xs, ys), numerical_gradient(cost, w)))
