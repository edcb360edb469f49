"""The class graded by the real command, in processes of its own, and looked at from outside."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.marking import secrets
from autograder.marking.render import Pages
from tests.faults.classroom import Alone, Classroom, Key, complete, kept, wrongs

LONGEST_SECONDS = 120.0
"""No grading of this class takes so long, on whatever machine: one that does hangs."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the command is typed: with a home folder and a folder for feedback of its own.

    Attributes:
        first: what stands before the command, to run it under some denial.
    """

    classroom: Classroom
    home: Path
    out: Path
    jobs: int = 2
    first: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(self) -> "subprocess.Popen[str]":
        """The command, on its way."""
        return subprocess.Popen(
            [
                *self.first, sys.executable, "-m", "autograder", "--course", str(self.classroom.course.root),
                "grade", str(self.classroom.folder), "--out", str(self.out), "--jobs", str(self.jobs),
            ],
            env={**os.environ, "DESCENT_HOME": str(self.home), **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.classroom.folder,
        )  # fmt: skip

    def graded(self) -> tuple[int, str]:
        """The command come to its end: its exit code and all that it said."""
        with self.start() as process:
            try:
                said, _ = process.communicate(timeout=LONGEST_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return process.returncode, said

    def again(self, judge: Alone) -> None:
        """The same folder graded again into the same places, by a judge who is not disturbed."""
        pages = Pages(self.out)
        self.classroom.graded(self.home, judge, pages.add)

    def wrongs(self, expected: Mapping[Key, str]) -> list[str]:
        """What must not be after a fault; see `classroom.wrongs`."""
        return wrongs(kept(self.home), expected)

    def unfinished(self, expected: Mapping[Key, str]) -> list[str]:
        """What must not be when the class has been graded again."""
        left = [] if complete(kept(self.home), expected) else ["not everything is graded as undisturbed"]
        left += [f"{path} is left" for path in self.home.iterdir() if path.name not in ("gradebook.sqlite", secrets.FILE)]
        return left + [f"{path} is left" for path in self.out.rglob(".*")]
