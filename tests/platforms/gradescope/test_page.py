"""docs/gradescope.md: what it has people do at home with Gradescope's own export. The rest of its commands is run with every page's."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from autograder import cli

EXPORT = "assignment_1234567_export"
COURSE = ("course.toml", "solutions", "assignments")


@pytest.fixture
def exported(tmp_path: Path, root: Path, slip: bytes, master: bytes) -> Path:
    """A folder with the course and what Gradescope's "Export Submissions" is, unpacked."""
    for name in COURSE:
        (tmp_path / name).symlink_to(root / name)
    for student, content in {"submission_70000001": slip, "submission_70000002": master}.items():
        folder = tmp_path / EXPORT / student
        folder.mkdir(parents=True)
        (folder / "gradient.py").write_bytes(content)
    (tmp_path / EXPORT / "submission_metadata.yml").write_text("---\nsubmission_70000001: {}\n")
    return tmp_path


def test_the_commands_after_the_due_date_do_what_it_says(
    exported: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (root / "docs" / "gradescope.md").read_text(encoding="utf-8")
    block = next(text for text in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) if EXPORT in text)
    monkeypatch.chdir(exported)
    for command in block.strip().splitlines():
        program, *arguments = command.split()
        assert program == "descent"
        assert cli.run(arguments) == 0, capsys.readouterr()
    said = capsys.readouterr().out
    assert "submission_70000001" in said
    assert "2 submissions graded, 1 with full points" in said


def test_its_zip_is_graded_as_it_is(exported: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(exported)
    with zipfile.ZipFile("export.zip", "w") as archive:
        for path in sorted(Path(EXPORT).rglob("*.*")):
            archive.write(path)
    shutil.rmtree(EXPORT)
    assert cli.run(["grade", "export.zip", "--assignment", "01-gradient-step"]) == 0
    assert "2 submissions graded" in capsys.readouterr().out
