# %%
# TODO: three numbers from your sheet of paper
dC_dyhat = 0.6608
dyhat_dz = 0.03763
dC_dw = 0.009947

# %%
import numpy as np


# %%
def sigmoid(z):
    # TODO: the sigmoid
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    # TODO: the derivative of the sigmoid
    return np.exp(-z) / (1 + np.exp(-z)) ** 2   # 分母有平方


# %%
def predict(w, b, x):
    # TODO: the weighted sum with the bias, through the sigmoid
    return sigmoid(w * x + b)


# %%
def cost(y_hat, y):
    # TODO: the cost of one record
    return 0.5 * (y - y_hat) ** 2


def cost_prime(y_hat, y):
    # TODO: the derivative of the cost
    return -(y - y_hat)   # 负号来自内层导数


# %%
def weight_gradient(w, b, x, y):
    # TODO: three factors
    y_hat = predict(w, b, x)
    return cost_prime(y_hat, y) * y_hat * (1 - y_hat) * x


def bias_gradient(w, b, x, y):
    # TODO: the same chain, with another end
    y_hat = predict(w, b, x)
    return cost_prime(y_hat, y) * y_hat * (1 - y_hat)


# %%
def step(w, b, x, y, learning_rate):
    # TODO: where weight and bias arrive
    dw, db = weight_gradient(w, b, x, y), bias_gradient(w, b, x, y)   # 先求两个梯度，再更新
    w = w - learning_rate * dw
    b = b - learning_rate * db
    return w, b


# %%
def train(w, b, x, y, learning_rate, epochs):
    # TODO: the cost, then a step, again and again
    costs = np.zeros(epochs)
    for i in range(epochs):
        costs[i] = cost(predict(w, b, x), y)
        w, b = step(w, b, x, y, learning_rate)
    return w, b, costs


# %%
print("by hand:", dC_dw, "  by weight_gradient:", weight_gradient(3, 2, 0.4, 0.3))
