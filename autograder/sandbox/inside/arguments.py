"""What is a student's function handed, and has it left that as it was?"""

from math import isfinite
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
    largest = max([1.0, *(abs(entry) for entry in pristine.ravel().tolist() if isfinite(entry))])
    close = max(RESTORED, ROUNDINGS * float(np.finfo(pristine.dtype).eps)) * largest
    with np.errstate(all="ignore"):
        near = abs(passed - pristine) <= close  # by operators: what stands in `np` by now may be the student's
    return not ((passed == pristine) | near | ((passed != passed) & (pristine != pristine))).all()
