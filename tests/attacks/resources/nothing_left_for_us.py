# tries: to take all memory to the last byte and to keep it, so that our own code has none
# from: E2, B7
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

kept, size = [], 1 << 26
while size > 8:
    try:
        kept.append(np.empty(size, "u1"))
    except MemoryError:
        size //= 2

h = None
