"""Where do the reports lie that a person opens?

`<out>/<student>/<slug>.html` and `.md` for the student, and `<out>/reports.json` with everything for programs. Names become file
names here, so nothing that a student chose can lead out of the folder.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from autograder.errors import UsageError
from autograder.feedback import html, markdown
from autograder.feedback.byhand import NOTHING, ByPeople
from autograder.grading.report import Report, Reports

ALL = "reports.json"
LONGEST = 80  # bytes: file systems allow 255 for a name
_UNSAFE = re.compile(r"[^\w.@+ -]")
_DIGEST = re.compile(r"(?is).*-[0-9a-f]{8}")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class Pages:
    """The pages of one grading, written as the reports come.

    Args:
        out: the folder; made where it is not there.
        people: what people say of a report's work.

    Raises:
        UsageError: something cannot be written there.
    """

    def __init__(self, out: Path, people: Callable[[Report], ByPeople] = lambda report: NOTHING) -> None:
        self.out = out
        self._people = people
        _no_link(out)
        with _told(out):
            out.mkdir(parents=True, exist_ok=True)

    def add(self, report: Report) -> None:
        """Write the pages of one report."""
        people = self._people(report)
        with _told(self.out):
            folder = self.out / folder_name(report.student)
            _no_link(folder)
            folder.mkdir(exist_ok=True)
            for ending, text in ((".html", html.render(report, people)), (".md", markdown.render(report, people))):
                _replace(folder / f"{report.assignment}{ending}", text)

    def finish(self, everything: Reports) -> Path:
        """Write all reports, and what was refused, into one file, in ASCII so that nothing in it steers a terminal; its path."""
        text = json.dumps(json.loads(msgspec.json.encode(everything)), indent=2)
        with _told(self.out):
            return _replace(self.out / ALL, text + "\n")


def _no_link(folder: Path) -> None:
    """Refuse a folder that somebody may have put there to lead elsewhere."""
    if folder.is_symlink():
        raise UsageError(f"{folder}: is a link, through which no feedback is written. Remove it, or choose another folder: --out DIR")


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or out
        raise UsageError(f"{where}: feedback cannot be written: {error.strerror}. Choose another folder: --out DIR") from None


def folder_name(student: str) -> str:
    """The folder of a student's pages: their own name where that is harmless as it is, else what is left of it and a digest.

    It hangs on the name alone, so that a page is found again, and replaced, whoever else is graded with it. A name that ends as with a
    digest gets its own, so that nobody's name can be made to be another's folder.
    """
    kept = _UNSAFE.sub("_", student).strip(". ").encode()[:LONGEST].decode(errors="ignore")
    if kept and kept == student and not _RESERVED.fullmatch(kept) and not _DIGEST.fullmatch(kept) and kept != ALL:
        return kept
    return f"{kept or 'student'}-{hashlib.sha256(student.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _replace(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)  # of an earlier run, or a link
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)  # on a full disk, a piece of it
        raise
    return path
