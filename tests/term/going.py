"""A term that was gone through as docs/instructors.md says it: every command of the page, typed in a copy of the course."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.term import reckoning
from tests.test_docs import COURSE, ROOT, Block, blocks, shows

PAGE = ROOT / "docs" / "instructors.md"
LARGE = os.environ.get("DESCENT_TERM") == "all"
STUDENTS = 120 if LARGE else 12


@dataclass(frozen=True)
class Done:
    """A command of the page, and what it said."""

    text: str
    out: str
    err: str


@dataclass(frozen=True)
class Gone:
    """A term that is over.

    Attributes:
        truth: what was thrown for it; `stands`: where everybody must stand before anything was mended.
    """

    folder: Path
    env: Mapping[str, str]
    truth: Mapping[str, Any]
    stands: Mapping[tuple[str, str], reckoning.Stand]
    done: tuple[Done, ...]

    def said(self, begins: str) -> Done:
        """The one block of the page that holds a line which begins so."""
        (found,) = [one for one in self.done if any(line.startswith(begins) for line in one.text.splitlines())]
        return found

    def typed(self, *arguments: str) -> str:
        """What one more command says."""
        return _run(" ".join(arguments), self.folder, self.env, (0,)).out


def _run(text: str, folder: Path, env: Mapping[str, str], codes: tuple[int, ...]) -> Done:
    command = ["bash", "-eu", "-c", text]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.returncode in codes, f"{text}\n{done.stdout}\n{done.stderr}"
    return Done(text, done.stdout, done.stderr)


def _text(block: Block) -> str:
    """The commands, for as many students as are asked for."""
    return re.sub(r"--students \d+", f"--students {STUDENTS}", block.text)


def gone_through(folder: Path) -> Gone:
    """Copy the course into a folder and go through the term there."""
    for name in COURSE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {name: value for name, value in os.environ.items() if name not in ("DESCENT_DATABASE_URL", "NO_COLOR", "FORCE_COLOR")}
    env |= {"PATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", "DESCENT_HOME": str(folder / "home")}
    done = []
    for block in blocks(PAGE.read_text(encoding="utf-8")):
        assert block.how == "run", "the term's page runs commands and writes no files by itself"
        said = _run(_text(block), folder, env, (0, 1) if LARGE else (block.code,))
        assert LARGE or block.shown is None or shows(block.shown, said.out), f"{block.text}\n{said.out}"
        done.append(said)
    truth = reckoning.read(folder / "term")
    return Gone(folder, env, truth, reckoning.stands(truth), tuple(done))
