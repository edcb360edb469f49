"""Folders laid out as the places where otter's run_autograder is started: Gradescope's, and an image that `otter grade` builds.

Neither is here; what they do with our zip is what their own text says.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec

CONTAINED = Path(__file__).parents[2] / "cli" / "contained.py"


@dataclass(frozen=True)
class Container:
    """A folder like /autograder, with this Python in the place of what setup.sh installs."""

    base: Path

    @property
    def results(self) -> dict[str, Any] | None:
        """What results.json says, if it is there."""
        path = self.base / "results" / "results.json"
        return msgspec.json.decode(path.read_bytes()) if path.exists() else None

    def run(self, files: Mapping[str, bytes], *, contained: bool = False) -> "subprocess.CompletedProcess[str]":
        """Hand in and grade.

        Args:
            contained: as root in a container that gives no namespaces.
        """
        for name, content in files.items():
            path = self.base / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        command = [str(self.base / "run_autograder")]
        if contained:
            command = [sys.executable, str(CONTAINED), *command]
        return subprocess.run(command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True, timeout=300)

    def _python(self) -> "Container":
        python = self.base / "source" / "venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        python.chmod(0o755)
        return self


def gradescopes(archive: Path, base: Path) -> Container:
    """The zip unpacked to `source`, and its script beside it."""
    for name in ("source", "submission", "results"):
        (base / name).mkdir(parents=True)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(base / "source")
    (base / "submission_metadata.json").write_text('{"users": [{"email": "ada@example.edu", "id": 1, "name": "Ada"}]}')
    _program(base / "source" / "run_autograder", base / "run_autograder")
    return Container(base)._python()


def otters(archive: Path, base: Path, unpacked: Path) -> Container:
    """As otter's Dockerfile makes it: of the zip only what that adds, an empty metadata file, an empty results.pkl."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(unpacked)
    for *names, target in added():
        for path in (path for name in names for path in unpacked.glob(name)):
            _added(path, base / target.removeprefix("/autograder/"), target)
    for name in ("submission", "results"):
        (base / name).mkdir()
    for touched in ("submission_metadata.json", "results/results.pkl"):
        (base / touched).touch()
    (base / "run_autograder").chmod(0o755)
    return Container(base)._python()


def added() -> list[list[str]]:
    """What otter's Dockerfile adds to its image: names, and at last where they go."""
    path = metadata.distribution("otter-grader").locate_file("otter/grade/Dockerfile")
    return [line.split() for line in re.findall(r"^ADD (.+)$", Path(str(path)).read_text(), re.MULTILINE)]


def _added(path: Path, target: Path, spelled: str) -> None:
    """A folder's content goes into the target; a file goes into it, or to it where it does not end in a slash."""
    if path.is_dir():
        shutil.copytree(path, target, dirs_exist_ok=True)
    else:
        place = target / path.name if spelled.endswith("/") else target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)


def _program(path: Path, target: Path) -> None:
    shutil.copy(path, target)
    target.chmod(0o755)
