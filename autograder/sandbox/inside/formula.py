"""How does the text of an author's formula, handed out with an assignment, become a function?

Only on a student's own machine: the judge has the formula itself. It uses its parameters and NumPy, as `np`.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np


@cache
def formula(name: str, text: str) -> Callable[..., Any]:
    """The function of that name that the text defines."""
    space: dict[str, Any] = {"np": np}
    exec(compile(text, f"<{name}>", "exec", dont_inherit=True), space)  # noqa: S102  # the author's own
    return space[name]  # type: ignore[no-any-return]
