"""Who stands in which group in a CSV file? Columns `group` and `student`, and `assignment` where it is not said otherwise.

With anything wrong nobody is read: every line is told.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from autograder.course.manifest import Course
from autograder.errors import CourseError
from autograder.gradebook.groups import Wish
from autograder.gradebook.rosterfile import DELIMITERS, decoded

COLUMNS = ("group", "student", "assignment")


def read(path: Path, course: Course, slug: str | None = None) -> list[Wish]:
    """What a file says, line by line.

    Args:
        slug: the assignment, where the file has no column for it.

    Raises:
        CourseError: with every line that is wrong.
    """
    text = decoded(path)
    where = repr(str(path))[1:-1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=text.partition("\n")[0].count))
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise CourseError([f"{where} line {reader.line_num}: cannot be read as CSV: {error}. Save it as CSV (UTF-8) again."]) from None
    if len(rows) < 2:
        raise CourseError([f"{where}: nobody stands in it. Expected a header group,student and a line for each student."])
    (line, header), *rest = rows
    columns = [" ".join(cell.split()).casefold() for cell in header]
    if problems := _header_problems(columns, slug):
        raise CourseError(f"{where} line {line}: {problem}" for problem in problems)
    wishes, problems = [], []
    for at, row in rest:
        here = f"{where} line {at}: "
        said = dict(zip(columns, row, strict=False))
        trouble = _row_problems(said, row, columns, course)
        problems += [f"{here}{problem}" for problem in trouble]
        wishes.append(Wish(said.get("assignment") or slug or "", said.get("group", ""), said.get("student", ""), here))
    if problems:
        raise CourseError(problems)
    return wishes


def _header_problems(columns: Sequence[str], slug: str | None) -> list[str]:
    known = ", ".join(COLUMNS)
    problems = [f"the column {one!a} is not known. Known are: {known}. Rename or remove it." for one in columns if one not in COLUMNS]
    problems += [f"the column {one!a} stands twice. Remove one." for one in COLUMNS if columns.count(one) > 1]
    problems += [f"there is no column {one!a}. Expected a header group,student" for one in COLUMNS[:2] if one not in columns]
    if (slug is None) is ("assignment" not in columns):
        problems.append(
            "the assignment is not said. Add a column 'assignment', or name it: --assignment SLUG"
            if slug is None
            else "the assignment is said twice, by a column and by --assignment. Leave one of them."
        )
    return problems


def _row_problems(said: dict[str, str], row: Sequence[str], columns: Sequence[str], course: Course) -> list[str]:
    if len(row) > len(columns):
        return [f"has {len(row)} cells, and the header {len(columns)}. Mend it."]
    problems = [f"the {one} is missing. Write it in, or remove the line." for one in columns if not said.get(one)]
    slugs = [entry.slug for entry in course.assignments]
    if (slug := said.get("assignment")) and slug not in slugs:
        problems.append(f"there is no assignment {slug[:80]!a}. There is: {', '.join(slugs)}.")
    return problems
