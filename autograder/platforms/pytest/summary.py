"""How many points is that, on the public examples? For the terminal, and as annotations for GitHub."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.feedback.practice import FOLLOWS
from autograder.feedback.words import counted, points
from autograder.grading.report import total

POINTS = "descent.points"
MAX_POINTS = "descent.max_points"
VERDICT = "descent.verdict"
LINE = "descent.line"
BEGIN_HERE = "descent.begin_here"
"""What a question notes of itself, for JUnit XML and for here: tests may run in other processes."""
TITLE = "descent: on the public examples"


@dataclass(frozen=True, slots=True)
class _Tally:
    """What one student's file has earned."""

    file: str
    reports: tuple[pytest.TestReport, ...]

    @property
    def earned(self) -> float:
        return total([_noted(report, POINTS) for report in self.reports])

    @property
    def possible(self) -> float:
        return total([_noted(report, MAX_POINTS) for report in self.reports])

    @property
    def first_broken(self) -> pytest.TestReport | None:
        """The one to begin with; in whichever order the reports came in."""
        failed = [report for report in self.reports if report.failed]
        return min(failed, key=lambda report: not _noted(report, BEGIN_HERE), default=None)

    def __str__(self) -> str:
        right = sum(report.passed for report in self.reports)
        worth = f"{points(self.earned)} of {points(self.possible)} points" if self.possible else "ungraded"
        return f"{worth}, {right} of {counted(len(self.reports), 'question')} right"


def summarise(reports: Iterable[pytest.TestReport], terminal: Any, config: pytest.Config) -> None:
    """Write the points of each file, and what GitHub is told if that was asked for."""
    tallies = _tallies(reports)
    wide = max(len(tally.file) for tally in tallies)
    terminal.section(TITLE)
    for tally in tallies:
        terminal.write_line(f"{tally.file:<{wide}}  {tally}")
    terminal.write_line(FOLLOWS)
    if config.getoption("descent_github"):
        for line in _annotations(tallies, config):
            terminal.write_line(line)


def _tallies(reports: Iterable[pytest.TestReport]) -> list[_Tally]:
    files: dict[str, dict[str, pytest.TestReport]] = {}
    for report in reports:
        files.setdefault(report.nodeid.rpartition("::")[0], {})[report.nodeid] = report
    return [_Tally(file, tuple(files[file].values())) for file in sorted(files)]


def _annotations(tallies: Sequence[_Tally], config: pytest.Config) -> Iterable[str]:
    """Workflow commands: where each file is to be mended first, then the points, worded as GitHub Classroom's own reporter does."""
    for tally in tallies:
        if (report := tally.first_broken) is not None:
            path = _from_where_it_runs(config.rootpath / tally.file, config.invocation_params.dir)
            line = f",line={number:.0f}" if (number := _noted(report, LINE)) else ""
            question = report.nodeid.rpartition("::")[2]
            yield f"::error file={_property(path)}{line},title={_property(question)}::{_data(str(report.longrepr))}"
    earned, possible = total([tally.earned for tally in tallies]), total([tally.possible for tally in tallies])
    if possible:
        yield f"::notice title=Autograding complete::Points {points(earned)}/{points(possible)}"
        yield f'::notice title=Autograding report::{{"totalPoints":{points(earned)},"maxPoints":{points(possible)}}}'


def _from_where_it_runs(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def _noted(report: pytest.TestReport, name: str) -> float:
    """A number that a question has noted of itself, or 0."""
    return next((value for noted, value in report.user_properties if noted == name and isinstance(value, int | float)), 0)


def _data(text: str) -> str:
    """What follows a workflow command: it ends with its line."""
    return text.strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
