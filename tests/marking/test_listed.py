"""When collected work was handed in, by the list beside it: for the very bytes that it names, and for nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.course.manifest import Course, Entry, Limits
from autograder.errors import UsageError
from autograder.grading.submission import HandIn, Submission
from autograder.marking import listed
from autograder.marking.listed import times

ADA = Submission("ada", "01-step", "step.py", b"h = 1\n")
BEN = Submission("ben", "01-step", "step.py", b"h = 2\n")
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
DUE = datetime(2026, 3, 1, tzinfo=UTC)
COURSE = Course(
    title="A course", assignments=(Entry("01-step", "Step", "step.py", 10, due=DUE), Entry("02-net", "Net", "net.py", 10)),
    limits=Limits(source_kb=1),
)  # fmt: skip


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
    found = times([write(tmp_path, entry(ADA), entry(BEN, None))], [ADA, BEN], COURSE)
    assert (found.known, found.lists, found.changed) == ({ADA: MONDAY}, (tmp_path / "collected.json",), 0)


def test_of_what_was_changed_since_nothing_is_known(tmp_path: Path) -> None:
    folder = write(tmp_path, entry(ADA, digest=BEN.digest), entry(BEN, student="cleo"))
    found = times([folder], [ADA, BEN], COURSE)
    assert (found.known, found.changed) == ({}, 1)


def test_where_there_is_no_list_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "file.py").touch()
    found = times([tmp_path, tmp_path / "file.py", tmp_path / "nowhere"], [ADA], COURSE)
    assert (found.known, found.lists) == ({}, ())


def test_several_folders_have_a_list_each(tmp_path: Path) -> None:
    folders = [write(tmp_path / "one", entry(ADA)), write(tmp_path / "other", entry(BEN))]
    assert times(folders, [ADA, BEN], COURSE).known == {ADA: MONDAY, BEN: MONDAY}


def test_each_of_several_lists_holds_for_the_very_bytes_that_it_names(tmp_path: Path) -> None:
    """Two downloads of one term: whichever of one student's files is graded, its own list says when it was handed in."""
    again = Submission("ada", "01-step", "step.py", b"h = 3\n")
    folders = [write(tmp_path / "one", entry(ADA)), write(tmp_path / "other", entry(again, "2026-03-09T13:00:00+01:00", late=True))]
    for paths in (folders, folders[::-1]):
        assert (times(paths, [ADA], COURSE).known, times(paths, [ADA], COURSE).changed) == ({ADA: MONDAY}, 0)
        assert times(paths, [again], COURSE).known == {again: datetime(2026, 3, 9, 12, tzinfo=UTC)}
        assert times(paths, [replace(ADA, content=b"h = 4\n")], COURSE).changed == 1


def test_of_the_same_bytes_in_several_lists_the_earliest_known_time_counts(tmp_path: Path) -> None:
    when = ("2026-03-09T13:00:00+01:00", None, "2026-03-02T13:00:00+01:00")
    folders = [write(tmp_path / str(number), entry(ADA, one)) for number, one in enumerate(when)]
    for paths in (folders, folders[::-1], folders[1:]):
        assert times(paths, [ADA], COURSE).known == {ADA: MONDAY}


def test_what_a_newer_version_says_besides_is_passed_over(tmp_path: Path) -> None:
    assert times([write(tmp_path, entry(ADA, more=1))], [ADA], COURSE).known == {ADA: MONDAY}


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
        times([tmp_path], [ADA], COURSE)


def test_one_beyond_measure_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "LARGEST", 20)
    with pytest.raises(UsageError, match="is larger than 0 MB"):
        times([write(tmp_path, entry(ADA))], [ADA], COURSE)


# --- of what only is known that it was in time ----------------------------------------------------------------------------


def test_what_was_in_time_at_no_known_time_was_there_when_it_was_due(tmp_path: Path) -> None:
    found = times([write(tmp_path, entry(ADA, None), entry(BEN))], [ADA, BEN], COURSE)
    assert (found.by, found.known) == ({ADA: DUE}, {BEN: MONDAY})
    assert found.of([ADA, BEN]) == [HandIn(ADA, by=DUE), HandIn(BEN, MONDAY)]


