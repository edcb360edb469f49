"""What student files import is there, what is not there says so, and nothing of it opens a file.

The import system is closed once for a whole process, so each of these runs in a process of its own.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import autograder.sandbox

PACKAGE = Path(autograder.sandbox.__file__).parent
PRELUDE = f"import sys\nsys.path.insert(0, {str(PACKAGE)!r})\nfrom inside import provided\n"


def python(text: str, *arguments: str) -> str:
    """What a fresh Python prints."""
    done = subprocess.run([sys.executable, "-c", text, *arguments], check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


IMPORTS = """
import numpy as np, numpy
import matplotlib.pyplot as plt
from matplotlib import pyplot, cm
import math, random, time, os, sys, collections, itertools, functools, csv, json, statistics, typing, dataclasses
from numpy import exp, dot, array
from numpy.linalg import norm
from collections import defaultdict
from __future__ import annotations
from autograder import check
import warnings
""".strip().splitlines()


def test_what_student_files_import_is_there() -> None:
    assert python(PRELUDE + "provided.load(); provided.close()\n" + "\n".join(f"exec({line!r})" for line in IMPORTS)) == ""


IMPORT = """
provided.load()
provided.close()
try:
    __import__(sys.argv[1])
    print("imported")
except ModuleNotFoundError as error:
    print(error)
"""


OTTER = "import otter\ngrader = otter.Notebook('gradient.ipynb')\ngrader.check('h'); grader.check_all(); grader.export(pdf=False)\n"


def test_what_otter_puts_into_notebooks_says_nothing() -> None:
    assert python(PRELUDE + "provided.load(); provided.close()\n" + OTTER) == ""


@pytest.mark.parametrize("name", ["pandas", "scipy", "torch", "sqlite3", "multiprocessing", "nonesuch", "numpy.nonesuch"])
def test_what_is_not_provided_says_what_is(name: str) -> None:
    assert "The grader provides NumPy and a good part of the standard library." in python(PRELUDE + IMPORT, name)


def test_the_course_itself_is_not_there() -> None:
    assert "autograder" in python(PRELUDE + IMPORT, "autograder.course")
    assert "imported" not in python(PRELUDE + IMPORT, "autograder.course")


DRAWS = """
import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1, 2], label='x'); ax.set_title('t'); ax.legend()
fig, axes = plt.subplots(2, 3, figsize=(4, 4))
assert axes.shape == (2, 3); axes[0, 1].plot([1])
fig, (left, right) = plt.subplots(1, 2)
fig, column = plt.subplots(3); assert column.shape == (3,)
fig, one = plt.subplots(squeeze=False); assert one.shape == (1, 1)
for ax in axes.flat: ax.grid(True)
lines = plt.plot([1, 2], [3, 4], 'r--'); lines[0].set_color('k')
with plt.style.context('x'): plt.figure(figsize=(3, 3)).add_subplot(111, projection='3d')
plt.rcParams['figure.figsize'] = (3, 3)
plt.xlabel('x'); plt.savefig('x.png'); plt.show(); plt.close('all')
"""


def test_drawing_draws_nothing_and_disturbs_nothing() -> None:
    assert python(PRELUDE + f"provided.load(); provided.close()\nexec({DRAWS!r})") == ""


RUN = (
    PRELUDE
    + """
import json, os, threading, warnings
import numpy as np
from inside.runner import Runner, extract, quiet
content = [(path, open(path, "rb").read()) for path in sys.argv[1:]]
provided.load()
provided.close()
opened = []
def hook(event, arguments):
    if event == "open" and str(arguments[0])[:1] == "<":
        return  # Python looks for the line of a SyntaxError in a file of the text's name, which is none
    if event == "open" or event.startswith(("os.listdir", "os.scandir", "socket.", "subprocess.", "os.system", "os.exec", "os.fork")):
        opened.append([event, str(arguments[:1])])
sys.addaudithook(hook)
names = ["h", "nn_output", "error", "error_term", "del_w"]
cases = [{"x": np.array([1, -2, 0, 4]), "y": 0.3, "w": np.array([0.5, -0.1, 0.3, 0.2]), "learnrate": 0.2}] * 2
said = []
for path, data in content:
    del opened[:]
    try:
        with quiet(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            runner = Runner(extract(data, path.rpartition(".")[2]), list(cases[0]), names, [], 0.05)
            for case in cases:
                runner.run(case, {})
    except Exception as error:
        if type(error).__name__ != "Refused":
            raise
    if opened:
        said.append([path, opened[:5]])
print(said)
"""
)


def test_no_sample_submission_opens_a_file(root: Path) -> None:
    """Everything that runs a student's program is loaded before, down to codecs, tracebacks and warnings."""
    samples = sorted(path for path in (root / "examples" / "submitted").rglob("gradient.*") if path.suffix in (".py", ".ipynb"))
    assert len(samples) >= 20
    assert python(RUN, *map(str, samples)) == "[]\n"


def test_a_program_that_opens_a_file_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "gradient.py").write_text("open(__import__('os').devnull)\n")
    assert "gradient.py" in python(RUN, str(tmp_path / "gradient.py"))
