"""Where do the reports lie that a person opens?

`<out>/<student>/<slug>.html` and `.md` for the student, and `<out>/reports.json` with everything for programs. Names become file
names here, so nothing that a student chose can lead out of the folder.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from autograder.errors import UsageError
from autograder.feedback import html, markdown
from autograder.grading.report import Report, Reports

ALL = "reports.json"
LONGEST = 80
_UNSAFE = re.compile(r"[^\w.@+ -]", re.ASCII)
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class Pages:
    """The pages of one grading, written as the reports come.

    Args:
        out: the folder; made where it is not there.
        students: all of them, so that each has a folder of its own.

    Raises:
        UsageError: something cannot be written there.
    """

    def __init__(self, out: Path, students: Iterable[str]) -> None:
        self.out = out
        self._names = folder_names(students)
        with _told(out):
            out.mkdir(parents=True, exist_ok=True)

    def add(self, report: Report) -> None:
        """Write the pages of one report."""
        with _told(self.out):
            folder = self.out / self._names[report.student]
            folder.mkdir(exist_ok=True)
            for ending, text in ((".html", html.render(report)), (".md", markdown.render(report))):
                _replace(folder / f"{report.assignment}{ending}", text)

    def finish(self, reports: Sequence[Report]) -> Path:
        """Write all reports into one file; its path."""
        everything = msgspec.json.format(msgspec.json.encode(Reports(tuple(reports))), indent=2)
        with _told(self.out):
            return _replace(self.out / ALL, everything.decode() + "\n")


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or out
        raise UsageError(f"{where}: feedback cannot be written: {error.strerror}. Choose another folder: --out DIR") from None


def folder_names(students: Iterable[str]) -> dict[str, str]:
    """A folder name for each student: their own name where it is harmless, and no two alike even where case does not count."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for student in dict.fromkeys(students):
        plain = unicodedata.normalize("NFKD", student).encode("ascii", "ignore").decode()
        base = _UNSAFE.sub("_", plain).strip(". ")[:LONGEST] or "student"
        if _RESERVED.fullmatch(base):
            base = f"_{base}"
        name, number = base, 1
        while name.casefold() in taken or name == ALL:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        names[student] = name
    return names


def _replace(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
    return path
