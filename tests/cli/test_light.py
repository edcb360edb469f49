"""What a verb does not need it does not wait for."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission

ASKED = """
import sys
from autograder.cli import run
for line in sys.argv[1:]:
    assert run(line.split()) == 0, line
    print(line, {"numpy", "matplotlib", "jinja2", "nbformat"} & {*sys.modules})
"""


def test_who_looks_into_the_gradebook_or_writes_a_file_waits_for_no_numpy(root: Path, tmp_path: Path) -> None:
    with Gradebook.open(database()) as book:
        book.accept([Submission("ada", "01-gradient-step", "gradient.py", b"h = 1\n")], when=datetime(2026, 1, 2, tzinfo=UTC))
    lines = [
        "secret export",
        "excuse ada 01-gradient-step --reason ill",
        "scores",
        "log",
        "report",
        f"export canvas {tmp_path / 'canvas.csv'}",
    ]
    command = [sys.executable, "-c", ASKED, *lines]
    done = subprocess.run(command, cwd=root, env=dict(os.environ), capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith(tuple(lines))]
    assert said == [f"{line} set()" for line in lines], done.stdout + done.stderr


def test_a_course_has_its_words_when_they_are_asked_for_and_no_others() -> None:
    code = (
        "import sys; from autograder.course import manifest; assert 'numpy' not in sys.modules; "
        "from autograder.course import *; assert Assignment and uniform(0, 1) and SigmoidPlot; "
        "import autograder.course as course; print(sorted(course.__all__) == sorted(set(course.__all__) & set(globals())), "
        "hasattr(course, 'Assignement'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "True False\n", done.stderr
