"""Descent: an auto-graded course in gradient descent. In a notebook: `from autograder import check`, then `check("h")`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.cli.notebook import Checked

__all__ = ["check"]


def check(*questions: str) -> "Checked":
    """Check your answers on the public example whose inputs stand in your notebook.

    Args:
        questions: the names of the answers to check, each with what it hangs on: `check("nn_output")`. All of them if none is named.
    """
    import sys
    from pathlib import Path

    from autograder.cli.notebook import checked

    return checked(questions, sys._getframe(1).f_globals, Path())
