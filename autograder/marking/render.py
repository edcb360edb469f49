"""Where do the reports lie that a person opens?

`<out>/<student>/<slug>.html` and `.md` for the student, and `<out>/reports.json` with everything for programs. Names become file
names here, so nothing that a student chose can lead out of the folder.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from autograder.errors import UsageError
from autograder.feedback import html, markdown
from autograder.grading.report import Report, Reports

ALL = "reports.json"
LONGEST = 80
_UNSAFE = re.compile(r"[^\w.@+ -]")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class Pages:
    """The pages of one grading, written as the reports come.

    Args:
        out: the folder; made where it is not there.

    Raises:
        UsageError: something cannot be written there.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        with _told(out):
            out.mkdir(parents=True, exist_ok=True)

    def add(self, report: Report) -> None:
        """Write the pages of one report."""
        with _told(self.out):
            folder = self.out / folder_name(report.student)
            folder.mkdir(exist_ok=True)
            for ending, text in ((".html", html.render(report)), (".md", markdown.render(report))):
                _replace(folder / f"{report.assignment}{ending}", text)

    def finish(self, everything: Reports) -> Path:
        """Write all reports, and what was refused, into one file; its path."""
        text = msgspec.json.format(msgspec.json.encode(everything), indent=2).decode()
        with _told(self.out):
            return _replace(self.out / ALL, text + "\n")


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or out
        raise UsageError(f"{where}: feedback cannot be written: {error.strerror}. Choose another folder: --out DIR") from None


def folder_name(student: str) -> str:
    """The folder of a student's pages: their own name where that is harmless as it is, else what is left of it and a digest.

    It hangs on the name alone, so that a page is found again, and replaced, whoever else is graded with it.
    """
    kept = _UNSAFE.sub("_", student).strip(". ")[:LONGEST]
    if kept and kept == student and not _RESERVED.fullmatch(kept) and kept != ALL:
        return kept
    return f"{kept or 'student'}-{hashlib.sha256(student.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _replace(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
    return path
