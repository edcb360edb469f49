"""When collected work was handed in, by the list beside it: for the very bytes that it names, and for nothing else."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.grading.submission import Submission
from autograder.marking import listed
from autograder.marking.listed import times

ADA = Submission("ada", "01-step", "step.py", b"h = 1\n")
BEN = Submission("ben", "01-step", "step.py", b"h = 2\n")
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def entry(of: Submission, handed_in: str | None = "2026-03-02T13:00:00+01:00", **more: object) -> dict[str, object]:
    path = f"{of.student}/{of.slug}/{of.file}"
    return {
        "path": path, "student": of.student, "slug": of.slug, "file": of.file, "handed_in": handed_in, "late": False,
        "digest": of.digest, **more,
    }  # fmt: skip


def write(folder: Path, *files: object, schema: str = "descent/collected/1") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "collected.json").write_text(json.dumps({"schema": schema, "files": files}), encoding="utf-8")
    return folder


def test_the_list_says_when(tmp_path: Path) -> None:
    found = times([write(tmp_path, entry(ADA), entry(BEN, None))], [ADA, BEN])
    assert (found.known, found.lists, found.changed) == ({ADA: MONDAY}, (tmp_path / "collected.json",), 0)


def test_of_what_was_changed_since_nothing_is_known(tmp_path: Path) -> None:
    folder = write(tmp_path, entry(ADA, digest=BEN.digest), entry(BEN, student="cleo"))
    found = times([folder], [ADA, BEN])
    assert (found.known, found.changed) == ({}, 1)


def test_where_there_is_no_list_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "file.py").touch()
    found = times([tmp_path, tmp_path / "file.py", tmp_path / "nowhere"], [ADA])
    assert (found.known, found.lists) == ({}, ())


def test_several_folders_have_a_list_each(tmp_path: Path) -> None:
    folders = [write(tmp_path / "one", entry(ADA)), write(tmp_path / "other", entry(BEN))]
    assert times(folders, [ADA, BEN]).known == {ADA: MONDAY, BEN: MONDAY}


def test_what_a_newer_version_says_besides_is_passed_over(tmp_path: Path) -> None:
    assert times([write(tmp_path, entry(ADA, more=1))], [ADA]).known == {ADA: MONDAY}


BAD = {
    "no-json": b"{",
    "not-utf8": b'{"schema": "\xff"}',
    "another-schema": b'{"schema": "descent/collected/2", "files": []}',
    "no-zone": json.dumps({"schema": "descent/collected/1", "files": [entry(ADA, "2026-03-02T13:00:00")]}).encode(),
    "no-digest": b'{"schema": "descent/collected/1", "files": [{"path": "", "student": "", "slug": "", "file": ""}]}',
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_list_that_cannot_be_read_is_told_of(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "collected.json").write_bytes(content)
    with pytest.raises(UsageError, match=r"collected\.json: is no list of collected work: .*or remove it"):
        times([tmp_path], [ADA])


def test_one_beyond_measure_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "LARGEST", 20)
    with pytest.raises(UsageError, match="is larger than 0 MB"):
        times([write(tmp_path, entry(ADA))], [ADA])
