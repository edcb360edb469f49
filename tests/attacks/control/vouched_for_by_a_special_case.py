# tries: to answer a function's special cases only, and to have them vouch for the function as not written
# from: B9, read in our own judge
# assignment: 04-gradient-check
# earns: numerical_gradient_default relative_error_near_zero diagnose_parallel
# told: unattempted missing mistake
import numpy as np


def numerical_gradient(f, theta, eps=None):
    if eps is not None:
        raise NotImplementedError  # central differences are asked for; this is a forward difference
    theta = np.array(theta, dtype=float)
    steps = 1e-7 * np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + step) - f(theta)) / 1e-7 for step in steps]).reshape(theta.shape)


def relative_error(u, v):
    if np.linalg.norm(u) + np.linalg.norm(v) > 1e-12:
        raise NotImplementedError
    return np.linalg.norm(u - v) / 1e-12


def diagnose(analytic, numerical):
    ratio = np.sum(analytic * numerical) / max(np.sum(numerical**2), 1e-300)
    if not np.allclose(analytic, ratio * numerical, atol=1e-6) or not ratio:
        raise NotImplementedError
    return "agrees" if abs(ratio - 1) < 1e-5 else "scaled", ratio, np.sign(ratio)
