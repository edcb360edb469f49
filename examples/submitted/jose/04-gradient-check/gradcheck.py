import numpy as np


def numerical_gradient(f, theta, eps=1e-6):
    """The gradient of f at theta, by central differences."""
    # whole numbers cannot be moved by eps
    theta = np.asarray(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for entry in np.ndindex(theta.shape):
        theta[entry] += eps
        above = f(theta)
        theta[entry] -= 2 * eps
        below = f(theta)
        gradient[entry] = (above - below) / (2 * eps)
    return gradient


def relative_error(a, b):
    """How far two arrays are apart, compared with their own size."""
    return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))


def diagnose(analytic, numerical):
    """What is the matter with a derived gradient?"""
    dot = np.sum(analytic * numerical)
    length_a = np.linalg.norm(analytic)
    length_n = np.linalg.norm(numerical)
    if length_a == 0 or length_n == 0:
        ratio = 0
        cosine = 0
    else:
        ratio = dot / length_n**2
        cosine = dot / (length_a * length_n)
    if relative_error(analytic, numerical) < 1e-5:
        verdict = "agrees"
    elif abs(cosine) > 0.999999:
        verdict = "scaled"
    else:
        verdict = "wrong"
    return verdict, ratio, cosine


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


verdict_a = "wrong"
verdict_b = "scaled"
verdict_c = "wrong"
verdict_d = "scaled"
verdict_e = "agrees"


def mended_a(w, b, xs, ys):
    a = sigmoid(xs @ w + b)
    delta = a - ys
    delta *= a * (1 - a)
    return delta @ xs / len(ys)


def mended_b(wb, x, y):
    y_hat = sigmoid(wb[0] * x + wb[1])
    slope = (y_hat - y) * y_hat * (1 - y_hat)
    return np.array([slope * x, slope])


def mended_d(W, B, X, Y):
    A = sigmoid(W @ X + B)
    # the derivation works in the targets, which nobody needs any more
    Y -= A
    Y *= -2 / X.shape[1]
    return (Y * A * (1 - A)) @ X.T
