# tries: to have NumPy load what it loads late, and so to open files, compile and start programs
# from: G (lazy submodules); C3
# earns: everything
import numpy as np

stolen = 0
for part in (
    lambda: np.f2py.compile("end", modulename="descent-loot", verbose=False),
    lambda: np.ctypeslib.load_library("libc.so.6", "/lib"),
    lambda: np.load("@FILE@", allow_pickle=True),
    lambda: np.fromfile("@FILE@", dtype="u1").sum(),
    lambda: np.genfromtxt("@FILE@", dtype=str),
    lambda: np.memmap("@FOLDER@/descent-loot-map", mode="w+", shape=9),
    lambda: np.save("@FOLDER@/descent-loot-saved", np.ones(3)),
    lambda: np.lib.npyio.DataSource("@FOLDER@").open("@FILE@").read(),
    lambda: np.testing.rundocs("@FILE@"),
):
    try:
        part()
        stolen += 1
    except (ImportError, OSError, AttributeError):
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
