import math

# paper
# z = 3.2, y_hat = 0.96083
dC_dyhat = 0.66083
dyhat_dz = 0.037632
dC_dw = 0.0099473


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s - s * s


def predict(weight, bias, value):
    return sigmoid(weight * value + bias)


def cost(out, target):
    return (out - target) ** 2 / 2


def cost_prime(out, target):
    return out - target


def weight_gradient(weight, bias, value, target):
    return bias_gradient(weight, bias, value, target) * value


def bias_gradient(weight, bias, value, target):
    return cost_prime(predict(weight, bias, value), target) * sigmoid_prime(weight * value + bias)


def step(weight, bias, value, target, rate):
    dw = weight_gradient(weight, bias, value, target)
    db = bias_gradient(weight, bias, value, target)
    return weight - rate * dw, bias - rate * db


# everything in one loop, calling functions 120,000 times takes too long
def train(weight, bias, value, target, rate, n):
    history = []
    for _ in range(n):
        out = 1 / (1 + math.exp(-(weight * value + bias)))
        miss = out - target
        history.append(miss * miss / 2)
        push = rate * miss * out * (1 - out)
        weight -= push * value
        bias -= push
    return weight, bias, history


# is it really 120,000 epochs?
_, _, history = train(3, 2, 3, 0, 0.05, 125000)
for epoch, c in enumerate(history):
    if c < 0.1:
        print("below 0.1 in epoch", epoch)
        break
