"""What is a measured question's answer worth on one public example, on the student's own machine?

The measure is the author's own text, as examples.json holds it. Its formula uses its parameters and NumPy.
"""

from collections.abc import Mapping
from math import isfinite

import numpy as np

from autograder.course.closeness import Answer
from autograder.course.givens import Value
from autograder.course.published import PublishedQuestion
from autograder.sandbox.inside.formula import formula


def share(question: PublishedQuestion, got: Answer | None, givens: Mapping[str, Value]) -> float | None:
    """From 0 to 1; None where there is nothing that can be measured."""
    if got is None:
        return None
    with np.errstate(all="ignore"):
        try:
            worth = float(formula(question.id, question.measure)(got, *[givens[name] for name in question.measured_by]))
        except Exception:  # what a student's code gave may have any form
            return None
    return min(1.0, max(0.0, worth)) if isfinite(worth) else 0.0
