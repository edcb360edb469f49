"""How do groups look, and what has a change of one done? For people as text, for programs as JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from autograder.feedback import plain, words
from autograder.gradebook.groups import Group, Member, Move, Regrouped
from autograder.marking.scores import why

SCHEMA = "descent/groups/1"
OUT = "opted out"


class Grouped(msgspec.Struct, frozen=True):
    """What `descent group list --json` prints."""

    groups: tuple[Group, ...]
    schema: str = SCHEMA


def render(found: Sequence[Group]) -> str:
    """A section for each assignment, a line for each group; ends with a newline."""
    if not found:
        return "There are no groups. To make one: descent group make SLUG NAME STUDENT STUDENT ...\n"
    sections = ["\n".join([slug, *_lines(list(some))]) for slug, some in groupby(found, key=lambda one: one.slug)]
    return "\n\n".join(sections) + "\n"


def told(done: Regrouped) -> str:
    """The groups that a change was about, as they are now, and whose score it moves; ends with a newline."""
    lines = [f"{plain.name(one.name)}, {one.slug}: {members(one.members)}." for one in done.groups]
    inside = {member.student for one in done.groups for member in one.members}
    if left := [plain.name(one) for one in done.students if one not in inside]:
        lines.append(f"{words.listed(left)}: in no group for it now.")
    if not done.students:
        lines.append("That was so already; nothing is changed.")
    wide = max((len(plain.name(move.after.student)) for move in done.moves), default=0)
    lines += [_moved(move, wide) for move in done.moves]
    return "\n".join(lines) + "\n"


def members(found: Sequence[Member]) -> str:
    """Who is in a group, and who of them is opted out."""
    return ", ".join(f"{plain.name(one.student)} ({OUT})" if one.opted_out else plain.name(one.student) for one in found)


def _lines(found: Sequence[Group]) -> Iterator[str]:
    wide = max(len(plain.name(one.name)) for one in found)
    for one in found:
        yield f"  {plain.name(one.name):<{wide}}  {members(one.members)}"


def _moved(move: Move, wide: int) -> str:
    before, after = _score(move.before), _score(move.after.standing.score)
    most = words.points(move.after.standing.max_score)
    return f"  {plain.name(move.after.student):<{wide}}  {before} → {after} of {most}  {why(move.after)}".rstrip()


def _score(points: float | None) -> str:
    return words.NO_POINTS if points is None else words.points(points)
