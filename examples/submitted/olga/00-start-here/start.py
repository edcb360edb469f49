# %%
import numpy as np

x = np.array([0.5, 3.5, 4.0])
y = np.array([3.0, 5.0, 8.0])


# %%
def errors(y, y_hat):
    """The error of each record, with its sign."""
    return y_hat - y  # prediction minus target, as in my other book


# %%
def mse(y, y_hat):
    """The mean squared error, the mean over exactly M records."""
    return np.mean(errors(y, y_hat) ** 2)  # the square does not mind


# %%
def gradient_here(theta):
    """dJ/dtheta for the records above, at this theta: a number."""
    return 2 * np.mean(errors(y, theta * x) * x)  # so no minus here


# %%
def step(theta, gradient, learning_rate):
    """One step of gradient descent."""
    return theta - learning_rate * gradient


# %%
def descend(theta, gradient, learning_rate, epochs):
    """Gradient descent."""
    for i in range(epochs):
        theta = step(theta, gradient(theta), learning_rate)
    return theta


# %%
for rate in (0.002, 0.04, 0.11, 1.0):
    print(f"learning rate {rate:5}: theta = {descend(0.0, gradient_here, rate, 8):.4g}")
