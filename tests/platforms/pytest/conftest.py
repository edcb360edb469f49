"""A student's folders, and `pytest` as typed in them, in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

AS_A_STUDENT = "-p no:hypothesispytest -p no:anyio"  # pytest as students have it: without the plugins of this project's own tests
SLUG = "01-gradient-step"
ANSWERS = {
    "h": "np.dot(x, w)",
    "nn_output": "sigmoid(h)",
    "error": "y - nn_output",
    "error_term": "error * nn_output * (1 - nn_output)",
    "del_w": "learnrate * error_term * x",
}

Typed = Callable[..., subprocess.CompletedProcess[str]]
Fill = Callable[..., Path]


@pytest.fixture(scope="session")
def typed() -> Typed:
    """`pytest ARGUMENTS` as a student types it: nothing of our own tests' settings reaches it."""

    def call(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", *map(str, arguments)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV")) and name != "CI"}
        env = {**kept, "PYTEST_ADDOPTS": AS_A_STUDENT, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environment}
        return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, text=True, encoding="utf-8")

    return call


@pytest.fixture
def handout(root: Path, tmp_path: Path) -> Path:
    """The folder of the first assignment as a student receives it."""
    return Path(shutil.copytree(root / "assignments" / SLUG, tmp_path / "Ada's work"))


@pytest.fixture
def fill(root: Path, handout: Path) -> Fill:
    """Write a file with answers: the right ones but for those named. `None` leaves the placeholder."""
    return lambda name="gradient.py", **changed: filled(root, handout / name, **changed)


def filled(root: Path, path: Path, above: str = "", **changed: str | None) -> Path:
    """Write the stub with answers to `path`, or the notebook with them if that is its ending."""
    text = (root / "assignments" / SLUG / f"gradient{path.suffix}").read_text(encoding="utf-8")
    end = '"' if path.suffix == ".ipynb" else "\n"
    for question, answer in {**ANSWERS, **changed}.items():
        assert f"{end}{question} = None{end}" in text
        if answer is not None:
            text = text.replace(f"{end}{question} = None{end}", f"{end}{question} = {answer}{end}")
    path.write_text(above + text, encoding="utf-8")
    return path
