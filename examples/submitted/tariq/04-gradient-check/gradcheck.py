import numpy as np

norm = np.linalg.norm
sigmoid = lambda z: 1 / (1 + np.exp(-z))


def numerical_gradient(f, theta, eps=1e-6):
    t, g = np.array(theta, float), np.zeros(np.shape(theta))
    for i in np.ndindex(t.shape):
        old = t[i]
        t[i] = old + eps; up = f(t)
        t[i] = old - eps; g[i] = (up - f(t)) / (2 * eps)
        t[i] = old
    return g


def relative_error(a, b): return norm(a - b) / max(1e-12, norm(a) + norm(b))


def diagnose(a, n):
    p, l = (a * n).sum(), norm(a) * norm(n)
    r, c = (p / (a * a).sum(), p / l) if l else (0, 0)
    return "agrees" if relative_error(a, n) < 1e-5 else "scaled" if abs(c) > 0.999999 else "wrong", r, c


verdict_a, verdict_b, verdict_c, verdict_d, verdict_e = "wrong scaled wrong scaled agrees".split()


def mended_a(w, b, xs, ys): a = sigmoid(xs @ w + b); return (a - ys) * a * (1 - a) @ xs / len(ys)
def mended_b(wb, x, y): a = sigmoid(wb[0] * x + wb[1]); return (a - y) * a * (1 - a) * np.array([x, 1])
def mended_d(W, B, X, Y): A = sigmoid(W @ X + B); return 2 * (A - Y) * A * (1 - A) @ X.T / len(X.T)
