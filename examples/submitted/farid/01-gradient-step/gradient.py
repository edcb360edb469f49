# I did this one without numpy, to see what is really going on
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


learnrate = 0.5
x = [1, 2, 3, 4]
y = 0.5
w = [0.5, -0.5, 0.3, 0.1]

h = sum(a * b for a, b in zip(x, w))
nn_output = sigmoid(h)
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = [learnrate * error_term * a for a in x]

print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)
