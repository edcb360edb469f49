"""The folder is written whole or not at all, in the place of an earlier collection alone, and says of each file all that is known."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.marking.collect import collect as read_back
from autograder.marking.listed import times
from autograder.platforms.collecting import output
from autograder.platforms.collecting.gather import Collection
from tests.platforms.collecting.downloads import COURSE, DUE, LATER, NOBODY, STEP, WORK, collect, laid_out, zipped

TWICE = {
    "1-9 - Ada - Nov 20, 2026 1158 PM/gradient.py": WORK,
    "1-9 - Ada - Nov 21, 2026 1158 PM/gradient.py": LATER,
    "2-9 - =Bob - Nov 20, 2026 1158 PM/gradient.py": WORK,
    "3-9 - Cy - Nov 20, 2026 1158 PM/report.pdf": b"pdf",
}


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return collect([zipped(tmp_path / "x.zip", TWICE)], COURSE, NOBODY)


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# --- what must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["file", "full", "link", "changed", "added", "link-inside"])
def test_a_folder_that_holds_anything_else_is_refused_and_left_as_it_is(tmp_path: Path, collection: Collection, what: str) -> None:
    out = tmp_path / "out"
    if what == "file":
        out.write_bytes(b"mine")
    elif what == "full":
        laid_out(out, {"mine.txt": b"mine"})
    elif what == "link":
        (tmp_path / "elsewhere").mkdir()
        out.symlink_to(tmp_path / "elsewhere")
    else:
        output.write(output.planned(collection, now=DUE), out)
        if what == "changed":
            (out / "Ada" / STEP / "gradient.py").write_bytes(b"mine")
        elif what == "added":
            laid_out(out, {f"dora/{STEP}/gradient.py": b"mine"})
        else:
            (out / "Ada" / "link.py").symlink_to(tmp_path / "x.zip")
    before = written(out) if out.is_dir() else out.read_bytes()
    with pytest.raises(UsageError, match="--out DIR"):
        output.check(out, [])
    assert (written(out) if out.is_dir() else out.read_bytes()) == before


@pytest.mark.parametrize("out", [".", "in", "in/out", "in/ada/out"])
def test_a_folder_in_what_is_collected_or_around_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    laid_out(tmp_path / "in", ["ada/gradient.py"])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        output.check(Path(out), [Path("in")])


@pytest.mark.parametrize("where", ["new", "put"])
def test_what_was_there_is_still_there_if_writing_fails(
    tmp_path: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    out = tmp_path / "out"
    output.write(output.planned(collection, now=DUE), out)
    before = written(out)
    if where == "new":
        monkeypatch.setattr(Path, "write_bytes", _full)
    else:
        rename = Path.rename
        monkeypatch.setattr(Path, "rename", lambda self, target: _full() if self.name.endswith(".new") else rename(self, target))
    with pytest.raises(UsageError, match="No space left on device"):
        output.write({"a/b": b"c"}, out)
    monkeypatch.undo()
    assert written(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "x.zip"]


def _full(*_: object) -> int:
    raise OSError(28, os.strerror(28))


def test_a_cell_of_the_receipts_is_no_formula(collection: Collection) -> None:
    text = output.planned(collection, now=DUE)[output.RECEIPTS].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["student"] for row in rows] == ["'=Bob", "Ada", "Ada"]


def test_the_list_is_ascii_whatever_stands_in_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ["Zoë_3_assignsubmission_file/gradient.py", "Ada\u202e_1_assignsubmission_file/gradient.py"])
    assert output.planned(collect([path], COURSE, NOBODY), now=DUE)[output.LIST].isascii()


# --- what is written -----------------------------------------------------------------------------------------------------


def test_what_counts_lies_where_grading_looks_and_what_came_before_where_it_does_not(tmp_path: Path, collection: Collection) -> None:
    out = tmp_path / "deep" / "out"
    output.write(output.planned(collection, now=DUE), out)
    found = written(out)
    assert found.pop(f".attempts/Ada/{STEP}/1/gradient.py") == WORK
    assert set(found) == {f"Ada/{STEP}/gradient.py", f"=Bob/{STEP}/gradient.py", "collected.json", "receipts.csv"}
    graded = read_back([out], COURSE)
    assert {(one.student, one.slug, one.content) for one in graded.submissions} == {("Ada", STEP, LATER), ("=Bob", STEP, WORK)}
    assert graded.refusals == []


def test_grading_reads_the_times(tmp_path: Path, collection: Collection) -> None:
    output.write(output.planned(collection, now=DUE), tmp_path / "out")
    known = times([tmp_path / "out"], read_back([tmp_path / "out"], COURSE).submissions, COURSE)
    assert {one.student: at.isoformat() for one, at in known.known.items()} == {
        "Ada": "2026-11-21T23:58:00+01:00",
        "=Bob": "2026-11-20T23:58:00+01:00",
    }
    assert known.changed == 0


def test_the_list_says_all_that_is_known(tmp_path: Path, collection: Collection) -> None:
    said = json.loads(output.planned(collection, now=DUE)[output.LIST])
    assert said["schema"] == "descent/collected/1"
    assert said["files"][1] == {
        "path": f".attempts/Ada/{STEP}/1/gradient.py",
        "student": "Ada",
        "slug": STEP,
        "file": "gradient.py",
        "handed_in": "2026-11-20T23:58:00+01:00",
        "late": False,
        "digest": collection.taken[1].attempt.submission.digest,
        "from": f"{tmp_path / 'x.zip'}: 1-9 - Ada - Nov 20, 2026 1158 PM/gradient.py",
        "attempt": 1,
        "attempts": 2,
        "latest": False,
    }
    assert [(one["student"], one["latest"]) for one in said["files"]] == [("=Bob", True), ("Ada", False), ("Ada", True)]
    assert [(one["path"].endswith("report.pdf"), one["why"]) for one in said["left"]] == [(True, "Expected a .py or .ipynb file.")]


def test_a_receipt_is_written_for_each_hand_in(collection: Collection) -> None:
    rows = list(csv.DictReader(io.StringIO(output.planned(collection, now=DUE)[output.RECEIPTS].decode("utf-8-sig"))))
    assert list(rows[0]) == list(output.COLUMNS)
    assert [(row["slug"], row["digest"] == one.attempt.submission.digest) for row, one in zip(rows, collection.taken, strict=True)] == [
        (STEP, True)
    ] * 3
    assert rows[2]["handed_in"] == "2026-11-21T23:58:00+01:00"


def test_an_earlier_collection_gives_way_to_a_new_one(tmp_path: Path, collection: Collection) -> None:
    out = tmp_path / "out"
    output.write(output.planned(collection, now=DUE), out)
    later = collect([zipped(tmp_path / "y.zip", ["Dora_1_assignsubmission_file/gradient.py"])], COURSE, NOBODY)
    output.check(out, [tmp_path / "y.zip"])
    output.write(output.planned(later, now=DUE), out)
    assert set(written(out)) == {f"Dora/{STEP}/gradient.py", "collected.json", "receipts.csv"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "x.zip", "y.zip"]


def test_an_empty_folder_is_used(tmp_path: Path, collection: Collection) -> None:
    (tmp_path / "out").mkdir()
    output.check(tmp_path / "out", [])
    output.write(output.planned(collection, now=DUE), tmp_path / "out")
    assert (tmp_path / "out" / output.LIST).is_file()


def test_a_collection_is_not_collected_again(tmp_path: Path, collection: Collection) -> None:
    output.write(output.planned(collection, now=DUE), tmp_path / "out")
    with pytest.raises(UsageError, match="was collected already"):
        collect([tmp_path / "out"], COURSE, NOBODY)
