# tries: to have a file read by what imports modules
# from: C3, Ares
# earns: everything
import importlib.machinery
import importlib.util

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = []
for way in ("get_data", "run_path", "zipimport", "spec", "extension"):
    try:
        loader = importlib.machinery.SourceFileLoader("secret", "@FILE@")
        if way == "get_data":
            stolen.append(loader.get_data("@FILE@"))
        elif way == "run_path":
            import runpy

            stolen.append(runpy.run_path("@FILE@"))
        elif way == "zipimport":
            import zipimport

            stolen.append(zipimport.zipimporter("@FILE@"))
        elif way == "spec":
            stolen.append(importlib.util.spec_from_loader("secret", loader).loader.get_source("secret"))
        else:
            stolen.append(importlib.machinery.ExtensionFileLoader("secret", "@FILE@").get_data("@FILE@"))
    except SyntaxError:
        stolen.append("it was read, and is not Python")
    except (ImportError, OSError, NameError):
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
