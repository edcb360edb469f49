"""Which questions hold on the public examples, by each way that a student has of asking?

    by_check(root, slug, handed_in)      `descent check` in a folder of the student's own
    by_pytest(root, slug, handed_in)     `pytest` over all of those folders at once
    by_notebook(root, slug, handed_in)   `check()` in IPython, after all cells were run there

`root` is the course's folder, `slug` an assignment, `handed_in` says which file each student has worked in:
{student: (file name, bytes)}. The name is one that the assignment gives: gradient.py or gradient.ipynb. Each gives
{student: {question id: whether it passed}}, for all questions of the assignment, in the order asked. What is not judged
yet (it hangs on a broken link), and what could not be looked at, has not passed.

In a notebook a name has one value, that of the example whose givens stand there: by_notebook looks at names on that one, at
functions on both. So it says otherwise of a value that was written down, and of a file that sets the givens to something else in
the end (a second exercise below the first).

The code is run as `descent check` runs it, on this machine and as this user, without a sandbox. Hand in nothing hostile.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

HandedIn = Mapping[str, tuple[str, bytes]]
Passed = dict[str, dict[str, bool]]
SECONDS = 120

LOOKING = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
import nbformat, jupytext
path = sys.argv[1]
cells = (nbformat.read(path, as_version=4) if path.endswith(".ipynb") else jupytext.read(path, fmt="py:percent")).cells
shell = InteractiveShell.instance()
shell.ast_node_interactivity = "none"
for cell in cells:
    if cell.cell_type == "code":
        shell.run_cell(cell.source, silent=True)
from autograder import check
shell.user_ns["check"] = check
found = eval("check()", shell.user_ns).found
judged = {} if isinstance(found, str) else {link.id: link.verdict.counts for link in found.judged}
sys.stdout.flush()
print("\\nPASSED", json.dumps(judged))
"""


def by_check(root: Path, slug: str, handed_in: HandedIn) -> Passed:
    """What `descent check --json` says."""
    with TemporaryDirectory() as top:
        folders = _laid_out(root, slug, handed_in, Path(top))
        return {student: _complete(folder, _checked(folder)) for student, folder in folders.items()}


def by_pytest(root: Path, slug: str, handed_in: HandedIn) -> Passed:
    """What `pytest` says, by its JUnit XML."""
    with TemporaryDirectory() as top:
        folders = _laid_out(root, slug, handed_in, Path(top))
        asked = ("-q", "-p", "no:cacheprovider", "--junitxml=found.xml", "--rootdir=.", ".")
        _run(sys.executable, "-m", "pytest", *asked, folder=Path(top), seconds=SECONDS * len(handed_in))
        cases = list(ElementTree.parse(Path(top, "found.xml")).iter("testcase"))
        order = sorted(folders)  # as pytest goes through the folders, whose names are the students' places in this order
        passed: Passed = {student: {} for student in handed_in}
        for case in cases:
            student = order[int(case.attrib["classname"].split(".")[0].removeprefix("s"))]
            passed[student][case.attrib["name"]] = not {child.tag for child in case} & {"failure", "error", "skipped"}
        return {student: _complete(folders[student], passed[student]) for student in folders}


def by_notebook(root: Path, slug: str, handed_in: HandedIn) -> Passed:
    """What `check()` says in a last cell."""
    with TemporaryDirectory() as top:
        folders = _laid_out(root, slug, handed_in, Path(top))
        return {student: _complete(folder, _looked_at(folder, handed_in[student][0])) for student, folder in folders.items()}


def _laid_out(root: Path, slug: str, handed_in: HandedIn, top: Path) -> dict[str, Path]:
    """A folder for each student, as they received it and with their work in it; named by their place in the alphabet."""
    folders: dict[str, Path] = {}
    for number, student in enumerate(sorted(handed_in)):
        file, content = handed_in[student]
        folders[student] = Path(shutil.copytree(root / "assignments" / slug, top / f"s{number}" / slug))
        (folders[student] / file).write_bytes(content)
    return folders


def _checked(folder: Path) -> dict[str, bool]:
    printed = _run(sys.executable, "-m", "autograder", "check", "--json", folder=folder)
    reports = json.loads(printed)["reports"] if printed.startswith("{") else []
    return {one["id"]: one["verdict"] in ("correct", "carried") for report in reports for one in report["questions"]}


def _looked_at(folder: Path, file: str) -> dict[str, bool]:
    printed = _run(sys.executable, "-c", LOOKING, file, folder=folder)
    _, said, found = printed.rpartition("\nPASSED ")
    return dict(json.loads(found)) if said else {}


def _complete(folder: Path, found: Mapping[str, bool]) -> dict[str, bool]:
    asked = [question["id"] for question in json.loads((folder / "examples.json").read_bytes())["questions"]]
    return {name: found.get(name, False) for name in asked}


def _run(*command: str, folder: Path, seconds: float = SECONDS) -> str:
    """What a command prints; nothing if it takes too long."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=seconds)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")
