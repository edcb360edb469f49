# tries: to read a file with classes that open it without the built-in open
# from: C3, codejail
# earns: everything
import codecs
import io
import pathlib
import shutil
import tokenize

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

readers = (
    lambda: io.FileIO("@FILE@").readall(),
    lambda: io.open_code("@FILE@").read(),
    lambda: codecs.open("@FILE@", encoding="utf-8").read(),
    lambda: pathlib.Path("@FILE@").read_text(),
    lambda: tokenize.open("@FILE@").read(),
    lambda: shutil.copy("@FILE@", "@FOLDER@/descent-loot-copy"),
)
stolen = []
for read in readers:
    try:
        stolen.append(read())
    except OSError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
