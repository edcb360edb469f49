# tries: to return several things that are more, fewer and others each time
# from: A4 A7
# assignment: 02-single-neuron
from collections import namedtuple

import numpy as np


class Pair(tuple):
    __len__ = lambda self: 2
    __iter__ = lambda self: iter((0.0, 0.0))
    __getitem__ = lambda self, at: 0.0
    __eq__ = lambda self, other: True
    __hash__ = tuple.__hash__


Step = namedtuple("Step", "w b")
Step.__iter__ = lambda self: iter((1.0, 2.0, 3.0))


def sigmoid(z):
    return (z,) * 10_000


def predict(w, b, x):
    return Pair((w, b, x))


def cost(y_hat, y):
    return (((((((((y_hat,),),),),),),),),)


def step(w, b, x, y, learning_rate):
    return Step(0.0, 0.0)


def train(w, b, x, y, learning_rate, epochs):
    return Pair((w, b, [Pair((w, b))] * epochs))
