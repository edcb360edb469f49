"""`check("h")` in a notebook: how far are the values right that stand there now?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from autograder.cli import told
from autograder.course.published import CARRIED, FILE, Published, load, loads
from autograder.errors import DescentError
from autograder.feedback import practice as feedback
from autograder.grading.looking import look
from autograder.grading.practice import Practice


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """What `check` found: a `Practice`, or a sentence that says why it could not look. Notebooks show it as HTML."""

    found: Practice | str

    def __repr__(self) -> str:
        """The same as text."""
        return self.found if isinstance(self.found, str) else feedback.text(self.found, "your notebook")

    def _repr_html_(self) -> str:
        if isinstance(self.found, str):
            return f"<p style='max-width:44em'>{escape(self.found)}</p>"
        return feedback.html(self.found)


def checked(names: Sequence[str], space: dict[str, Any], folder: Path) -> Checked:
    """Check these questions (all if none is named) by the values in a namespace, with the public examples.

    What is wrong with those is shown, not raised: a traceback of ours would only be in the way.
    """
    try:
        return Checked(look(_published(space, folder), space, names))
    except DescentError as error:
        return Checked(told(error))


def _published(space: Mapping[str, Any], folder: Path) -> Published:
    """The examples.json of the folder; what the notebook itself carries where there is none, or one of another assignment.

    Raises:
        CourseError: neither can be used.
    """
    text = space.get(CARRIED)
    if not isinstance(text, str):
        return load(folder / FILE)
    carried = loads(text, CARRIED, "Put the first code cell of this notebook back as you received it, and run it.")
    if not (folder / FILE).exists():
        return carried
    beside = load(folder / FILE)
    return beside if beside.assignment == carried.assignment else carried
