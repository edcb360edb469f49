"""What lies in the folder of what was collected?

`<student>/<slug>/<file>` for what counts, `.attempts/<student>/<slug>/<number>/<file>` for what was handed in before that (`descent
grade` looks at nothing whose name begins with a dot), `collected.json` with everything that is known of each file, and
`receipts.csv` for the students. The folder is written whole, beside its place, and then put there; an earlier collection gives way
to it only if nobody has changed anything in that.
"""

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

import msgspec

from autograder.errors import UsageError
from autograder.marking.listed import EARLIER, SCHEMA, Listing
from autograder.marking.listed import FILE as LIST
from autograder.marking.tree import spelled
from autograder.platforms.collecting.gather import Collection, Taken
from autograder.platforms.collecting.pieces import Left
from autograder.platforms.lms.formulas import harmless

RECEIPTS = "receipts.csv"
COLUMNS = ("student", "slug", "file", "digest", "handed_in", "collected")

Files = dict[str, bytes]


class CollectedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file in the list. `from_` is where it was found; `attempt` counts from 1, and `latest` is the one that counts."""

    path: str
    student: str
    slug: str
    file: str
    handed_in: datetime | None
    late: bool | None
    digest: str
    from_: str = msgspec.field(name="from")
    attempt: int
    attempts: int
    latest: bool


class LeftFile(msgspec.Struct, frozen=True):
    """A file that was not collected, and why."""

    path: str
    why: str


class CollectedList(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found: the files by student and assignment with the earliest attempt first."""

    schema: str = SCHEMA
    files: tuple[CollectedFile, ...]
    left: tuple[LeftFile, ...]
    passed: tuple[LeftFile, ...]


def listed(collection: Collection) -> CollectedList:
    """The list of what was collected."""
    return CollectedList(
        files=tuple(_file(one) for one in collection.taken),
        left=tuple(_left(one) for one in collection.left),
        passed=tuple(_left(one) for one in collection.passed),
    )


def planned(collection: Collection, *, now: datetime) -> Files:
    """Every file of the folder by its path in it, with slashes."""
    files = {_path(one): one.attempt.submission.content for one in collection.taken}
    text = json.dumps(msgspec.to_builtins(listed(collection)), indent=2)  # in ASCII, so that nothing in it steers a terminal
    return {**files, LIST: f"{text}\n".encode(), RECEIPTS: _receipts(collection, now)}


def check(out: Path, paths: list[Path]) -> None:
    """Refuse, before anything is looked at, a folder that cannot be written to.

    Raises:
        UsageError: it is a file or a link, holds something else than an earlier collection, or lies where something is collected.
    """
    shown = spelled(str(out))
    if out.is_symlink():
        raise UsageError(f"{shown}: is a link, through which nothing is written. Remove it, or name another folder: --out DIR")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{shown}: is a file. Name a folder: --out DIR")
    for path in paths:
        one, other = path.resolve(), out.resolve()
        if path.is_dir() and (other.is_relative_to(one) or one.is_relative_to(other)):
            raise UsageError(
                f"{shown}: lies in {spelled(str(path))}, of which it is to be collected, or around it. Name another: --out DIR"
            )
    if out.is_dir() and (strange := _strange(out)):
        raise UsageError(
            f"{shown}: holds what was not collected, or was changed since: {spelled(strange)}. Move it away, or name another folder: "
            "--out DIR"
        )


def write(files: Files, out: Path) -> None:
    """Write the folder whole, in the place of an earlier collection; call `check` first.

    Raises:
        UsageError: it cannot be written. Then all is as it was before.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100  # not resolved: a link above it stays one
    new, old = (out.with_name(f".{out.name}.{os.getpid()}.{ending}") for ending in ("new", "old"))
    try:
        _remove(new)
        for name, content in files.items():
            path = new / PurePosixPath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _put(new, out, old)
    except OSError as error:
        where = spelled(str(error.filename or out))
        raise UsageError(
            f"{where}: cannot be written: {error.strerror}. Nothing was collected. Name another folder: --out DIR"
        ) from None
    finally:
        _remove(new)
    _remove(old)


def _put(new: Path, out: Path, old: Path) -> None:
    """Put the new folder in its place, or leave there what was."""
    if out.is_dir():
        out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if old.is_dir():
            old.rename(out)
        raise


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _strange(out: Path) -> str:
    """The first thing in a folder that no earlier collection has left there as it is; "" if there is none."""
    there = sorted(_walk(out))
    if not there:
        return ""
    try:
        known = msgspec.json.decode((out / LIST).read_bytes(), type=Listing)
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return there[0]
    digests = {one.path: one.digest for one in known.files}
    for name in there:
        path = out / PurePosixPath(name)
        if name in (LIST, RECEIPTS) and not path.is_symlink():
            continue
        if path.is_symlink() or not path.is_file() or digests.get(name) != _digest(path.read_bytes()):
            return name
    return ""


def _walk(folder: Path) -> Iterator[str]:
    """Everything below that is no folder, by its path with slashes."""
    for above, _, names in os.walk(folder):
        for name in names:
            yield Path(above, name).relative_to(folder).as_posix()
    for above, folders, _ in os.walk(folder):
        yield from (Path(above, name).relative_to(folder).as_posix() for name in folders if Path(above, name).is_symlink())


def _path(one: Taken) -> str:
    submission = one.attempt.submission
    if one.latest:
        return f"{submission.student}/{submission.slug}/{submission.file}"
    return f"{EARLIER}/{submission.student}/{submission.slug}/{one.number}/{submission.file}"


def _file(one: Taken) -> CollectedFile:
    submission = one.attempt.submission
    return CollectedFile(
        path=_path(one),
        student=submission.student,
        slug=submission.slug,
        file=submission.file,
        handed_in=one.attempt.at,
        late=one.late,
        digest=submission.digest,
        from_=one.attempt.origin,
        attempt=one.number,
        attempts=one.of,
        latest=one.latest,
    )


def _left(one: Left) -> LeftFile:
    return LeftFile(one.path, one.why)


def _receipts(collection: Collection, now: datetime) -> bytes:
    """A line for each hand-in that was accepted, of which no spreadsheet program takes a cell for a formula."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for one in collection.taken:
        submission, at = one.attempt.submission, one.attempt.at
        time = at.isoformat() if at else ""
        cells = (submission.student, submission.slug, submission.file, submission.digest, time, now.isoformat(timespec="seconds"))
        rows.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
