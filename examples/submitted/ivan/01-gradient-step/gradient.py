import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def main_step(x, y, w, learnrate):
    """returns everything that is asked"""
    h = np.dot(x, w)
    nn_output = sigmoid(h)
    error = y - nn_output
    error_term = error * nn_output * (1 - nn_output)
    return h, nn_output, error, error_term, learnrate * error_term * x


if __name__ == "__main__":
    learnrate = 0.5
    x = np.array([1, 2, 3, 4])
    y = 0.5
    w = np.array([0.5, -0.5, 0.3, 0.1])

    h, nn_output, error, error_term, del_w = main_step(x, y, w, learnrate)

    print("Neural Network output:")
    print(nn_output)
    print("Amount of Error:")
    print(error)
    print("Change in Weights:")
    print(del_w)
