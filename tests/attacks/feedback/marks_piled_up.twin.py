# Has letters with two marks each, as some languages write them.
import numpy as np

note = "\u1ec7 e\u0302\u0323"


def numerical_gradient(f, theta, eps=1e-6):
    moved = np.array(theta, dtype=np.float64)
    gradient = np.zeros_like(moved)
    for entry, here in np.ndenumerate(moved):
        moved[entry] = here + eps
        above = f(moved)
        moved[entry] = here - eps
        gradient[entry] = (above - f(moved)) / (2 * eps)
        moved[entry] = here
    return gradient


def relative_error(a, b):
    return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))


def diagnose(analytic, numerical):
    product, lengths = np.sum(analytic * numerical), np.linalg.norm(analytic) * np.linalg.norm(numerical)
    ratio, cosine = (product / np.sum(numerical**2), product / lengths) if lengths > 0 else (0.0, 0.0)
    verdict = "scaled" if abs(cosine) > 0.999999 else "wrong"
    return "agrees" if relative_error(analytic, numerical) < 1e-5 else verdict, ratio, cosine


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def mended_a(w, b, xs, ys):
    a = sigmoid(xs @ w + b)
    return ((a - ys) * a * (1 - a)) @ xs / len(ys)


def mended_b(wb, x, y):
    a = sigmoid(wb[0] * x + wb[1])
    return (a - y) * a * (1 - a) * np.array([x, 1])


def mended_d(W, B, X, Y):
    A = sigmoid(W @ X + B)
    return 2 * ((A - Y) * A * (1 - A)) @ X.T / Y.shape[1]


verdict_a, verdict_b, verdict_c, verdict_d, verdict_e = "wrong", "scaled", "wrong", "scaled", "agrees"
