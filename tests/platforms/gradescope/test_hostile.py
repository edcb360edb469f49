"""Hostile work on Gradescope, as root in a container without namespaces: it gains nothing, sees nothing and breaks nothing."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.grading.judge import examine
from autograder.grading.limits import limits_of
from autograder.grading.runs import EXAMPLES
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.platforms.gradescope.conftest import SLUG
from tests.platforms.gradescope.routes import Place, points
from tests.platforms.gradescope.schema import broken

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="level B gives each job a user of its own, which only root can do")

BREAK_IN = """
import ctypes, os, shutil, signal, subprocess, threading, time
BASE = {base!r}
RESULTS = BASE + "/results/results.json"
FORGED = '{{"score": 10, "tests": [], "output": "forged"}}'
FOUND = ["/source/descent/secret", "/source/descent/course/solutions/01-gradient-step/questions.py", "/submission_metadata.json"]
stolen = 0.0
def attempt(action):
    try:
        action()
    except BaseException:
        pass
def forge():
    with open(RESULTS, "w") as file:
        file.write(FORGED)
def forge_aside():
    for name in os.listdir(BASE + "/results"):
        os.replace(BASE + "/results/" + name, RESULTS)
def forge_later():
    for _ in range(200):
        attempt(forge)
        time.sleep(0.01)
def steal(path):
    global stolen
    with open(BASE + path, "rb") as file:
        stolen += len(file.read())
def plant():
    with open(BASE + "/source/grade.py", "a") as file:
        file.write("# planted")
def write_to(number):
    os.write(number, FORGED.encode())
attempt(forge)
attempt(forge_aside)
attempt(lambda: threading.Thread(target=forge_later, daemon=True).start())
attempt(lambda: forge_later() if os.fork() == 0 else None)
attempt(lambda: subprocess.run(["sh", "-c", "echo forged > " + RESULTS]))
attempt(lambda: os.kill(os.getppid(), signal.SIGSTOP))
attempt(plant)
for path in FOUND:
    attempt(lambda: steal(path))
for number in range(5, 100):
    attempt(lambda: write_to(number))
h = nn_output = error = error_term = stolen
del_w = [stolen] * 4
"""


def digest(folder: Path) -> str:
    """Of everything in a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "venv" not in path.parts)
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def test_a_break_in_is_one_where_nothing_holds_it(own: Place) -> None:
    """Without this the next test could not fail: the file does all of it where it is simply run."""
    script = BREAK_IN.replace("if os.fork() == 0", "if False").replace("os.kill(", "len(").replace("range(5, 100)", "()")
    script = script.replace("threading.Thread(target=forge_later, daemon=True).start()", "None")
    text = f"{script.format(base=str(own.base))}\nprint(stolen)"
    before = digest(own.base / "source")
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 1000
    assert own.results.read_text().strip() == "forged"
    assert digest(own.base / "source") != before


@pytest.mark.parametrize("contained", [True, False], ids=["level-b", "level-a"])
def test_a_break_in_gets_nowhere(own: Place, contained: bool) -> None:
    before = digest(own.base / "source")
    results = own.graded({"gradient.py": BREAK_IN.format(base=str(own.base)).encode()}, contained=contained)
    assert (results["score"], set(points(results).values())) == (0.0, {0.0})
    assert "On the first example yours is 0." in results["tests"][0]["output"]
    assert "forged" not in json.dumps(results)
    assert digest(own.base / "source") == before
    assert [path.name for path in own.results.parent.iterdir()] == ["results.json"]


def test_a_link_to_the_solution_earns_nothing_and_shows_nothing(place: Place) -> None:
    place.hand_in({})
    master = place.base / "source" / "descent" / "course" / "solutions" / SLUG / "gradient.py"
    (place.base / "submission" / "gradient.py").symlink_to(master)
    assert place.run(contained=True).returncode == 0
    results = json.loads(place.results.read_bytes())
    assert (results["score"], list(broken(results))) == (0.0, [])
    assert "It is a link. Links are not followed: hand in the file itself." in results["output"]


def test_what_lay_in_the_place_of_the_results_is_gone(place: Place, slip: bytes) -> None:
    place.hand_in({"gradient.py": slip})
    place.results.mkdir()
    (place.results / "link").symlink_to(place.base / "source")
    assert place.run(contained=True).returncode == 0
    assert json.loads(place.results.read_bytes())["score"] == 8.0
    assert (place.base / "source" / "grade.py").exists()


def test_a_heap_of_odd_things_is_graded_all_the_same(place: Place, slip: bytes) -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("gradient.py", b"\0" * (64 << 20))
    place.hand_in({"<b>x</b>/gradient.py": slip, "bomb.zip": bomb.getvalue(), "a\nb/gradient.py": b"h = 1\n"})
    folder = place.base / "submission"
    os.mkfifo(folder / "gradient.ipynb")
    (folder / "huge").mkdir()
    with (folder / "huge" / "gradient.py").open("wb") as file:
        file.truncate(100 << 20)
    (folder / "loop").symlink_to(folder)
    os.mkdir(os.fsencode(folder) + b"/\xff")
    done = place.run(contained=True)
    results = json.loads(place.results.read_bytes())
    assert (done.returncode, results["score"], list(broken(results))) == (0, 8.0, []), done.stdout
    said = " ".join(results["output"].split())
    assert "Note: gradient.ipynb: It is not a regular file." in said
    assert "Note: huge/gradient.py: The file is too large: more than 1024 kB, which is the course's limit." in said
    assert "Note: a\\nb/gradient.py: A name in its path holds characters that cannot be printed." in said


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"{" * 100_000, b"\0" * (3 << 20)], ids=["empty", "no-text", "deep", "large"])
def test_a_notebook_that_is_none_is_a_verdict(place: Place, content: bytes) -> None:
    results = place.graded({"gradient.ipynb": content}, contained=True)
    assert (results["score"], list(broken(results))) == (0.0, [])
    assert "stopped with an error" not in results["output"]


def test_no_value_of_a_hidden_case_is_sent(place: Place, secret: Secret, root: Path, slip: bytes) -> None:
    loud = slip + b"\nprint(x, y, w, h)\nraise ValueError(repr((x, y, w, h)))\n"
    course = load(root)
    work = Submission("ada", SLUG, "gradient.py", loud)
    with Sandbox(Level.B, limits_of(course)) as sandbox:
        plain = examine(load_assignment(course, SLUG), work, course=course, secret=secret, sandbox=sandbox).plain
    assert plain is not None
    truths = [[value for name in plain.cases[0].truth for value in np.ravel(case.truth[name])] for case in plain.cases]
    place.hand_in({"gradient.py": loud})
    done = place.run(contained=True)
    sent = done.stdout + place.results.read_text()

    def found(values: list[float]) -> list[float]:
        long = [value for value in values if len(str(value)) > 9]  # a short one may stand there for many reasons
        return [value for value in long if str(value)[:8] in sent or f"{value:.8g}" in sent]

    assert found(truths[0]) != []  # the student's own values on the first example are shown
    assert [found(values) for values in truths[EXAMPLES:]] == [[]] * course.hidden_cases
