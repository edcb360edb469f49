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

h = np.dot(w, x)
nn_output = sigmoid(h)
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x

print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)


# ------------------------------------------------------------------
# the second example, to make sure
# ------------------------------------------------------------------
x = np.array([2, -1, 0, 3])
y = 0.2
w = np.array([-0.8, 0.5, 0.2, 0.4])
learnrate = 0.1

h = np.dot(w, x)
nn_output = sigmoid(h)
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
print(nn_output, "should be 0.289050497374996")
print(del_w, "should be [-0.00365998  0.00182999  0.         -0.00548997]")
