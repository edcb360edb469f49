# tries: to have its texts taken for Markdown: a link, a picture that calls home, a table, a heading
# from: H9
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


verdict_a = "[your marks](javascript:alert(7919))"
verdict_b = "![](http://127.0.0.1:@PORT@/seen.png)"
verdict_c = "| x | **10 / 10** | <https://example.com/7919>"
verdict_d = "\\`shown` ~~x~~ www.example.com mailto:a@example.com"
verdict_e = "[a]: //example.com/7919 'b' ]( @everyone #1 $x^2$"


def diagnose(analytic, numerical):
    return "[a](javascript:x) ![](//127.0.0.1) | *10* <b> `x` www.a.b", 1.0, 1.0
