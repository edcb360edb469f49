# Whole functions, of which one treats the default as a case of its own.
import numpy as np

verdict_a, verdict_b, verdict_c, verdict_d, verdict_e = "wrong", "scaled", "wrong", "scaled", "agrees"


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def numerical_gradient(f, theta, eps=None):
    eps = 1e-6 if eps is None else eps
    theta = np.array(theta, dtype=float)
    steps = eps * np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + step) - f(theta - step)) / (2 * eps) for step in steps]).reshape(theta.shape)


def relative_error(u, v):
    return np.linalg.norm(u - v) / max(1e-12, np.linalg.norm(u) + np.linalg.norm(v))


def diagnose(analytic, numerical):
    product, lengths = np.sum(analytic * numerical), np.linalg.norm(analytic) * np.linalg.norm(numerical)
    ratio, cosine = (product / np.sum(numerical**2), product / lengths) if lengths > 0 else (0.0, 0.0)
    parallel = "scaled" if abs(cosine) > 0.999999 else "wrong"
    return "agrees" if relative_error(analytic, numerical) < 1e-5 else parallel, ratio, cosine


def mended_a(w, b, xs, ys):
    a = sigmoid(xs @ w + b)
    return xs.T @ ((a - ys) * a * (1 - a)) / len(ys)


def mended_b(wb, x, y):
    a = sigmoid(wb[0] * x + wb[1])
    return (a - y) * a * (1 - a) * np.array([x, 1])


def mended_d(W, B, X, Y):
    A = sigmoid(W @ X + B)
    return 2 * (A - Y) / Y.shape[1] * A * (1 - A) @ X.T
