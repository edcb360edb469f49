# tries: to import the judge, the course, the gradebook and the solutions
# from: C2 C3 D8 G (import autograder, solutions, questions)
# earns: everything
import importlib

import numpy as np

stolen = 0
for name in """autograder.grading.judge autograder.course.load autograder.course.secret
autograder.marking.secrets autograder.gradebook.store autograder.sandbox.host autograder.feedback.html
solutions questions driver gradient solution tests.attacks.stage inside.wire.frame judge""".split():
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    stolen += 1

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
