# tries: to read the system's own files: users, hosts, devices, kernel
# from: C3, codejail (test_cant_see_passwd)
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stolen = b""
for name in (
    "/etc/passwd",
    "/etc/shadow",
    "/etc/hostname",
    "/etc/hosts",
    "/etc/os-release",
    "/etc/ld.so.cache",
    "/etc/machine-id",
    "/sys/devices/system/cpu/online",
    "/sys/kernel/mm/ksm/run",
    "/dev/urandom",
    "/dev/null",
    "/dev/mem",
    "/dev/tty",
    "/run/secrets",
    "/.dockerenv",
    "/proc/version",
    "/proc/meminfo",
    "/lib/x86_64-linux-gnu/libc.so.6",
):
    try:
        with open(name, "rb") as file:
            stolen += file.read(10) + b"opened"
    except OSError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
