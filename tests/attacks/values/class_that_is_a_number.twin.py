# A class of a class of its own, used to make plain numbers.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Registered(type):
    made = []

    def __new__(cls, name, bases, space):
        cls.made.append(name)
        return super().__new__(cls, name, bases, space)


class Neuron(metaclass=Registered):
    def total(self):
        return np.dot(x, w)


h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
h = Neuron().total()
