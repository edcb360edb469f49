"""When was collected work handed in, and what came before it? `collected.json`, the list that `descent collect` writes, says so.

A time is taken only for the very bytes that the list names. Where a file was changed since, or stands in no list, nothing is known.
Earlier attempts lie beside the work that counts, in a folder that nobody else looks into; they too are taken for their very bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Annotated, Final, Literal

import msgspec

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.grading.submission import HandIn, Submission
from autograder.marking.tree import read_file

FILE = "collected.json"
EARLIER = ".attempts"  # the folder of what was handed in before: <student>/<slug>/<number>/<file>
SCHEMA: Final = "descent/collected/1"
LARGEST = 64 * 2**20  # bytes

Zoned = Annotated[datetime, msgspec.Meta(tz=True)]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One file that was collected.

    Attributes:
        path: below the folder in which the list lies.
        handed_in: when, as far as that is known.
        late: whether it was late, by its time or by whoever handed it out.
        digest: "sha256:" and the hexadecimal digest of its bytes.
    """

    path: str
    student: str
    slug: str
    file: str
    handed_in: Zoned | None = None
    late: bool | None = None
    digest: str
    latest: bool = True


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """All that was collected into a folder."""

    schema: Literal["descent/collected/1"] = SCHEMA
    files: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """What is known of when work was handed in.

    Attributes:
        lists: the lists that say so.
        changed: how many files are in a list, but are not what it lists.
        by: where the time is not known, and yet that it was in time: when it was due for all.
        earlier: what came before the work that counts, by student and assignment in its order.
        lost: how many of these are in a list, but not there, or not what it lists.
    """

    known: dict[Submission, datetime]
    lists: tuple[Path, ...]
    changed: int
    by: dict[Submission, datetime] = field(default_factory=dict)
    earlier: tuple[HandIn, ...] = ()
    lost: int = 0

    def of(self, submissions: Iterable[Submission]) -> list[HandIn]:
        """What was handed in before these, and then these."""
        return [*self.earlier, *(HandIn(one, self.known.get(one), self.by.get(one)) for one in submissions)]


def times(paths: Iterable[Path], submissions: Sequence[Submission], course: Course) -> Times:
    """When these submissions were handed in, and what before them, by the lists in the folders that were named.

    Args:
        course: whose due dates and whose limit for one file hold.

    Raises:
        UsageError: a list cannot be read.
    """
    lists = tuple(path / FILE for path in paths if path.is_dir() and (path / FILE).is_file())
    files = [(path.parent, one) for path in lists for one in _read(path).files]
    latest = [one for _, one in files if one.latest]
    named = {(one.student, one.slug) for one in latest}
    listed = {(one.student, one.slug, one.digest): one for one in sorted(latest, key=_first_known, reverse=True)}
    due = {entry.slug: entry.due for entry in course.assignments}
    found = Times({}, lists, 0)
    changed = 0
    for submission in submissions:
        one = listed.get((submission.student, submission.slug, submission.digest))
        if one is None:
            changed += (submission.student, submission.slug) in named
        elif one.handed_in is not None:
            found.known[submission] = one.handed_in
        elif (by := _by(one, due)) is not None:
            found.by[submission] = by
    works = {(submission.student, submission.slug) for submission in submissions}
    before = [(folder, one) for folder, one in files if not one.latest and (one.student, one.slug) in works]
    there = [(one, content) for folder, one in before if (content := _content(folder, one, course)) is not None]
    earlier = tuple(
        HandIn(Submission(one.student, one.slug, one.file, content), one.handed_in, _by(one, due), earlier=True)
        for one, content in there
    )
    return replace(found, changed=changed, earlier=earlier, lost=len(before) - len(earlier))


def _first_known(one: Listed) -> tuple[bool, float]:
    """By this the same bytes in several lists are put in order: a known time first, the earliest of those before the others."""
    return one.handed_in is None, one.handed_in.timestamp() if one.handed_in is not None else 0.0


def _by(one: Listed, due: Mapping[str, datetime | None]) -> datetime | None:
    """When it was there at the latest, of which only is known that it was in time."""
    return due.get(one.slug) if one.late is False and one.handed_in is None else None


def _content(folder: Path, one: Listed, course: Course) -> bytes | None:
    """An earlier attempt, if it is where such lie and what the list names."""
    parts = PurePosixPath(one.path).parts
    if len(parts) != 5 or (parts[0], parts[1], parts[2], parts[4]) != (EARLIER, one.student, one.slug, one.file) or ".." in parts:
        return None
    if any(folder.joinpath(*parts[:depth]).is_symlink() for depth in range(1, len(parts))):
        return None
    found = read_file(folder.joinpath(*parts), parts, course.limits.most_bytes(parts[-1]))
    if found.trouble or Submission(one.student, one.slug, one.file, found.content).digest != one.digest:
        return None
    return found.content


def _read(path: Path) -> Listing:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError(
                f"{path}: is larger than {LARGEST >> 20} MB, which no list of collected work is. Collect again, or remove it."
            )
        return msgspec.json.decode(content, type=Listing)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). It says when work was handed in: make it readable.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: is no list of collected work: {error}. Collect again; or remove it, and all is held to be handed in now."
        ) from None
