"""The zip for Gradescope: what it must hold is in it, what must not is not, and it is for instructors alone."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import cli
from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.platforms.gradescope.archive import files
from autograder.platforms.gradescope.visibility import Until
from autograder.platforms.packing import requirements
from tests.platforms.gradescope.conftest import SLUG

SECRET = Secret(b"0123456789abcdef" * 2)
Export = Callable[..., int]


@pytest.fixture
def export(root: Path) -> Export:
    """`descent export gradescope ...` in this process; the exit code."""
    return lambda *arguments: cli.run(["--course", str(root), "export", "gradescope", *map(str, arguments)])


def test_the_command_writes_a_zip_for_its_owner_and_says_what_to_do(
    export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "step.zip"
    assert export(target, "--assignment", SLUG) == 0
    said = capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        modes = {name: archive.getinfo(name).external_attr >> 16 & 0o777 for name in ("run_autograder", "setup.sh", "grade.py")}
    assert {"setup.sh", "run_autograder", "grade.py", "requirements.txt", "descent/secret", "descent/course/course.toml"} < set(names)
    assert modes == {"run_autograder": 0o755, "setup.sh": 0o755, "grade.py": 0o644}
    assert target.stat().st_mode & 0o777 == 0o600
    assert f"{target}: {len(names)} files, for instructors alone: the solutions and the secret are in it." in said
    assert "a Programming Assignment of 10 points" in said


def test_the_same_export_twice_is_the_same_file(export: Export, tmp_path: Path) -> None:
    target = tmp_path / "step.zip"
    assert export(target, "--assignment", SLUG) == 0
    first = target.read_bytes()
    assert export(target, "--assignment", SLUG) == 0
    assert target.read_bytes() == first
    assert export(target, "--assignment", SLUG, "--hidden-until", "after_published") == 0
    assert target.read_bytes() != first


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["step.zip", "--assignment", "09-none"], "there is no assignment '09-none'"),
        (["step", "--assignment", SLUG], "Gradescope takes a zip file. Name one that ends in .zip."),
        (["there.zip", "--assignment", SLUG], "the file is there and is no earlier export"),
    ],
    ids=["no-such-assignment", "no-zip", "somebody-elses-file"],
)
def test_what_cannot_be_exported_is_said_and_nothing_is_written(
    export: Export, arguments: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.zip").write_text("mine")
    assert export(*arguments) == 2
    assert why in capsys.readouterr().err
    assert ([path.name for path in tmp_path.iterdir()], Path("there.zip").read_text()) == (["there.zip"], "mine")


def test_the_scripts_are_what_gradescope_asks_for(root: Path) -> None:
    made = files(load(root), SECRET, SLUG, Until.DUE)
    assert (made["run_autograder"].partition(b"\n")[0], made["setup.sh"].partition(b"\n")[0]) == (b"#!/bin/sh", b"#!/bin/bash")
    assert b'SLUG, UNTIL, ENGINE = "01-gradient-step", "after_due_date", "' in made["grade.py"]
    assert made["requirements.txt"].decode().split() == list(requirements())
    assert not [name for name in ("run_autograder", "setup.sh", "grade.py") if b"\r" in made[name] or b"$slug" in made[name]]


@pytest.mark.parametrize(("shell", "name"), [("sh", "run_autograder"), ("bash", "setup.sh")])
def test_the_shell_understands_them(root: Path, tmp_path: Path, shell: str, name: str) -> None:
    (tmp_path / name).write_bytes(files(load(root), SECRET, SLUG)[name])
    done = subprocess.run([shell, "-n", str(tmp_path / name)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_an_instructors_machine_alone_needs_is_not_in_it(root: Path) -> None:
    made = files(load(root), SECRET, SLUG)
    assert not [name for name in made if "autograder/gradebook/" in name or "/cli/" in name or "/submitted/" in name]
    assert sum(map(len, made.values())) < 8 << 20
