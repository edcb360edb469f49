"""How many times as long as others' may the runs of somebody's work take?

The roster's time factor says it; in a group the largest of its members'. It reaches the sandbox's time limits and nothing else: hidden
cases, values and reports are what they would be without.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from autograder.gradebook.tables import groups, roster, students
from autograder.grading.submission import Submission


@dataclass(frozen=True, slots=True)
class Allowance:
    """Who has more time than others.

    Attributes:
        students: the factors of those who have.
        groups: by student and assignment, of those who work in a group one of whom has.
    """

    students: Mapping[str, float] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def of(self, submission: Submission) -> float:
        """The factor for one submission."""
        student, slug = submission.student, submission.slug
        return self.groups.get((student, slug), self.students.get(student, 1.0))


def allowance(connection: Connection) -> Allowance:
    """Who has more time, by the roster as it is now."""
    query = select(students.c.name, roster.c.time_factor).select_from(roster.join(students)).where(roster.c.time_factor > 1)
    more = {row.name: row.time_factor for row in connection.execute(query)}
    if not more:
        return Allowance()
    columns = select(students.c.name, groups.c.slug, groups.c.name.label("group"))
    rows = connection.execute(columns.select_from(groups.join(students)).where(~groups.c.opted_out)).all()
    longest: dict[tuple[str, str], float] = {}
    for row in rows:
        longest[row.slug, row.group] = max(longest.get((row.slug, row.group), 1.0), more.get(row.name, 1.0))
    return Allowance(more, {(row.name, row.slug): longest[row.slug, row.group] for row in rows})
