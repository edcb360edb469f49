"""What can be wrong with a gradebook file, and how is it told?"""

from collections.abc import Sequence

from autograder.errors import DescentError

TOLD = 10  # problems of one file that are listed


class TemplateError(DescentError):
    """A file of an LMS is not what it should be, or what is to be filled in does not fit it. Nothing has been written."""


def refuse(problems: Sequence[str]) -> None:
    """Raise all problems as one error, if there are any.

    Raises:
        TemplateError: there are.
    """
    if problems:
        more = [f"... and {len(problems) - TOLD} more of the kind."] if len(problems) > TOLD else []
        raise TemplateError("\n".join([*problems[:TOLD], *more]))
