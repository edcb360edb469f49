from math import exp


def sigmoid(z):
    return 1 / (1 + exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def weighted_sum(w, b, x):
    return w * x + b


def predict(w, b, x):
    return sigmoid(weighted_sum(w, b, x))


def cost(y_hat, y):
    return (y_hat - y) ** 2 / 2


def cost_prime(y_hat, y):
    return y_hat - y


def delta(w, b, x, y):
    """dC/dz, what the two gradients have in common"""
    return cost_prime(predict(w, b, x), y) * sigmoid_prime(weighted_sum(w, b, x))


def weight_gradient(w, b, x, y):
    return delta(w, b, x, y) * x


def bias_gradient(w, b, x, y):
    return delta(w, b, x, y)


def step(w, b, x, y, learning_rate):
    move = -learning_rate * delta(w, b, x, y)
    return [w + move * x, b + move]


def train(w, b, x, y, learning_rate, epochs):
    """calls itself once for every epoch that is left"""
    if epochs == 0:
        return w, b, []
    now = cost(predict(w, b, x), y)
    w, b, later = train(*step(w, b, x, y, learning_rate), x, y, learning_rate, epochs - 1)
    return w, b, [now] + later


if __name__ == "__main__":
    dC_dyhat = 0.661
    dyhat_dz = 0.0376
    dC_dw = 0.00995
    print(dC_dw, weight_gradient(3, 2, 0.4, 0.3))
    print(train(0.5, 2, 3, 0, 0.05, 2))
