# tries: to have nested text parsed and compiled while it runs
# from: E8, E7
# earns: everything
import ast

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

for text in "(" * 100_000, "-" * 100_000 + "1", "[" * 90 + "x" + "]" * 90, "lambda:" * 20_000 + "1", "x" + ".x" * 50_000:
    try:
        ast.parse(text)
        compile(text, "text", "eval")
    except (SyntaxError, MemoryError, RecursionError):
        pass

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
