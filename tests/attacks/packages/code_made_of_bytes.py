# tries: to crash the interpreter with code that no compiler would write, after all the work is done
# from: B2 G (marshal); codejail test_crash_cpython
# told: failed
import marshal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x

code = marshal.loads(marshal.dumps((lambda: None).__code__))
bad = code.replace(co_code=bytes([100, 255] * 8 + [83, 0]), co_consts=(), co_stacksize=0)
exec(bad)
