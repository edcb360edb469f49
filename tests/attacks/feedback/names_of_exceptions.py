# tries: to have its own names and texts of exceptions shown, with hidden inputs in them
# from: C9; Ares MaliciousException; H9
# told: failed
class Loud(type):
    __repr__ = __str__ = lambda cls: "leaked"


def boom(name, *told):
    error = Loud(name, (Exception,), {"__str__": lambda self: "leaked", "__module__": "leaked"})(*told)
    error.add_note("leaked <script>alert(7919)</script>")
    raise error


x, y, w, learnrate = [1, 2, 3, 4], 0.5, [0.5, -0.5, 0.3, 0.1], 0.5
h = boom("<img src=x onerror=alert(7919)>", f"leaked {x}")
nn_output = boom("\x1b]0;leaked\x07", f"leaked {y}")
error = boom("KeyError", f"leaked {w}")
error_term = boom("{0.__class__}", ValueError(f"leaked {learnrate}"))
del_w = [ExceptionGroup(f"leaked {x}", [boom("=7919+6")])]
