"""Through nbgrader, by each of its ways, to points: what the parity test and the tests here stand on.

    by_command(root: Path, slug: str, handed_in: Mapping[str, tuple[str, bytes]]) -> dict[str, dict[str, float]]
    by_api(root, slug, handed_in)         the same: in this process, as the formgrader's button does it
    by_gradebook(root, slug, handed_in)   the same: `descent grade --nbgrader`

`root` is the course's folder, `handed_in` holds each student's file by the student's name: (its name, its bytes). What is given back
are the points by student and question id, as nbgrader's own gradebook has them. A student whom a route did not grade is not in it.

A fresh course folder is made for each call; what takes long of it (`descent export nbgrader`, `nbgrader generate_assignment`) is done
once for each assignment in a process. DESCENT_HOME is the environment's, so all routes of one test share its secret.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from autograder.course.manifest import load
from autograder.platforms.nbgrader.names import question_of
from autograder.platforms.nbgrader.source import export_nbgrader

HandedIn = Mapping[str, tuple[str, bytes]]
Points = dict[str, dict[str, float]]

BIN = Path(sys.executable).parent


def by_command(root: Path, slug: str, handed_in: HandedIn) -> Points:
    """`nbgrader autograde SLUG`, as typed."""
    with submitted(root, slug, handed_in) as folder:
        run(folder, "nbgrader", "autograde", slug)
        return graded(folder, slug)


def by_api(root: Path, slug: str, handed_in: HandedIn) -> Points:
    """One student after the other by NbGraderAPI in this process, as the formgrader's button does it."""
    with submitted(root, slug, handed_in) as folder:
        for student in handed_in:
            api(folder).autograde(slug, student)
        return graded(folder, slug)


def by_gradebook(root: Path, slug: str, handed_in: HandedIn) -> Points:
    """`descent grade --nbgrader DIR`, as typed."""
    with submitted(root, slug, handed_in) as folder:
        out = str(folder / "pages")
        run(folder, "descent", "--course", str(root), "grade", "--nbgrader", str(folder), "--assignment", slug, "--out", out)
        return graded(folder, slug)


# --- what they are made of -----------------------------------------------------------------------------------------------


@contextmanager
def submitted(root: Path, slug: str, handed_in: HandedIn) -> Iterator[Path]:
    """A course folder in which one assignment is released and these students have handed in."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(shutil.copytree(released(root, slug), Path(made) / "course"))
        for student, (name, content) in handed_in.items():
            place = folder / "submitted" / student / slug
            place.mkdir(parents=True)
            (place / name).write_bytes(content)
        yield folder


@cache
def released(root: Path, slug: str) -> Path:
    """A course folder in which one assignment is released; to be copied."""
    folder = Path(shutil.copytree(exported(root), _kept() / "course"))
    said = api(folder).generate_assignment(slug)
    assert said["success"], said
    return folder


@cache
def exported(root: Path) -> Path:
    """What `descent export nbgrader` makes; to be copied."""
    folder = _kept() / "course"
    export_nbgrader(load(root), folder)
    return folder


def _kept() -> Path:
    kept = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    return Path(kept)


def run(folder: Path, command: str, *arguments: str, check: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as typed in a folder."""
    env = {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]]), "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run(
        [str(BIN / command), *arguments], cwd=folder, env=env, capture_output=True, check=False, text=True, encoding="utf-8"
    )
    assert not check or done.returncode == 0, f"{command} {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return done


def api(folder: Path) -> Any:
    """NbGraderAPI with the folder's own configuration, as the formgrader has it; its methods say nothing of their own warnings."""
    return _Quiet(folder)


class _Quiet:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getattr__(self, name: str) -> Any:
        def called(*arguments: Any) -> Any:
            path = list(sys.path)
            try:
                with _quiet(), pytest.MonkeyPatch.context() as patch:
                    patch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")  # where it finds alembic
                    from nbgrader.apps import NbGrader, NbGraderAPI

                    app = NbGrader()
                    app.load_cwd_config = False
                    app.config_dir = str(self.folder)
                    app.initialize([], root=str(self.folder))
                    return getattr(NbGraderAPI(app.coursedir, parent=app), name)(*arguments)
            finally:
                sys.path[:] = path  # nbgrader adds the folder that it is started in

        return called


def graded(folder: Path, slug: str) -> Points:
    """The points in nbgrader's own gradebook, by student and question; students without any are left out."""
    found: Points = {}
    with book(folder) as gradebook:
        for submission in gradebook.assignment_submissions(slug):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            points = {question_of(grade.name): float(grade.score) for grade in grades if grade.auto_score is not None}
            if points:
                found[submission.student.id] = points
    return found


@contextmanager
def book(folder: Path) -> Iterator[Any]:
    """nbgrader's gradebook in a course folder."""
    with _quiet():
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
            yield gradebook


@contextmanager
def _quiet() -> Iterator[None]:
    """nbgrader's own warnings (of dates, of event loops) are not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
