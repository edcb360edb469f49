"""What does the student get of a master?

The master's text with every solution cut out. A stub cannot drift from its solution, since it is derived from it.
"""

import ast
import re

from autograder.building.cuts import Cut, Problem, cuts, worded
from autograder.building.markers import marks
from autograder.building.placeholders import placeholder
from autograder.errors import CourseError


def stub(text: str, file: str = "master") -> str:
    """A master's text with a placeholder for each solution; ends with one line feed and no empty line.

    Args:
        text: the master, with line feeds only.
        file: how the master is named in messages.

    Raises:
        CourseError: with every marker that is out of place, every solution that cannot be cut out, or the place where the
            stub would not be Python.
    """
    lines = text.split("\n")
    found, problems = cuts(text, file)
    tree = ast.parse(text)
    filled: list[tuple[Cut, list[str]]] = []
    for cut in found:
        try:
            filled.append((cut, placeholder(cut, lines, tree)))
        except ValueError as error:
            problems.append((cut.first, str(error)))
    if problems:
        raise CourseError(worded(problems, file))
    made = _spliced(lines, filled)
    while made and not made[-1][1].strip():
        made.pop()
    if problem := _broken(made) or _marked(made):
        raise CourseError(worded([problem], file))
    return "".join(f"{line}\n" for _, line in made)


def _spliced(lines: list[str], filled: list[tuple[Cut, list[str]]]) -> list[tuple[int, str]]:
    """The stub's lines, each with the line of the master that it comes from."""
    made: list[tuple[int, str]] = []
    done = 0
    for cut, instead in filled:
        made += enumerate(lines[done : cut.first - 1], done + 1)
        made += ((cut.first, line) for line in instead)
        done = cut.last
    return made + list(enumerate(lines[done:], done + 1))


def _marked(made: list[tuple[int, str]]) -> Problem | None:
    """Where a marker is left, in lines of the master: one that a prompt holds."""
    if left := marks("".join(f"{line}\n" for _, line in made)):
        return made[left[0].first - 1][0], "a prompt of this solution holds a marker. Take it out: a prompt is what the student reads."
    return None


def _broken(made: list[tuple[int, str]]) -> Problem | None:
    """Where the stub is not Python, in lines of the master."""
    try:
        ast.parse("".join(f"{line}\n" for _, line in made))
    except SyntaxError as error:
        origin = made[min(error.lineno or 1, len(made)) - 1][0]
        why = re.sub(r" on line \d+", "", error.msg)
        return origin, f"without its solutions the file is not Python here: {why}. Write a prompt, or leave a line in its place."
    return None
