"""From when on does a student see which answers are right?"""

from enum import StrEnum


class Until(StrEnum):
    """How long the questions' results are hidden from students, in Gradescope's words. The total is never hidden."""

    VISIBLE = "visible"
    DUE = "after_due_date"
    PUBLISHED = "after_published"

    @property
    def when(self) -> str:
        """When a student sees them, as the end of a sentence."""
        return {Until.VISIBLE: "now", Until.DUE: "after the due date", Until.PUBLISHED: "when the grades are published"}[self]
