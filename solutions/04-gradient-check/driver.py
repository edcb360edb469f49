"""How is the student's code of 04-gradient-check used? This runs beside it and returns values only.

`numerical_gradient` takes a function, which cannot be sent: it is built here from drawn coefficients.
"""

import numpy as np


def numerical_gradient(student, theta, eps, wave, pace, cube, pair):
    """What the student's function makes of a hilly function, with this step."""
    theta = np.asarray(theta)
    return student.numerical_gradient(hills(theta.shape, wave, pace, cube, pair), theta, eps)


def numerical_gradient_default(student, theta, wave, pace, cube, pair):
    """The same where no step is passed."""
    theta = np.asarray(theta)
    return student.numerical_gradient(hills(theta.shape, wave, pace, cube, pair), theta)


def hills(shape, wave, pace, cube, pair):
    """A function of an array of this shape: waves, cubes, and products of neighbours, added up."""

    def f(theta):
        entries = np.array(theta, dtype=np.float64)
        if entries.shape != shape:
            raise ValueError(f"f was called with an array of shape {entries.shape}; theta has the shape {shape}")
        entries = entries.ravel()
        waves = np.sin(pace * entries + np.arange(entries.size))
        return float(np.sum(wave * waves + cube * entries**3) + pair * np.sum(entries[:-1] * entries[1:]))

    return f


def relative_error_near_zero(student, u, v):
    """The relative error of two arrays that are next to nothing."""
    return student.relative_error(1e-14 * u, 1e-14 * v)


def diagnose_parallel(student, multiple, nearly, numerical):
    """Two diagnoses: an exact multiple of the measured gradient, then one that differs in its last digits only."""
    return in_a_row(student.diagnose(multiple, numerical), student.diagnose(nearly, numerical))


def diagnose_at_zero(student, analytic, numerical):
    """Three diagnoses: the derivation is zero throughout, the measured gradient is, neither is."""
    nothing = np.zeros_like(numerical)
    pairs = ((nothing, numerical), (numerical, nothing), (analytic, numerical))
    return in_a_row(*(student.diagnose(one, other) for one, other in pairs))


def in_a_row(*answers):
    """The results of several calls, one after the other; what a call returned, if it is not several things."""
    odd = [answer for answer in answers if not isinstance(answer, tuple | list)]
    return odd[0] if odd else tuple(part for answer in answers for part in answer)
