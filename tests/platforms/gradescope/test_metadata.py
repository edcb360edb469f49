"""Who handed it in: as far as Gradescope says so, and nothing hangs on it."""

import json
import os
from pathlib import Path

import pytest

from autograder.platforms.gradescope.metadata import Metadata, read
from tests.platforms.gradescope.routes import METADATA


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "submission_metadata.json"


def test_what_gradescope_writes_is_read(path: Path) -> None:
    path.write_text(json.dumps(METADATA))
    assert read(path) == Metadata("ada@example.edu", 10.0)


def test_names_become_harmless_and_few(path: Path) -> None:
    users = [{"email": "a\n\x1b[31m\u202eb"}, {"email": 7}, "x", {}, *[{"email": "y"}] * 50]
    path.write_text(json.dumps({"users": users, "assignment": None}))
    known = read(path)
    assert known.student.startswith("a [31mb, y, y")
    assert known.student.count("y") == 16
    assert known.points is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[" * 200_000,
        b"{\xff}",
        b"7",
        b'{"users": {"email": "x"}, "assignment": [{"total_points": "3"}]}',
        b'{"assignment": {"total_points": "many"}}',
        b'{"assignment": {"total_points": ' + b"9" * 5000 + b"}}",
        b'{"users": [{"email": "\\ud800"}',
        b" " * (33 << 20),
    ],
    ids=["empty", "deep", "no-text", "a-number", "other-shapes", "no-number", "a-huge-number", "cut-off", "too-large"],
)
def test_what_is_odd_is_passed_over(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert read(path) == Metadata()


def test_what_is_no_file_is_not_waited_for(path: Path, tmp_path: Path) -> None:
    assert read(path) == Metadata()
    (tmp_path / "real.json").write_text(json.dumps(METADATA))
    path.symlink_to(tmp_path / "real.json")
    assert read(path) == Metadata()
    path.unlink()
    os.mkfifo(path)
    assert read(path) == Metadata()
