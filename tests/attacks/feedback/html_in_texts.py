# tries: to have its texts taken for HTML on the page that shows them
# from: H9; Submitty #5266
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


verdict_a = "<script>alert(7919)</script>"
verdict_b = "<img src=x onerror=alert(7919)>"
verdict_c = "</code></td><svg/onload=alert(7919)><style>*{display:none}"
verdict_d = "<iframe srcdoc='<a href=//127.0.0.1:@PORT@>shown</a>'>"
verdict_e = "&#60;script&#62;&lt;b&gt;<!--"


def diagnose(analytic, numerical):
    return "\"><script>alert(7919)</script><img src=x onerror=x><!--", 1.0, 1.0
