# tries: to have its texts worked out by whatever makes pages and lines: templates, formats, the colours of a console
# from: H9 (template injection)
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


verdict_a = "{{ 7919 * 6 }}{% for x in range(9) %}47{% endfor %}"
verdict_b = "{0.__class__.__init__.__globals__} {reading} %(name)s %s"
verdict_c = "[bold red]47[/bold red] [link=//127.0.0.1]47[/link]"
verdict_d = "${7919*6} #{7919*6} <%= 7919*6 %> `echo 47`"
verdict_e = "$(echo shown) \\x1b[31m \\u202e \\N{BELL} {!r:>99999999}"


def diagnose(analytic, numerical):
    return "{{7919*6}} {0.__class__} [red]47[/red] %s {x}", 1.0, 1.0
