# tries: to have its texts run by a spreadsheet into which somebody puts them
# from: H9 (formula injection)
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


verdict_a = "=HYPERLINK(\"http://127.0.0.1:@PORT@\",\"shown\")"
verdict_b = "+7919+cmd|' /C calc'!A0"
verdict_c = "-7919+cmd|' /C calc'!A0"
verdict_d = "@SUM(1+1)*cmd|' /C calc'!A0"
verdict_e = "x\",=7919+6"


def diagnose(analytic, numerical):
    return "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa =7919+6", 1.0, 1.0
