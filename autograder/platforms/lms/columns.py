"""Which column of a gradebook file is which assignment's?

By its title, however it is written, or by the slug; or by what somebody says with --column: a header, a title, or the LMS's own id.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from autograder.course.manifest import Entry
from autograder.marking.tree import spelled
from autograder.platforms.lms.rules import Column, Lms, plain, titles
from autograder.platforms.lms.trouble import refuse

SHOWN = 20  # columns that a message lists


def columns_of(
    lms: Lms, name: str, columns: Sequence[Column], entries: Sequence[Entry], chosen: Mapping[str, str]
) -> dict[str, Column]:
    """The column of each assignment, by its slug.

    Args:
        name: the file's, for messages.
        chosen: what somebody says, by slug.

    Raises:
        TemplateError: with every one that is not there, not clear, or takes no scores.
    """
    found: dict[str, Column] = {}
    missing: list[str] = []
    problems: list[str] = []
    for entry in entries:
        fitting = _fitting(columns, entry, chosen.get(entry.slug))
        if not fitting:
            missing.append(f"{entry.slug} ('{spelled(chosen.get(entry.slug, entry.title))}')")
        elif trouble := _trouble(entry, fitting):
            problems.append(f"{name}, line 1: {trouble}")
        else:
            found[entry.slug] = fitting[0]
    if missing:
        problems.append(
            f"{name}, line 1: there is no column for {', '.join(missing)}. {_there(columns)} Say which is meant: --column SLUG=COLUMN; "
            f"make it on {lms.name} and download again; or choose other assignments: --assignment SLUG"
        )
    by_column = defaultdict(list)
    for slug, column in found.items():
        by_column[column.index].append(slug)
    for slugs in by_column.values():
        if len(slugs) > 1:
            problems.append(f"{name}, line 1: {' and '.join(slugs)} would be one column. Say which is whose: --column SLUG=COLUMN")
    refuse(problems)
    return found


def _fitting(columns: Sequence[Column], entry: Entry, chosen: str | None) -> list[Column]:
    """The columns that may be an assignment's; of those that nobody chose the ones that take scores, if there are any."""
    if chosen is None:
        fitting = [column for column in columns if {plain(column.title), plain(column.also)} & set(titles(entry))]
        return [column for column in fitting if not column.closed] or fitting
    exact = [column for column in columns if chosen in (column.header, column.id)]
    return exact or [column for column in columns if plain(chosen) in map(plain, (column.header, column.title, column.also))]


def _trouble(entry: Entry, fitting: Sequence[Column]) -> str:
    """Why these are not one column that takes scores; "" if they are."""
    if len(fitting) > 1:
        headers = " and ".join(f"'{spelled(column.header)}'" for column in fitting[:2])
        return f"{headers} may both be {entry.slug}. Say which: --column {entry.slug}=COLUMN"
    return f"'{spelled(fitting[0].header)}' takes no scores. {fitting[0].closed}" if fitting[0].closed else ""


def _there(columns: Sequence[Column]) -> str:
    there = [f"'{spelled(column.header)}'" for column in columns if not column.closed]
    if not there:
        return "There is none that takes scores."
    return f"There is: {', '.join(there[:SHOWN])}{', ...' if len(there) > SHOWN else ''}."
