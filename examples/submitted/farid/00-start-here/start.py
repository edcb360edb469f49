# Again without numpy. It is only three records.

x = [0.5, 3.5, 4.0]
y = [3.0, 5.0, 8.0]


def errors(y, y_hat):
    return [target - answer for target, answer in zip(y, y_hat)]


def mse(y, y_hat):
    squares = [e * e for e in errors(y, y_hat)]
    return sum(squares) / len(squares)


def gradient_here(theta):
    misses = errors(y, [theta * xi for xi in x])
    return -2 * sum(e * xi for e, xi in zip(misses, x)) / len(x)


def step(theta, gradient, learning_rate):
    return theta - learning_rate * gradient


def descend(theta, gradient, learning_rate, epochs):
    while epochs > 0:
        theta = step(theta, gradient(theta), learning_rate)
        epochs -= 1
    return theta


print(errors(y, [2 * xi for xi in x]))
print(mse(y, [2 * xi for xi in x]))
for rate in (0.002, 0.04, 0.11, 1.0):
    print(rate, descend(0.0, gradient_here, rate, 8))
