"""Everything that is stored about a student becomes files that one can be given, under names that lead nowhere else."""

import json
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.gradebook.stored import stored
from autograder.gradebook.tables import metadata
from autograder.grading.submission import Submission
from autograder.marking.dossier import files, store
from tests.gradebook.classroom import DUE, SLUG, hand_in, reported
from tests.gradebook.crowd import fill

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Gradebook:
    """A gradebook, open."""
    return Gradebook.open(sqlite_url(tmp_path / "gradebook.db"))


def made(book: Gradebook, name: str = "ada") -> dict[str, bytes]:
    with book:
        found = book.read(lambda connection: stored(connection, name))
    return files(found, pseudonym="student e7b4a9", when=NOW)


def test_there_is_a_readme_all_rows_the_files_and_the_reports(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    found = made(book)
    assert set(found) == {
        "README.txt",
        "data.json",
        f"submissions/{SLUG}/1-gradient.py",
        f"submissions/{SLUG}/2-gradient.py",
        f"reports/{SLUG}/1-gradient.py.json",
        f"reports/{SLUG}/2-gradient.py.json",
    }
    assert found[f"submissions/{SLUG}/1-gradient.py"] == b"ada wrote this"
    assert json.loads(found[f"reports/{SLUG}/1-gradient.py.json"])["student"] == "ada"


def test_the_data_has_every_table_and_column_and_names_the_files(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    found = made(book)
    data = json.loads(found["data.json"])
    assert (data["schema"], data["student"], data["pseudonym"], data["as_of"]) == (
        "descent/data/1", "ada", "student e7b4a9", "2026-12-01T09:00:00+00:00",
    )  # fmt: skip
    assert data["tables"].keys() == metadata.tables.keys()
    for name, rows in data["tables"].items():
        for row in rows:
            assert set(row) >= set(metadata.tables[name].c.keys())
    places = {row["place"] for row in data["tables"]["submissions"]} | {row["json"] for row in data["tables"]["reports"]}
    assert places == set(found) - {"README.txt", "data.json"}
    assert data["tables"]["contents"][0]["data"] == "14 bytes, in submissions/"


def test_nothing_of_others_is_in_any_file(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    for name, content in made(book).items():
        assert b"ben" not in content.lower(), name


def test_the_readme_says_what_is_there(book: Gradebook) -> None:
    fill(book, "ada")
    said = made(book)["README.txt"].decode()
    assert said.startswith("Everything that the gradebook of this course stores about ada, as of 2026-12-01 09:00 UTC.\n")
    assert 'called "student e7b4a9"' in said


@pytest.mark.parametrize("odd", ["../../evil", "/etc/x", "..", "C:\\x", "a/b", "con", "x" * 200, "reports.json", "\x1b[31m"])
def test_a_name_leads_nowhere_else(book: Gradebook, odd: str) -> None:
    work = Submission("ada", odd, odd, b"h = 1\n")
    (number,) = book.accept([work], when=DUE)
    book.record([(number, reported(work, 1))], when=DUE)
    for name in made(book):
        parts = name.split("/")
        assert len(parts) in (1, 3)
        assert all(part not in ("", ".", "..") and "\\" not in part and part.isprintable() for part in parts)


def test_a_zip_and_a_folder_hold_the_same_for_their_owner_alone(book: Gradebook, tmp_path: Path) -> None:
    fill(book, "ada")
    found = made(book)
    for target in (tmp_path / "ada.zip", tmp_path / "ada", tmp_path / "deep" / "er.ZIP"):
        store(found, target)
    with zipfile.ZipFile(tmp_path / "ada.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == found
    assert {path.relative_to(tmp_path / "ada").as_posix(): path.read_bytes() for path in (tmp_path / "ada").rglob("*.*")} == found
    for path in (tmp_path / "ada.zip", tmp_path / "ada" / "data.json"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_an_empty_folder_may_be_there_and_nothing_else(book: Gradebook, tmp_path: Path) -> None:
    hand_in(book, "ada", -1, 1)
    found = made(book)
    (tmp_path / "empty").mkdir()
    store(found, tmp_path / "empty")
    (tmp_path / "there.zip").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("empty", "there.zip", "file"):
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        with pytest.raises(UsageError, match=r"is there already. Name another place: --out PATH"):
            store(found, tmp_path / name)
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
