# tries: to push the judge's memory about: to another node, out to disk, or away
# from: F1, madvise(2), move_pages(2)
# earns: everything
import ctypes
import errno

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
calls = (
    (440, 3, None, 0, 21, 0),  # process_madvise, MADV_PAGEOUT
    (448, 3, 0),  # process_mrelease
    (256, int("@JUDGE@"), 64, b"\1" * 8, b"\1" * 8),  # migrate_pages
    (279, int("@JUDGE@"), 0, None, None, None, 0),  # move_pages
    (312, int("@JUDGE@"), int("@ZYGOTE@"), 0, 0, 0),  # kcmp
    (274, int("@JUDGE@"), b"\0" * 8, b"\0" * 8),  # get_robust_list
    (237, None, 0, 0, None, 0, 0),  # mbind
)
gained = 0
for number, *arguments in calls:
    result = libc.syscall(number, *arguments)
    gained += result != -1 or ctypes.get_errno() != errno.EPERM

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
