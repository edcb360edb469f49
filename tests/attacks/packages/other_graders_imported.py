# tries: to import other graders, test runners and big libraries that may be installed beside the judge
# from: C3 D7 I2
# earns: everything
import importlib

import numpy as np

stolen = 0
for name in """otter.check.notebook nbgrader nbgrader.api pytest _pytest unittest.runner.x sklearn.linear_model
torch jax autograd scipy.optimize scipy.special pandas sympy dill cloudpickle joblib shelve sqlite3 sqlalchemy msgspec jinja2
IPython ipykernel.kernelapp jupyter_client zmq requests socketserver http.server""".split():
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
