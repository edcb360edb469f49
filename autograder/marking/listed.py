"""When was collected work handed in? `collected.json`, the list that `descent collect` writes beside what it collects, says so.

A time is taken only for the very bytes that the list names. Where a file was changed since, or stands in no list, nothing is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from autograder.errors import UsageError
from autograder.grading.submission import Submission

FILE = "collected.json"
SCHEMA: Final = "descent/collected/1"
LARGEST = 64 * 2**20  # bytes

Zoned = Annotated[datetime, msgspec.Meta(tz=True)]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One file that was collected.

    Attributes:
        path: below the folder in which the list lies.
        handed_in: when, as far as that is known.
        late: whether whoever handed it out says that it was late.
        digest: "sha256:" and the hexadecimal digest of its bytes.
    """

    path: str
    student: str
    slug: str
    file: str
    handed_in: Zoned | None = None
    late: bool | None = None
    digest: str


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
    """

    known: dict[Submission, datetime]
    lists: tuple[Path, ...]
    changed: int


def times(paths: Iterable[Path], submissions: Sequence[Submission]) -> Times:
    """When these submissions were handed in, by the lists in the folders that were named.

    Raises:
        UsageError: a list cannot be read.
    """
    lists = tuple(path / FILE for path in paths if path.is_dir() and (path / FILE).is_file())
    listed = {(one.student, one.slug): one for path in lists for one in _read(path).files}
    known: dict[Submission, datetime] = {}
    changed = 0
    for submission in submissions:
        one = listed.get((submission.student, submission.slug))
        if one is not None and one.digest != submission.digest:
            changed += 1
        elif one is not None and one.handed_in is not None:
            known[submission] = one.handed_in
    return Times(known, lists, changed)


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
