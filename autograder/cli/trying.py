"""What happens in the cell of a question's result in a student's notebook? It tries the question, as `check` does.

nbgrader's Validate runs these cells too, and takes an error for "not right". So there, and only there, one is raised.
"""

import os
import sys
from pathlib import Path

from autograder.cli.notebook import Checked, checked
from autograder.grading.practice import Practice

VALIDATING = "NBGRADER_EXECUTION"  # set by nbgrader, and by nobody else, while it runs a notebook


class NotYet(AssertionError):
    """Not right yet. A notebook shows its text, without a traceback of ours."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of it."""
        return str(self).splitlines()


def check(question: str) -> None:
    """Try a question in a notebook, and show what is found; nothing anywhere else, as where the notebook is graded.

    Raises:
        NotYet: nbgrader validates, and it is not right on the public examples.
    """
    shell = sys.modules.get("IPython")
    if shell is None or shell.get_ipython() is None:
        return
    from IPython.display import display  # type: ignore[import-not-found, unused-ignore]

    found = checked((question,), sys._getframe(1).f_globals, Path())
    if VALIDATING in os.environ and not _right(found, question):
        raise NotYet(repr(found))
    display(found)  # type: ignore[no-untyped-call, unused-ignore]


def _right(found: Checked, question: str) -> bool:
    practice = found.found
    return isinstance(practice, Practice) and any(one.id == question and one.verdict.counts for one in practice.judged)
