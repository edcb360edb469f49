# tries: to run under another name and without any built-in function
# from: B8
# told: wrong hardcoded missing
__name__ = "tests"
h = nn_output = error = error_term = del_w = [0.5]
__builtins__.clear()
__builtins__ = {}
__file__ = __spec__ = __loader__ = __package__ = "solution"
