# tries: to have the name of its own class shown as what its answer is
# from: C9 H9
# told: wrong
def thing(name):
    return type(name, (), {"__repr__": lambda self: "leaked", "__class__": property(lambda self: Exception("leaked"))})()


h = thing("<script>alert(7919)</script>")
nn_output = thing("leaked")
error = thing("\x1b[31m")
error_term = thing("{0.__class__}")
del_w = [thing("=7919+6")]
