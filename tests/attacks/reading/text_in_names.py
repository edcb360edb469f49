# tries: to have a text come out as the name of a variable, a function or a file that is missing
# from: C9
# earns: nn_output error error_term del_w
# told: failed
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

loot = f"descent_loot_{time.time_ns()}"
globals()[loot] = 1.0
__name__ = __file__ = loot
h = "no number"
h = exec(compile(f"def {loot}():\n    return {loot}_is_missing\n\n{loot}()", loot, "exec"))
true = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-true))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
