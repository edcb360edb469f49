# tries: to have the names of its functions, arguments and variables shown, and what stands in its texts and remarks
# from: H9
# assignment: 04-gradient-check
# told: missing wrong unattempted failed
"""leaked <script>alert(7919)</script>"""
# leaked: =7919+6
leaked_script_onerror = "leaked"


def diagnose(leaked_a, leaked_b):
    """leaked"""
    leaked_a += 1
    raise NotImplementedError("leaked <img src=x onerror=alert(7919)>")


diagnose.__name__ = diagnose.__qualname__ = "<script>alert(7919)</script>"
diagnose.__doc__ = diagnose.__module__ = "leaked"
relative_error = lambda leaked_c, leaked_d: leaked_c.__iadd__(1)
relative_error.__name__ = "\x1b[31mleaked"
__name__ = __doc__ = __file__ = "leaked"
numerical_gradient = type("leaked", (), {"__call__": lambda self, f, theta, eps=0: (type("leaked", (), {})(), "leaked")})()
