"""Where is the course, and where is the person's own data?

The only reader of DESCENT_HOME and DESCENT_DATABASE_URL.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import UsageError

if TYPE_CHECKING:
    from autograder.course.manifest import Course

HOME = "DESCENT_HOME"
DATABASE = "DESCENT_DATABASE_URL"
GRADEBOOK = "gradebook.sqlite"


@dataclass(frozen=True, slots=True)
class Place:
    """What the global options say; every verb finds it in its context."""

    chosen: Path | None = None

    @property
    def root(self) -> Path:
        """The course's folder.

        Raises:
            UsageError: there is no course.toml here or above.
        """
        from autograder.course.manifest import FILE

        if (found := self.found) is not None:
            return found
        raise UsageError(f"No {FILE} in {Path.cwd()} or above it. Go to the course's folder, or name it: descent --course DIR ...")

    @property
    def found(self) -> Path | None:
        """The folder that was named, or the nearest one upwards that is a course's."""
        from autograder.course.manifest import find_root

        return self.chosen if self.chosen is not None else find_root(Path.cwd())

    def course(self) -> "Course":
        """The course, read and checked.

        Raises:
            CourseError: with every problem found.
        """
        from autograder.course.manifest import load

        return load(self.root)


def home() -> Path:
    """The folder that holds the course secret and the gradebook; made, for its owner alone, where it is not there.

    Raises:
        UsageError: it cannot be made.
    """
    folder = home_of(os.environ, sys.platform)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be used as {HOME}: {error.strerror}. Set {HOME} to a folder of your own.") from None
    return folder


def home_of(environment: Mapping[str, str], platform: str) -> Path:
    """Where the home folder lies: DESCENT_HOME, or what is usual on this platform."""
    if chosen := environment.get(HOME):
        return Path(chosen)
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "descent"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "descent"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "descent"


def database() -> str:
    """The URL of the gradebook: DESCENT_DATABASE_URL, or a SQLite file in the home folder."""
    from autograder.gradebook.connect import sqlite_url

    return os.environ.get(DATABASE) or sqlite_url(home() / GRADEBOOK)
