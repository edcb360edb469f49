"""Which new mistakes could the author name? Wrong values that several share, each with the code of one who has it, as text."""

from collections.abc import Iterator

import msgspec

from autograder.feedback import plain
from autograder.feedback.classroom.clusters import Cluster
from autograder.feedback.words import counted

SCHEMA = "descent/suggestions/1"
NOTHING = "Nothing to suggest: no two students share a wrong value that no mistake explains."
LONGEST_CODE = 160  # characters of a line

_BOLD = "1"


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster, and what the author needs to make a mistake of it.

    Attributes:
        expected: the value that is right on the first example.
        parameters: what the question's own formula is given: a mistake may take any of it.
        file: of the example; `code`: its lines at the place, nothing where they are not known.
    """

    cluster: Cluster
    expected: str
    parameters: tuple[str, ...]
    file: str
    code: tuple[str, ...]


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """What `descent mistakes suggest --json` prints."""

    assignment: str
    suggestions: tuple[Suggestion, ...]
    schema: str = SCHEMA


def render(found: Suggestions, *, named: bool = False, colour: bool = False) -> str:
    """One after another, the most frequent first; ends with a newline."""
    if not found.suggestions:
        return f"{found.assignment}: {NOTHING[0].lower()}{NOTHING[1:]}\n"
    head = f"{found.assignment}: {counted(len(found.suggestions), 'wrong value')} that several share and no mistake explains"
    lines = [line for each in found.suggestions for line in ("", *_told(each, named, colour))]
    return "\n".join([head, *lines, "", *_remedy(found.assignment)]) + "\n"


def _told(each: Suggestion, named: bool, colour: bool) -> Iterator[str]:
    cluster = each.cluster
    head = f"{plain.name(cluster.question)}: {counted(cluster.size, 'student')}"
    yield f"\x1b[{_BOLD}m{head}\x1b[0m" if colour else head
    yield f"  on the first example  {cluster.value}"
    yield f"  expected there        {each.expected}" + ("  (the same: with other inputs it differs)" if cluster.as_expected else "")
    if cluster.before:
        yield f"  wrong before it       {', '.join(map(plain.line, cluster.before))}"
    if named:
        yield f"  who                   {', '.join(map(plain.name, cluster.students))}"
    if cluster.place is not None:
        yield f"  one of them           {plain.name(each.file)}, {cluster.place}"
    yield from (f"      {code(line)}" for line in each.code)
    yield "  for questions.py"
    yield from (f"      {line}" for line in _skeleton(each))


def code(line: str) -> str:
    """A line of a student's code as a terminal may show it: its indentation, and nothing that steers."""
    bare = line.lstrip()
    return " " * min(len(line) - len(bare), 40) + plain.line(bare, LONGEST_CODE)


def _skeleton(each: Suggestion) -> Iterator[str]:
    yield f"@{each.cluster.question}.mistake"
    yield f"def a_name_for_it({', '.join(each.parameters)}):"
    yield '    """A question that a tutor would ask, and that does not give the answer away."""'
    yield "    return ..."


def _remedy(slug: str) -> Iterator[str]:
    yield f"Write the formula into solutions/{slug}/questions.py. Then `descent verify {slug}` proves that it is told from all"
    yield f"others, and `descent regrade {slug}` shows what it changes."
