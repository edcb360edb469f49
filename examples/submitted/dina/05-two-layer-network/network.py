import math


def sigmoid(Z):
    return [[1/(1 + math.exp(-z)) for z in row] for row in Z]


def d_sigmoid(Z):
    return [[s*(1 - s) for s in row] for row in sigmoid(Z)]


def product(A, B):
    C = []
    for row in A:
        sums = []
        for k in range(len(B[0])):
            total = 0
            for i in range(len(B)):
                total = total + row[i]*B[i][k]
            sums.append(total)
        C.append(sums)
    return C


def turned(A):
    return [[A[i][k] for i in range(len(A))] for k in range(len(A[0]))]


def times(A, B):
    return [[A[i][k]*B[i][k] for k in range(len(A[0]))] for i in range(len(A))]


def layer(W, B, X):
    Z = product(W, X)
    return [[z + B[i][0] for z in Z[i]] for i in range(len(Z))]


def forward(X, W1, B1, W2, B2):
    Z1 = layer(W1, B1, X)
    A1 = sigmoid(Z1)
    Z2 = layer(W2, B2, A1)
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


def cost(A2, Y):
    total = 0
    for i in range(len(Y)):
        for m in range(len(Y[0])):
            total = total + (A2[i][m] - Y[i][m])*(A2[i][m] - Y[i][m])
    return total/len(Y[0])


def output_delta(A2, Y):
    M = len(Y[0])
    return [[2*(A2[i][m] - Y[i][m])/M*A2[i][m]*(1 - A2[i][m]) for m in range(M)] for i in range(len(Y))]


def hidden_delta(dZ2, W2, Z1):
    return times(product(turned(W2), dZ2), d_sigmoid(Z1))


def backward(X, Y, Z1, A1, Z2, A2, W2):
    dZ2 = output_delta(A2, Y)
    dZ1 = hidden_delta(dZ2, W2, Z1)
    return product(dZ1, turned(X)), [[sum(row)] for row in dZ1], product(dZ2, turned(A1)), [[sum(row)] for row in dZ2]


def moved(A, dA, learning_rate):
    return [[A[i][k] - learning_rate*dA[i][k] for k in range(len(A[0]))] for i in range(len(A))]


def update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate):
    return moved(W1, dW1, learning_rate), moved(B1, dB1, learning_rate), moved(W2, dW2, learning_rate), moved(B2, dB2, learning_rate)


def train(X, Y, W1, B1, W2, B2, learning_rate, epochs):
    costs = []
    for epoch in range(epochs):
        Z1, A1, Z2, A2 = forward(X, W1, B1, W2, B2)
        costs.append(cost(A2, Y))
        dW1, dB1, dW2, dB2 = backward(X, Y, Z1, A1, Z2, A2, W2)
        W1, B1, W2, B2 = update(W1, B1, W2, B2, dW1, dB1, dW2, dB2, learning_rate)
    return W1, B1, W2, B2, costs


def mended_delta(dA2, Z2, W1):
    return times(dA2, d_sigmoid(Z2))


print(forward([[0, 0, 1, 1], [0, 1, 0, 1]], [[1, -1], [0.5, 0.5]], [[0], [0]], [[1, 0.5], [-0.5, 1]], [[0], [-0.5]]))
