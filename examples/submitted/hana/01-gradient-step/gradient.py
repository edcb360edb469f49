import numpy as np


def sigmoid(z):
    """The height of the S-curve at z: a number between 0 and 1, or an array of them in the shape of z."""
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    """The slope of the S-curve at z, a place along the axis: a number, or an array in the shape of z."""
    return sigmoid(z) * (1 - sigmoid(z))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

# no need for h, sigmoid can take the dot product directly
nn_output = sigmoid(np.dot(w, x))
error = y - nn_output
error_term = error * nn_output * (1.0 - nn_output)
del_w = x * error_term * learnrate

print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)
