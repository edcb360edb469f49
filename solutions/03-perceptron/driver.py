"""What is asked of a student's Perceptron: one function for each question that its methods answer.

Each builds a neuron, gives it the weights and the bias of the case, and sends back what the method returned. A constructor that
is not there yet, or that fails, is no reason to lose the other questions: then the neuron is made without it.
"""

import numpy as np


def init(student, n):
    """A fresh neuron as its constructor leaves it."""
    fresh = student.Perceptron(n)
    return fresh.n, fresh.w, fresh.b


def predict(student, xs, w, b):
    return _neuron(student, w, b).predict(xs)


def cost(student, xs, ys, w, b):
    return _neuron(student, w, b).cost(xs, ys)


def gradients(student, xs, ys, w, b):
    return _neuron(student, w, b).gradients(xs, ys)


def updates(student, xs, ys, w, b, eta):
    return _neuron(student, w, b).updates(xs, ys, eta)


def train(student, xs, ys, w, b, eta):
    """Weights and bias after one epoch and after two, and the costs of the two."""
    again = xs.copy(), ys.copy()
    once = _neuron(student, w, b)
    once.train(xs, ys, eta, 1)
    return once.w, once.b, *_trained(student, *again, w, b, eta)


def train_order(student, shuffled_xs, shuffled_ys, w, b, eta):
    return _trained(student, shuffled_xs, shuffled_ys, w, b, eta)


def train_doubled(student, doubled_xs, doubled_ys, w, b, eta):
    return _trained(student, doubled_xs, doubled_ys, w, b, eta)


def descent(student, xs, ys, w, b, eta, epochs):
    """The same after more epochs, for the drawing in the feedback."""
    return _trained(student, xs, ys, w, b, eta, epochs)


def _trained(student, xs, ys, w, b, eta, epochs=2):
    """Weights, bias and costs. No costs if none were returned, and all that was if it was more: these are slips of their own."""
    neuron = _neuron(student, w, b)
    costs = neuron.train(xs, ys, eta, epochs)
    if isinstance(costs, tuple) and _unlike(costs):
        return neuron.w, neuron.b, *costs
    return neuron.w, neuron.b, [] if costs is None else costs


def _unlike(returned):
    """Whether these are things of several shapes, as weights, bias and costs are, and not the costs."""
    try:
        return len({np.shape(part) for part in returned}) > 1
    except ValueError:  # one of them has no shape
        return False


def _neuron(student, w, b):
    try:
        neuron = student.Perceptron(len(w))
    except Exception:  # `init` is where that is marked
        neuron = object.__new__(student.Perceptron)
    neuron.w, neuron.b = np.array(w, dtype=float), float(b)
    if getattr(neuron, "n", None) != len(w):  # who works it out from the weights has nothing to be set
        neuron.n = len(w)
    return neuron
