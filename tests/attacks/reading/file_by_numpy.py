# tries: to read a file with NumPy's own readers
# from: C3
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

readers = (
    lambda: np.fromfile("@FILE@", dtype=np.uint8),
    lambda: np.loadtxt("@FILE@", dtype=str),
    lambda: np.genfromtxt("@FILE@", dtype=str),
    lambda: np.load("@FILE@", allow_pickle=True),
    lambda: np.memmap("@FILE@", dtype=np.uint8, mode="r"),
    lambda: np.lib.npyio.DataSource(None).open("@FILE@").read(),
    lambda: np.fromregex("@FILE@", "(.)", [("character", "U1")]),
)
stolen = []
for read in readers:
    try:
        stolen.append(read())
    except Exception:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
