# Takes paths apart and reads bytes with the same modules, and opens nothing.
import codecs
import io
import pathlib
import tokenize

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

name = pathlib.Path("data") / "table.csv"
text = io.TextIOWrapper(io.BytesIO(b"1 2 3")).read() + codecs.decode(b" 4", "utf-8")
words = [token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.string.strip()]
h = np.dot(x, w) + len(words) - len(name.stem) + 1
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
