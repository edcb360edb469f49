"""What command-line tests share: a course of its own, a student's folder, and `descent` called in this process or as typed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import cli
from autograder.building.build import build
from autograder.course.manifest import load
from tests.building import calling

SLUG = "01-gradient-step"
ANSWERS = {
    "h": "np.dot(x, w)",
    "nn_output": "sigmoid(h)",
    "error": "y - nn_output",
    "error_term": "error * nn_output * (1 - nn_output)",
    "del_w": "learnrate * error_term * x",
}

Descent = Callable[..., int]
Typed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def descent() -> Descent:
    """`descent ARGUMENTS` in this process; gives the exit code."""
    return lambda *arguments: cli.run([str(argument) for argument in arguments])


@pytest.fixture
def typed() -> Typed:
    """`descent ARGUMENTS` as a person types it, in a process of its own."""

    def call(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "autograder", *map(str, arguments)]
        env = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **environment}
        encoding = env["PYTHONIOENCODING"]
        return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, text=True, encoding=encoding)

    return call


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with nothing but its first assignment, built. Not to be changed."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(root / "solutions" / SLUG, folder / "solutions" / SLUG)
    head, *entries = (root / "course.toml").read_text(encoding="utf-8").split("[[assignments]]")
    own = next(entry for entry in entries if f'"{SLUG}"' in entry)
    (folder / "course.toml").write_text(f"{head}[[assignments]]{own}", encoding="utf-8")
    build(load(folder))
    return folder


@pytest.fixture
def course(built: Path, tmp_path: Path) -> Path:
    """A course of the test's own."""
    return Path(shutil.copytree(built, tmp_path / "course"))


@pytest.fixture
def handout(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the assignment as a student receives it, outside of any course; the test is in it."""
    folder = Path(shutil.copytree(built / "assignments" / SLUG, tmp_path / "Ada's work"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a miniature assignment of functions as a student receives it; the test is in it."""
    build(calling.write(tmp_path / "course"))
    folder = Path(shutil.copytree(tmp_path / "course" / "assignments" / calling.SLUG, tmp_path / "Bo's work"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def fill(handout: Path) -> Callable[..., Path]:
    """Write answers into the stub: the right ones but for those named. `None` leaves the placeholder."""

    def write(name: str = "gradient.py", **changed: str | None) -> Path:
        text = (handout / "gradient.py").read_text(encoding="utf-8")
        for question, answer in {**ANSWERS, **changed}.items():
            if answer is not None:
                text = text.replace(f"\n{question} = None", f"\n{question} = {answer}")
        (handout / name).write_text(text, encoding="utf-8")
        return handout / name

    return write
