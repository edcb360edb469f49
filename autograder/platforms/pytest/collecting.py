"""Which files are students' work, and what does each question of theirs say as a test?

A folder with an examples.json holds one assignment. Its file is collected, a test for each question; nothing of it is run before the
first of them is, and all of it then at once.
"""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

import pytest

from autograder.course.published import FILE, Published, PublishedQuestion, load, worked_in
from autograder.errors import CourseError
from autograder.grading.report import QuestionReport, Report
from autograder.platforms.pytest.checking import check
from autograder.platforms.pytest.summary import BEGIN_HERE, LINE, MAX_POINTS, POINTS, VERDICT
from autograder.platforms.pytest.telling import NotRight, Said, Unable, not_judged, waiting

OURS = b'"descent/examples/'
MISSING = "Neither {file} nor {notebook} is in this folder. Put your file back, under that name."
UNKNOWN = "the work"


def collected(path: Path, parent: pytest.Collector, others: Sequence[pytest.Collector]) -> list[pytest.Collector]:
    """Who collects a file that lies beside an examples.json.

    Args:
        others: who would collect it without us.
    """
    published = _published(path.parent)
    named = parent.session.isinitpath(path)
    if published is None:
        return [*others]
    if isinstance(published, CourseError):
        return [_collector(parent, path)] if path.name == FILE or (named and not _is_test(path, parent.config)) else [*others]
    worked = worked_in(published, path.parent)
    if path.name == FILE:
        return [*others] if worked else [_collector(parent, path)]
    if path.name not in (published.file, published.notebook) and not (named and not _is_test(path, parent.config)):
        return [*others]
    kept = [] if path.suffix == ".py" else [*others]  # a module would be imported
    return [*kept, _collector(parent, path)] if named or path == worked else kept


class AssignmentFile(pytest.File):
    """A student's file. One check of it answers for all of its questions."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each question, in the order asked; a single one where there is no telling which they are, or no file."""
        published = _published(self.path.parent)
        if isinstance(published, Published) and self.path.name != FILE:
            for question in published.questions:
                yield QuestionItem.from_parent(self, name=question.id, question=question)
        else:
            yield LostItem.from_parent(self, name=UNKNOWN)

    @cached_property
    def checked(self) -> Report | str:
        """What `descent check` says of the file."""
        return check(self.path, float(self.config.getini("descent_timeout")))


class QuestionItem(pytest.Item):
    """One question: it holds on the public examples, or it says what was seen."""

    def __init__(self, *, question: PublishedQuestion, **more: object) -> None:
        super().__init__(**more)  # type: ignore[arg-type]
        self.question = question
        self._note(0.0)

    def setup(self) -> None:
        """Check the file, unless that was done for another question.

        Raises:
            Unable: nothing of the file could be judged.
        """
        if isinstance(checked := self._checked, str):
            raise Unable(Said(checked, checked))

    def runtest(self) -> None:
        """Look the question up in the report.

        Raises:
            NotRight: it is not right.
            skip.Exception: it hangs on one that fails in this run. Where none does it fails itself: nobody shall take what was not
                judged for right.
        """
        report = self._checked
        assert isinstance(report, Report)
        found = next((one for one in report.questions if one.id == self.name), None)
        if found is None:
            reason = waiting(report, self.name)
            raise not_judged(reason, str(self.path)) if self._another_fails(report) else NotRight(Said(reason, reason))
        self._note(found.points, found)
        if not found.verdict.counts:
            if first := found == report.first_broken:
                self.user_properties.append((BEGIN_HERE, 1))
            raise NotRight(Said.of(found, report if first else None))

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file, no line of it, and the question."""
        return self.path, None, self.name

    @property
    def _checked(self) -> Report | str:
        assert isinstance(self.parent, AssignmentFile)
        return self.parent.checked

    def _another_fails(self, report: Report) -> bool:
        broken = {one.id for one in report.questions if not one.verdict.counts}
        return any(item.parent is self.parent and item.name in broken for item in self.session.items)

    def _note(self, points: float, found: QuestionReport | None = None) -> None:
        """What JUnit XML, the summary and other processes are told."""
        self.user_properties[:] = [(POINTS, points), (MAX_POINTS, self.question.points)]
        if found is not None:
            self.user_properties.append((VERDICT, str(found.verdict)))
            if found.place is not None and not found.place.cell:
                self.user_properties.append((LINE, found.place.line))


class LostItem(pytest.Item):
    """What cannot be tried: there is no file, or its examples.json is damaged."""

    def setup(self) -> None:
        """Say what is the matter.

        Raises:
            Unable: always.
        """
        match _published(self.path.parent):
            case Published(file=file, notebook=notebook):
                said = MISSING.format(file=file, notebook=notebook)
            case damaged:
                said = str(damaged)
        raise Unable(Said(said, said))

    def runtest(self) -> None:
        """Never asked for."""

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file, no line of it, and no question."""
        return self.path, None, self.name


def _collector(parent: pytest.Collector, path: Path) -> AssignmentFile:
    return AssignmentFile.from_parent(parent, path=path)


def _published(folder: Path) -> Published | CourseError | None:
    """What is published in a folder, or what is wrong with that; None where the examples.json is somebody else's."""
    try:
        if OURS not in (folder / FILE).read_bytes():
            return None
        return load(folder / FILE)
    except OSError:
        return None
    except CourseError as error:
        return error


def _is_test(path: Path, config: pytest.Config) -> bool:
    """Whether pytest takes a file for tests by its name, such as those that a student has written."""
    return path.suffix == ".py" and any(fnmatch(path.name, pattern) for pattern in config.getini("python_files"))
