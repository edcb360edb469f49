# tries: to load libraries that are not loaded yet
# from: F1 G, dlopen(3)
# earns: everything
import ctypes
import importlib.machinery
import importlib.util

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

names = "libutil.so.1 libanl.so.1 libthread_db.so.1 libmvec.so.1 libBrokenLocale.so.1 libnss_dns.so.2 @FOLDER@/descent.so"
gained = 0
for name in names.split():
    for load in (ctypes.CDLL, ctypes.PyDLL, ctypes.cdll.LoadLibrary):
        try:
            load(name)
            gained += 1
        except OSError:
            pass
loader = importlib.machinery.ExtensionFileLoader("sqlite3", "/usr/lib/python3/lib-dynload/_sqlite3.so")
try:
    importlib.util.module_from_spec(importlib.util.spec_from_loader("sqlite3", loader))
    gained += 1
except (ImportError, OSError):
    pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
