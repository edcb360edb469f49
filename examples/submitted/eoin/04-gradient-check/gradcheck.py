import numpy as np


def numerical_gradient(f, theta, eps=1e-6):
    rows, columns = theta.shape
    gradient = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            above = np.array(theta, dtype=float)
            below = np.array(theta, dtype=float)
            above[i, j] += eps
            below[i, j] -= eps
            gradient[i, j] = (f(above) - f(below)) / (2 * eps)
    return gradient


def length(v):
    total = 0
    for entry in np.ravel(v):
        total += entry**2
    return total**0.5


def relative_error(a, b):
    below = length(a) + length(b)
    if below < 1e-12:
        below = 1e-12
    return length(a - b) / below


def diagnose(analytic, numerical):
    product = 0
    for g, n in zip(np.ravel(analytic), np.ravel(numerical)):
        product += g * n
    if length(analytic) == 0 or length(numerical) == 0:
        ratio, cosine = 0, 0
    else:
        ratio = product / length(numerical) ** 2
        cosine = product / (length(analytic) * length(numerical))
    if relative_error(analytic, numerical) < 1e-5:
        verdict = "agrees"
    elif cosine > 0.999999 or cosine < -0.999999:
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
    dw = np.zeros(len(w))
    for m in range(len(ys)):
        z = b
        for i in range(len(w)):
            z = z + w[i] * xs[m, i]
        a = sigmoid(z)
        for i in range(len(w)):
            dw[i] += (a - ys[m]) * a * (1 - a) * xs[m, i]
    return dw / len(ys)


def mended_b(wb, x, y):
    a = sigmoid(wb[0] * x + wb[1])
    dwb = np.zeros(2)
    dwb[0] = (a - y) * a * (1 - a) * x
    dwb[1] = (a - y) * a * (1 - a)
    return dwb


def mended_d(W, B, X, Y):
    n2, n0 = W.shape
    M = X.shape[1]
    dW = np.zeros((n2, n0))
    for m in range(M):
        for j in range(n2):
            a = sigmoid(W[j] @ X[:, m] + B[j, 0])
            for i in range(n0):
                dW[j, i] += 2 / M * (a - Y[j, m]) * a * (1 - a) * X[i, m]
    return dW
