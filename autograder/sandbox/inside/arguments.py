"""What is a student's function handed, and has it left that as it was?"""

from typing import Any

import numpy as np

RESTORED = 1e-9  # of the largest entry: what adding and taking off again leaves behind
ROUNDINGS = 4  # in single precision more is left behind


def fresh(value: Any) -> Any:
    """A case's value as student code is given it: numbers as Python's own, arrays copied, writable, of the same dtype."""
    if isinstance(value, np.ndarray):
        return value.item() if value.ndim == 0 else value.copy()
    return value


def altered(passed: Any, pristine: Any) -> bool:
    """Whether an argument is no longer what was passed. Compared by closeness: theta += eps; theta -= eps leaves 1e-17."""
    if not isinstance(passed, np.ndarray):
        return False  # numbers and texts cannot be changed
    if (passed.shape, passed.dtype) != (pristine.shape, pristine.dtype):
        return True
    if passed.tobytes() == pristine.tobytes():
        return False
    if passed.dtype.kind != "f":
        return True
    largest = float(np.max(np.abs(pristine), initial=1.0, where=np.isfinite(pristine)))
    close = max(RESTORED, ROUNDINGS * float(np.finfo(pristine.dtype).eps)) * largest
    return not np.allclose(passed, pristine, rtol=0.0, atol=close, equal_nan=True)
