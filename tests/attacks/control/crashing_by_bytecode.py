# tries: to crash the interpreter by instructions that no compiler would write
# from: B2, codejail: crashers
# told: failed
import opcode


def nothing():
    return 0.5


code = nothing.__code__
further, load, back = (opcode.opmap[name] for name in ("EXTENDED_ARG", "LOAD_CONST", "RETURN_VALUE"))
nothing.__code__ = code.replace(co_code=bytes([further, 255, further, 255, load, 255, back, 0]))
h = nn_output = error = error_term = del_w = 0.5
nothing()
