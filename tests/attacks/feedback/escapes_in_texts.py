# tries: to steer the terminal that shows its texts: colours, links, the title, a screen wiped clean
# from: H9 (terminal escapes)
# assignment: 04-gradient-check
# earns: numerical_gradient numerical_gradient_default relative_error relative_error_near_zero
# told: wrong hardcoded missing
import numpy as np


def numerical_gradient(f, theta, eps=1e-6):
    moved = np.array(theta, dtype=np.float64)
    gradient = np.zeros_like(moved)
    for entry, here in np.ndenumerate(moved):
        moved[entry] = here + eps
        above = f(moved)
        moved[entry] = here - eps
        gradient[entry] = (above - f(moved)) / (2 * eps)
        moved[entry] = here
    return gradient


def relative_error(a, b):
    return np.linalg.norm(a - b) / max(1e-12, np.linalg.norm(a) + np.linalg.norm(b))


verdict_a = "\x1b[2J\x1b[H10 of 10 points"
verdict_b = "\x1b]8;;http://127.0.0.1:@PORT@\x1b\\leaked\x1b]8;;\x1b\\"
verdict_c = "\x1b]0;leaked\x07"
verdict_d = "\x9b31mred\x9b0m\x90q\x9c"
verdict_e = "wrong\r10 of 10 points\b\b\v\f\0\x7f"


def diagnose(analytic, numerical):
    return "\x1b[8m", 1.0, 1.0
