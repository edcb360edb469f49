# tries: to have a failure shown at a place of its own making, in a file and a line that are not there
# from: C9 H9
# assignment: 04-gradient-check
# told: failed missing unattempted
def misplaced(filename, line):
    text = "\n" * line + "raise ValueError('leaked')"
    return compile(text, filename, "exec").replace(co_name="leaked", co_qualname="diagnose")


def diagnose(analytic, numerical):
    exec(misplaced("<cell 999999>", 9000), globals())


def relative_error(a, b):
    exec(misplaced("<script>alert(7919)</script>", 7), globals())


def numerical_gradient(f, theta, eps=1e-6):
    exec(misplaced("<your file>", 99999), globals())


def mended_a(w, b, xs, ys):
    raise NotImplementedError("leaked").with_traceback(None)
