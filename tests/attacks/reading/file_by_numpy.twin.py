# Reads a table with the same readers, from text in memory.
import io

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

text = "1 2\n3 4\n"
tables = [np.loadtxt(io.StringIO(text)), np.genfromtxt(io.StringIO(text)), np.fromstring(text, sep=" ").reshape(2, 2)]
buffer = io.BytesIO()
np.save(buffer, tables[0])
buffer.seek(0)
tables.append(np.load(buffer))
h = np.dot(x, w) + np.ptp([table.sum() for table in tables])
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