@pytest.mark.parametrize("late", [True, None])
def test_what_nobody_says_to_be_in_time_is_not_held_to_be(tmp_path: Path, late: bool | None) -> None:
    assert times([write(tmp_path, entry(ADA, None, late=late))], [ADA], COURSE).by == {}


def test_what_is_never_due_is_never_late_anyway(tmp_path: Path) -> None:
    net = Submission("ada", "02-net", "net.py", b"")
    assert times([write(tmp_path, entry(net, None))], [net], COURSE).by == {}


# --- earlier attempts -----------------------------------------------------------------------------------------------------

FIRST = Submission("ada", "01-step", "step.py", b"h = 0\n")
BEFORE = ".attempts/ada/01-step/1/step.py"


def keep(folder: Path, of: Submission = FIRST, path: str = BEFORE) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(of.content)
    return folder


def test_earlier_attempts_are_taken_with_their_times_before_what_counts(tmp_path: Path) -> None:
    second = Submission("ada", "01-step", "step.py", b"h = 5\n")
    keep(keep(tmp_path), second, ".attempts/ada/01-step/2/step.py")
    early = entry(FIRST, "2026-03-01T13:00:00+01:00", path=BEFORE, latest=False)
    also = entry(second, None, path=".attempts/ada/01-step/2/step.py", latest=False)
    found = times([write(tmp_path, entry(ADA), early, also)], [ADA], COURSE)
    first = HandIn(FIRST, datetime(2026, 3, 1, 12, tzinfo=UTC), earlier=True)
    assert found.of([ADA]) == [first, HandIn(second, by=DUE, earlier=True), HandIn(ADA, MONDAY)]
    assert (found.changed, found.lost) == (0, 0)


def test_those_of_work_that_is_not_graded_now_are_passed_over(tmp_path: Path) -> None:
    folder = write(keep(tmp_path), entry(FIRST, path=BEFORE, latest=False), entry(ADA), entry(BEN))
    found = times([folder], [BEN], COURSE)
    assert (found.earlier, found.lost) == ((), 0)


def linked_file(folder: Path) -> None:
    (folder / BEFORE).rename(folder / "elsewhere.py")
    (folder / BEFORE).symlink_to(folder / "elsewhere.py")


def linked_folder(folder: Path) -> None:
    (folder / ".attempts").rename(folder / "elsewhere")
    (folder / ".attempts").symlink_to(folder / "elsewhere")


LOST = {
    "gone": lambda folder: (folder / BEFORE).unlink(),
    "changed": lambda folder: (folder / BEFORE).write_bytes(b"h = 9\n"),
    "a-link": linked_file,
    "in-a-linked-folder": linked_folder,
    "too-large": lambda folder: (folder / BEFORE).write_bytes(b"#" * 1025),
}


@pytest.mark.parametrize("spoil", LOST.values(), ids=LOST)
def test_what_is_not_there_as_it_was_collected_is_not_taken_and_counted(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(write(keep(tmp_path), entry(FIRST, path=BEFORE, latest=False), entry(ADA)))
    found = times([tmp_path], [ADA], COURSE)
    assert (found.earlier, found.lost, found.known) == ((), 1, {ADA: MONDAY})


@pytest.mark.parametrize(
    "path",
    [
        "ada/01-step/step.py",
        "../kept/.attempts/ada/01-step/1/step.py",
        ".attempts/ada/01-step/../step.py",
        ".attempts/ben/01-step/1/step.py",
        ".attempts/ada/02-net/1/step.py",
        ".attempts/ada/01-step/1/other.py",
        "/etc/passwd",
        "",
    ],
)
def test_a_path_that_leads_elsewhere_is_not_followed(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "kept"
    for where in (path, BEFORE) if path and not path.startswith("/") else (BEFORE,):
        keep(folder, FIRST, where)
    found = times([write(folder, entry(FIRST, path=path, latest=False), entry(ADA))], [ADA], COURSE)
    assert (found.earlier, found.lost) == ((), 1)
