"""What do the LMSes' own gradebooks look like when they are downloaded to be filled in? And the roster of the course.

Besides the assignments each has columns that are nobody's business here, and the row of somebody who has left the course.
"""

from collections.abc import Sequence

from autograder.course.manifest import Course, Entry
from examples.term.dice import Dice
from examples.term.downloads import Files, table
from examples.term.people import Student
from examples.term.plan import TASKS, Term

GONE = Student("znowak", "Zofia", "Nowak", "20240001", 9001, 99_001, 399_001, "Mon")
CHANGED_BY_BRIGHTSPACE = '/"*<>+=|,%'  # what no grade item's name may hold there


def roster(term: Term) -> bytes:
    """Who is in the course."""
    rows = [["id", "name", "email", "login", "number", "section", "time_factor"]]
    for one in term.students:
        rows.append([one.id, one.name, one.email, one.login, one.number, one.section, f"{one.time_factor:g}"])
    return table(rows)


def groups(term: Term) -> bytes:
    """Who works with whom."""
    rows = [["assignment", "group", "student"]]
    return table([*rows, *([one.task.slug, one.name, student.id] for one in term.groups for student in one.members)])


def gradebooks(term: Term, course: Course) -> Files:
    """A gradebook of each LMS that takes one back, some old scores in it."""
    entries = [course.entry(task.slug) for task in TASKS]
    dice = Dice(term.seed, "gradebooks")
    people = [*term.students, GONE]
    old = {(one.id, entry.slug): f"{dice.between(0, 20) / 2:.2f}" for one in people for entry in entries if dice.chance(0.1)}
    return {
        "gradebooks/canvas.csv": _canvas(people, entries, old),
        "gradebooks/moodle.csv": _moodle(people, entries, old),
        "gradebooks/blackboard.xls": _blackboard(people, entries, old),
        "gradebooks/brightspace.csv": _brightspace(people, entries, old),
    }


Old = dict[tuple[str, str], str]


def _canvas(people: Sequence[Student], entries: Sequence[Entry], old: Old) -> bytes:
    titles = [f"{entry.title} ({4711 + at})" for at, entry in enumerate(entries)]
    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles, "Essay (4801)", "Final Score"]]
    rows.append(["    Points Possible", "", "", "", "", *(f"{entry.points:g}" for entry in entries), "20", "(read only)"])
    for one in sorted(people, key=lambda one: one.sortable):
        cells = [old.get((one.id, entry.slug), "") for entry in entries]
        rows.append([one.sortable, str(one.canvas), one.number, one.login, one.section, *cells, "17.5", "87.50"])
    rows.append(["Student, Test", "9999", "", "9a8b7c", "Mon", *("" for _ in entries), "", ""])
    return table(rows)


def _moodle(people: Sequence[Student], entries: Sequence[Entry], old: Old) -> bytes:
    titles = [f"Assignment: {entry.title} (Real)" for entry in entries]
    after = ["Course total (Real)", "Last downloaded from this course"]
    rows = [["First name", "Last name", "ID number", "Email address", *titles, *after]]
    for one in people:
        cells = [old.get((one.id, entry.slug), "-") for entry in entries]
        rows.append([one.given, one.family, one.number, one.email, *cells, "0.00", "1766500000"])
    return table(rows)


def _blackboard(people: Sequence[Student], entries: Sequence[Entry], old: Old) -> bytes:
    titles = [f"{entry.title} [Total Pts: {entry.points:g} Score] |{664_617 + at}" for at, entry in enumerate(entries)]
    rows = [["Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability", *titles]]
    for one in people:
        cells = [old.get((one.id, entry.slug), "") for entry in entries]
        rows.append([one.family, one.given, one.login, one.number, "2025-12-20 09:14:00", "Yes", *cells])
    return table(rows, delimiter="\t", encoding="utf-16", quoting=True)


def _brightspace(people: Sequence[Student], entries: Sequence[Entry], old: Old) -> bytes:
    titles = [f"{_allowed(entry.title)} Points Grade <Numeric MaxPoints:{entry.points:g}>" for entry in entries]
    rows = [["OrgDefinedId", "Username", *titles, "End-of-Line Indicator"]]
    for one in people:
        rows.append([f"#{one.number}", f"#{one.login}", *(old.get((one.id, entry.slug), "") for entry in entries), "#"])
    return table(rows)


def _allowed(title: str) -> str:
    return "".join(sign for sign in title if sign not in CHANGED_BY_BRIGHTSPACE)
