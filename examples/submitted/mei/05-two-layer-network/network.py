# %%
import numpy as np


# %%
def sigmoid(t):
    # TODO: the S-curve
    return np.exp(t) / (1 + np.exp(t))


def d_sigmoid(t):
    # TODO: its slope, from its height
    return sigmoid(t) * sigmoid(-t)   # 对称性：1 - σ(t) = σ(-t)


# %%
def forward(X, W, b, V, c):
    # TODO: first layer, second layer
    H = W.dot(X) + b
    O = V.dot(sigmoid(H)) + c
    return [H, sigmoid(H), O, sigmoid(O)]


# %%
def cost(out, target):
    # TODO: what the answers cost
    return ((out - target) ** 2).sum(axis=0).mean()   # 先对输出求和，再对样本取平均


# %%
def output_delta(out, target):
    # TODO: from the cost to the outputs, and through the second sigmoid
    return (out - target) * (out - out ** 2) * 2 / out.shape[1]


# %%
def hidden_delta(d, V, H):
    # TODO: back through W2, and through the first sigmoid
    return np.einsum("kj,km->jm", V, d) * d_sigmoid(H)


# %%
def backward(X, target, H, S, O, out, V):
    # TODO: both deltas, then what belongs to each weight and bias
    d2 = output_delta(out, target)
    d1 = hidden_delta(d2, V, H)
    ones = np.ones((X.shape[1], 1))   # 偏置的输入恒为 1
    return d1 @ X.T, d1 @ ones, d2 @ S.T, d2 @ ones


# %%
def update(W, b, V, c, dW, db, dV, dc, eta):
    # TODO: where the parameters arrive
    return [p - eta * dp for p, dp in zip((W, b, V, c), (dW, db, dV, dc))]


# %%
def train(X, target, W, b, V, c, eta, n):
    # TODO: one epoch after the other
    costs = np.zeros(n)
    for i in range(n):
        # 整个循环写在一起，不调用上面的函数
        S = 1 / (1 + np.exp(-(W @ X + b)))
        out = 1 / (1 + np.exp(-(V @ S + c)))
        costs[i] = np.sum((out - target) ** 2) / len(X.T)
        d2 = 2 * (out - target) * out * (1 - out) / len(X.T)
        d1 = V.T @ d2 * S * (1 - S)
        W, b = W - eta * d1 @ X.T, b - eta * d1.sum(1)[:, None]
        V, c = V - eta * d2 @ S.T, c - eta * d2.sum(1)[:, None]
    return W, b, V, c, costs


# %%
def mended_delta(dA2, Z2, W1):
    # TODO: dZ2, mended
    return dA2 * d_sigmoid(Z2)   # W1 用不到
