"""docs/gradescope.md: what it has people do at home with Gradescope's own export. The rest of its commands is run with every page's."""

import re
import shlex
import zipfile
from pathlib import Path

import pytest

from autograder import cli
from autograder.cli.place import database
from autograder.gradebook.store import Gradebook

EXPORT = "assignment_1234567_export"
COURSE = ("course.toml", "solutions", "assignments")
LIST = """---
submission_70000001:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@example.org
  - :name: Bob Ross
    :sid: '101'
    :email: bob@example.org
  :created_at: 2026-11-20 21:58:59.310410000 Z
submission_70000002:
  :submitters:
  - :name: Cleo Park
    :sid: '102'
    :email: cleo@example.org
  :created_at: 2026-11-20 21:59:59.310410000 Z
"""


@pytest.fixture
def exported(tmp_path: Path, root: Path, slip: bytes, master: bytes) -> Path:
    """A folder with the course and what Gradescope's "Export Submissions" is: of a group, and of one whose work lies in a folder."""
    for name in COURSE:
        (tmp_path / name).symlink_to(root / name)
    with zipfile.ZipFile(tmp_path / f"{EXPORT}.zip", "w") as archive:
        archive.writestr(f"{EXPORT}/submission_metadata.yml", LIST)
        archive.writestr(f"{EXPORT}/submission_70000001/gradient.py", slip)
        archive.writestr(f"{EXPORT}/submission_70000002/week 1/mine/gradient.py", master)
    return tmp_path


def test_the_commands_after_the_due_date_do_what_it_says(
    exported: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command is run as it stands there; work goes to its students by name, to everybody of a group, out of any folder."""
    page = (root / "docs" / "gradescope.md").read_text(encoding="utf-8")
    block = next(text for text in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) if EXPORT in text)
    monkeypatch.chdir(exported)
    for command in block.strip().splitlines():
        program, *arguments = shlex.split(command)
        assert program == "descent"
        assert cli.run(arguments) == 0, capsys.readouterr()
    said = capsys.readouterr().out
    assert "a download of Gradescope, 2 files handed in" in said
    assert "3 submissions graded, 1 with full points" in said
    assert "01-gradient-step, ada@example.org: 8 of 10 points" in said
    with Gradebook.open(database()) as book:
        scores = {one.student: one.score for one in book.reports()}
    assert scores == {"ada@example.org": 8, "bob@example.org": 8, "cleo@example.org": 10}
