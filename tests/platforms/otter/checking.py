"""A program for routes.py: for which questions does `grader.check` hold, once a submission's cells have run in IPython?

Otter is imported once; each submission has a process, a folder and a shell of its own, as a kernel would have.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import jupytext
import otter
from IPython.core.interactiveshell import InteractiveShell

SECONDS = 30


def main() -> None:
    asked = json.load(sys.stdin)
    held = {student: checked(Path(asked["folder"]), name, bytes.fromhex(content)) for student, (name, content) in asked["work"].items()}
    Path(sys.argv[1]).write_text(json.dumps(held), encoding="utf-8")


def checked(folder: Path, name: str, content: bytes) -> list[str]:
    """The questions that hold, in a process of its own; none if that does not come to an end."""
    with TemporaryDirectory() as made:
        there = shutil.copytree(folder, Path(made) / "work")
        handed_out = next(there.glob("*.ipynb"))
        tests = json.loads(handed_out.read_bytes())["metadata"]["otter"]["tests"]
        answer = Path(made) / "held.json"
        if (child := os.fork()) == 0:
            try:
                os.chdir(there)
                signal.alarm(SECONDS)
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                answer.write_text(json.dumps(held(handed_out.name, list(tests), cells(name, content))), encoding="utf-8")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        return json.loads(answer.read_text(encoding="utf-8")) if answer.exists() else []


def cells(name: str, content: bytes) -> list[str]:
    """The code cells of a submission; of a file those that its `# %%` marks make. None of what is no notebook."""
    try:
        if name.lower().endswith(".ipynb"):
            found = json.loads(content)["cells"]
            return ["".join(cell["source"]) for cell in found if cell["cell_type"] == "code"]
        return [cell.source for cell in jupytext.reads(content.decode(), fmt="py:percent").cells if cell.cell_type == "code"]
    except (ValueError, KeyError, TypeError):
        return []


def held(notebook: str, questions: list[str], sources: list[str]) -> list[str]:
    InteractiveShell.history_length = 0
    shell = InteractiveShell.instance(user_ns={"__name__": "__main__"})
    shell.history_manager.enabled = False
    with open(os.devnull, "w") as nowhere:
        sys.stdout = sys.stderr = nowhere
        for source in sources:
            shell.run_cell(source)
    grader = otter.Notebook(notebook)
    return [name for name in questions if grader.check(name, shell.user_ns).passed_all]


if __name__ == "__main__":
    main()
