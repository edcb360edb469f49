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

# h is the weighted sum
h = np.sum(x * w)
nn_output = sigmoid(h)
error = y - nn_output
# the slope comes for free, see the remark in the text
output_grad = nn_output * (1 - nn_output)
error_term = error * output_grad
del_w = learnrate * error_term * x

print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)

print(f"h was {h:.4f}, slope {output_grad:.4f}")
print("sum check:", np.isclose(h, 0.8))
