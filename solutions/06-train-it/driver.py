"""What is asked of a student's training, where calling a function is not all: one function for each such question."""

import numpy as np

ONE_BY_ONE = 42


def train_xor(student, seed):
    return student.train_xor(seed)


def constant_column(student, flat_train, X_test):
    return student.standardize(flat_train, X_test)


def train_classifier(student, penguins, species, seed):
    """The rows that were kept back arrive when the training is over. Some are asked about one by one: none may help with another."""
    predict = student.train_classifier(penguins, species, seed)
    kept_penguins = yield "kept_penguins"
    answers = [predict(row) for row in kept_penguins[:ONE_BY_ONE, np.newaxis]] + [predict(kept_penguins[ONE_BY_ONE:])]
    return np.concatenate([np.ravel(answer) for answer in answers])
