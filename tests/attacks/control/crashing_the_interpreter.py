# tries: to crash the interpreter by reading at address 0
# from: B2, codejail: test_crash_cpython
# told: failed
import ctypes

h = nn_output = error = error_term = del_w = 0.5
ctypes.string_at(0)
