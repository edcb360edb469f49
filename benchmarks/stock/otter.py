"""How is a submission graded by otter-grader as it comes? An autograder zip with tests in sight and hidden ones, and `otter run`."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.stock.asked import GIVEN, POINTS, QUESTIONS, Asked, code, filled, written


def make_autograder(path: Path) -> bytes:
    """The zip file that `otter run` wants, at `path`, and the notebook that students get."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("otter_config.json", json.dumps({"lang": "python", "zips": False, "pdf": False, "show_hidden": True}))
        for asked in QUESTIONS:
            made.writestr(f"tests/{asked.name}.py", _test(asked))
    start = code('import otter\n\ngrader = otter.Notebook(tests_dir="tests")', "start")
    asking = (
        cell
        for asked in QUESTIONS
        for cell in (
            code(f"{asked.name} = ...", f"answer-{asked.name}"),
            code(f'grader.check("{asked.name}")', f"check-{asked.name}", deletable=False, editable=False),
        )
    )
    return written([start, code(GIVEN, "given"), *asking])


def answered(handed_out: bytes, answers: Mapping[str, str]) -> bytes:
    """The notebook that students get, with the answers in it."""
    ids = [cell["id"] for cell in json.loads(handed_out)["cells"]]
    return filled(handed_out, {asked.name: ids.index(f"answer-{asked.name}") for asked in QUESTIONS}, answers)


def run(autograder: Path, submission: Path, out: Path) -> None:
    """`otter run`, as typed, on one submission; its results.json is written to the folder `out`.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, "-m", "otter", "run", "-a", str(autograder), "-o", str(out), "--no-logo", str(submission)]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])


def _test(asked: Asked) -> str:
    """A file in otter's OK format: textual doctests, so that every answer is made a bool of Python's own."""
    cases = [
        {"code": f">>> bool({text})\nTrue", "hidden": hidden, "locked": False, "points": POINTS / 2}
        for text, hidden in ((asked.visible, False), (asked.hidden, True))
    ]
    suite = {"type": "doctest", "scored": True, "setup": "", "teardown": "", "cases": cases}
    return f"OK_FORMAT = True\n\ntest = { ({'name': asked.name, 'points': None, 'suites': [suite]})!r}\n"
