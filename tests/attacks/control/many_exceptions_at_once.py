# tries: to raise an exit, a stop and a fault together, in a group of a thousand
# from: B1, Ares
# told: failed
def raise_them():
    every = [SystemExit(0), KeyboardInterrupt(), MemoryError(), OSError(28, "no space left")] * 250
    raise BaseExceptionGroup("all at once", every)


h = raise_them()
nn_output = raise_them()
error = raise_them()
error_term = raise_them()
del_w = raise_them()
