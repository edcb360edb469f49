# tries: to tell something in the name and the words of an exception: they are others each time, so a report with them in it differs
# from: C9, Ares: exceptions with hostile texts
# told: failed
import time

when = f"t{time.monotonic_ns()}"
speak = {"__str__": lambda self: when, "__repr__": lambda self: when}
Told = type(when, (ArithmeticError,), {"__module__": when, "__qualname__": when, **speak})
Told.__notes__ = [when]


def tell():
    raise Told(when)


h = tell()
nn_output = tell()
error = tell()
error_term = tell()
del_w = tell()
