from math import exp, sqrt


def flat(a):
    """all numbers in a nested list, one after the other"""
    if hasattr(a, "tolist"):
        a = a.tolist()
    if isinstance(a, (list, tuple)):
        return [float(number) for part in a for number in flat(part)]
    return [float(a)]


def like(a, numbers):
    """the same numbers, nested like a"""
    if hasattr(a, "tolist"):
        a = a.tolist()
    if isinstance(a, (list, tuple)):
        return [like(part, numbers) for part in a]
    return next(numbers)


def dot(u, v):
    return sum(p * q for p, q in zip(flat(u), flat(v)))


def norm(u):
    return sqrt(dot(u, u))


def numerical_gradient(f, theta, eps=1e-6):
    numbers = flat(theta)
    slopes = []
    for i in range(len(numbers)):
        up = numbers[:i] + [numbers[i] + eps] + numbers[i + 1:]
        down = numbers[:i] + [numbers[i] - eps] + numbers[i + 1:]
        slopes.append((f(like(theta, iter(up))) - f(like(theta, iter(down)))) / (2 * eps))
    return like(theta, iter(slopes))


def relative_error(a, b):
    apart = sqrt(sum((p - q) ** 2 for p, q in zip(flat(a), flat(b))))
    return apart / max(1e-12, norm(a) + norm(b))


def diagnose(analytic, numerical):
    ratio = cosine = 0
    if norm(analytic) > 0 and norm(numerical) > 0:
        ratio = dot(analytic, numerical) / dot(numerical, numerical)
        cosine = dot(analytic, numerical) / norm(analytic) / norm(numerical)
    if relative_error(analytic, numerical) < 1e-5:
        return "agrees", ratio, cosine
    if abs(cosine) > 0.999999:
        return "scaled", ratio, cosine
    return "wrong", ratio, cosine


def sigmoid(z):
    return 1 / (1 + exp(-z))


verdict_a = "wrong"
verdict_b = "scaled"
verdict_c = "wrong"
verdict_d = "scaled"
verdict_e = "agrees"


def mended_a(w, b, xs, ys):
    gradient = [0] * len(w)
    for x, y in zip(xs, ys):
        a = sigmoid(dot(w, x) + b)
        delta = (a - y) * a * (1 - a)
        gradient = [g + delta * xi / len(ys) for g, xi in zip(gradient, x)]
    return gradient


def mended_b(wb, x, y):
    w, b = wb
    a = sigmoid(w * x + b)
    delta = (a - y) * a * (1 - a)
    return [delta * x, delta]


def mended_d(W, B, X, Y):
    records = list(zip(zip(*X), zip(*Y)))
    gradient = []
    for j in range(len(W)):
        row = [0] * len(W[j])
        for x, y in records:
            a = sigmoid(dot(W[j], x) + B[j][0])
            delta = 2 * (a - y[j]) * a * (1 - a) / len(records)
            row = [g + delta * xi for g, xi in zip(row, x)]
        gradient.append(row)
    return gradient
