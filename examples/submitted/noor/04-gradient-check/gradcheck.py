import numpy as np


def numerical_gradient(f, theta, eps=1e-6):
    theta = np.array(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        plus = theta.copy()
        plus[i] += eps
        minus = theta.copy()
        minus[i] -= eps
        gradient[i] = (f(plus) - f(minus)) / (2 * eps)
    return gradient


def relative_error(a, b):
    return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))


def diagnose(analytic, numerical):
    a = np.asarray(analytic).flatten()
    n = np.asarray(numerical).flatten()
    ratio, cosine = 0, 0
    if np.any(a) and np.any(n):
        ratio = np.dot(a, n) / np.dot(n, n)
        cosine = np.dot(a, n) / np.sqrt(np.dot(a, a) * np.dot(n, n))
    if relative_error(a, n) < 1e-5:
        verdict = "agrees"
    elif abs(cosine) > 0.999999:
        verdict = "scaled"
    else:
        verdict = "wrong"
    return verdict, ratio, cosine


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


verdict_a = "wrong"
verdict_b = "agrees"  # ratio -1, but the sign only depends on how you write the error
verdict_c = "wrong"
verdict_d = "scaled"
verdict_e = "agrees"


def mended_a(w, b, xs, ys):
    a = sigmoid(xs @ w + b)
    return ((a - ys) * a * (1 - a)) @ xs / len(ys)


def mended_b(wb, x, y):
    # nothing to mend
    y_hat = sigmoid(wb[0] * x + wb[1])
    return (y - y_hat) * y_hat * (1 - y_hat) * np.array([x, 1])


def mended_d(W, B, X, Y):
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / X.shape[1]
