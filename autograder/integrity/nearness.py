"""Do two statements of one truth agree, and how are they told to an author?"""

import numpy as np

from autograder.course.cases import Case
from autograder.course.closeness import Answer, as_answer, parts, same_shape

RTOL = 1e-7


def near(found: Answer | None, expected: Answer, rtol: float = RTOL, atol: float = 0.0) -> bool:
    """Whether two answers agree, part by part, within a part of the larger one's largest entry, or within `atol`; both not finite in
    the same places is agreement.
    """
    if found is None or not same_shape(found, expected):
        return False
    if isinstance(expected, tuple) or isinstance(found, tuple):
        return all(near(one, other, rtol, atol) for one, other in zip(parts(found), parts(expected), strict=True))
    if isinstance(expected, str) or isinstance(found, str):
        return found == expected
    found = found.reshape(expected.shape)
    finite = np.isfinite(expected)
    if not np.array_equal(np.where(finite, 0.0, found), np.where(finite, 0.0, expected), equal_nan=True):
        return False
    scale = max(np.max(np.abs(side), initial=0.0, where=finite) for side in (found, expected))
    gap = np.where(finite, found, 0.0) - np.where(finite, expected, 0.0)
    return bool(np.all(np.abs(gap) <= atol + rtol * scale))


def shown_givens(case: Case) -> str:
    """The inputs of a case, for a sentence."""
    return ", ".join(f"{name} = {shown(as_answer(value))}" for name, value in case.givens.items())


def shown(value: Answer | None) -> str:
    """An answer in a sentence."""
    if isinstance(value, tuple):
        return f"({', '.join(map(shown, value))})"
    if isinstance(value, str):
        return repr(value)
    return "nothing" if value is None else np.array2string(value, precision=8, threshold=12).replace("\n", "")
