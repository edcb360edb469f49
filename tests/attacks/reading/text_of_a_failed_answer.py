# tries: to have a text of its own stand where the report says why an answer failed
# from: C9, Ares (MaliciousException)
# told: failed
import time

loot = f"descent-loot {time.time_ns()}"
named = type(loot, (SyntaxError,), {"__str__": lambda self: loot, "__qualname__": loot})


def fail(number):
    raise named(loot, (loot, number, 1, loot))


h = fail(1)
nn_output = fail(2)
error = fail(3)
error_term = fail(4)
del_w = fail(5)
