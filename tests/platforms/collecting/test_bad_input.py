"""Whatever is in a download is refused by name and the rest collected; every file is told of; nothing is written elsewhere."""

import os
import stat
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.errors import UsageError
from autograder.marking import archive as archives
from autograder.platforms.collecting import output
from autograder.platforms.collecting.contents import Contents
from autograder.platforms.collecting.gather import Collection
from tests.platforms.collecting.downloads import (
    COURSE,
    DUE,
    LATER,
    NOBODY,
    STEP,
    WORK,
    collect,
    laid_out,
    students,
    why,
    works,
    zipped,
)

GOOD = "Bob_2_assignsubmission_file/gradient.py"
ADA = "Ada_1_assignsubmission_file"


def told(collection: Collection) -> set[str]:
    """Every file of which something is said."""
    taken = {one.attempt.origin for one in collection.taken}
    return taken | {one.path for one in (*collection.left, *collection.passed)}


# --- names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../gradient.py", "leads out of the zip"),
        (f"{ADA}/../../gradient.py", "leads out of the zip"),
        ("../../etc/cron.d/x", "leads out of the zip"),
        (f"/{ADA}/gradient.py", "absolute"),
        (f"C:/{ADA}/gradient.py", "absolute"),
        (f"{ADA}\\gradient.py", "backslash"),
        (f"{ADA}/\x1b]0;x\x07gradient.py", "cannot be printed"),
        (f"{ADA}/gradient\u202eyp.py", "cannot be printed"),
        ("Ada\u200b_1_assignsubmission_file/gradient.py", "cannot be printed"),
        ("Ada\u202e_1_assignsubmission_file/gradient.py", "cannot be printed"),
        ("A" * 300 + "_1_assignsubmission_file/gradient.py", "longer than"),
        ("A" * 150 + "_1_assignsubmission_file/gradient.py", "more than 100 characters"),
        (f"{ADA}/nested.zip", "It is a zip in what was handed in"),
        ("CON_1_assignsubmission_file/gradient.py", "cannot be a folder's name"),
    ],
)
def test_a_name_that_may_mislead_is_refused_and_the_rest_collected(tmp_path: Path, name: str, said: str) -> None:
    collection = collect([zipped(tmp_path / "x.zip", [name, GOOD])], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert [said in reason for reason in why(collection)] == [True]
    assert all(one.path.isprintable() for one in collection.left)


class Written(zipfile.ZipInfo):
    """A member whose name is written as these bytes, and not said to be UTF-8."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.raw, self.flag_bits & ~0x800


def test_names_are_read_in_whatever_encoding_they_are_written(tmp_path: Path) -> None:
    """As UTF-8 that says so, as UTF-8 that does not (some programs), and as code page 437 (old ones)."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("Jürgen_1_assignsubmission_file/gradient.py", WORK)
        for name, encoding in (
            ("José_2_assignsubmission_file/gradient.py", "utf-8"),
            ("Zoë_3_assignsubmission_file/gradient.py", "cp437"),
        ):
            member = Written(name)
            member.raw = name.encode(encoding)
            archive.writestr(member, WORK)
    assert students(collect([tmp_path / "x.zip"], COURSE, NOBODY)) == ["José", "Jürgen", "Zoë"]


def test_a_name_in_an_encoding_that_the_zip_does_not_say_is_refused(tmp_path: Path) -> None:
    """Read as code page 437, `Müller` in Windows' own would be `Mⁿller`, and `Иван` no name at all."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(GOOD, WORK)
        for name, encoding in (("Müller_1", "cp1252"), ("Sørensen_2", "cp850"), ("Иван_3", "cp1251"), ("太郎_4", "shift-jis")):
            member = Written(f"{name}_assignsubmission_file/gradient.py")
            member.raw = member.filename.encode(encoding)
            archive.writestr(member, WORK)
    collection = collect([tmp_path / "x.zip"], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert ["in an encoding that the zip does not say" in reason for reason in why(collection)] == [True] * 4


def test_a_name_may_hold_what_parts_two_letters_in_its_script(tmp_path: Path) -> None:
    """Persian names do, and programs write blanks at which no line breaks."""
    names = ["علی\u200cرضا_1_assignsubmission_file/gradient.py", "Ada\u00a0L_2_assignsubmission_file/gradient\u202f(1).py"]
    assert sorted(students(collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY))) == ["Ada L", "علیرضا"]


def test_a_name_that_is_no_text_in_the_encoding_that_it_names_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", [f"é{ADA}/gradient.py", GOOD])
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xfe"))
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert len(collection.left) == 1


def test_a_name_that_was_composed_otherwise_is_the_same_student(tmp_path: Path) -> None:
    first = zipped(tmp_path / "1.zip", {"Jose\u0301_1_assignsubmission_file/gradient.py": WORK})
    second = zipped(tmp_path / "2.zip", {"Jos\u00e9_1_assignsubmission_file/gradient.py": LATER})
    assert works(collect([first, second], COURSE, NOBODY)) == [("Jos\u00e9", STEP, LATER)]


def test_names_that_differ_in_capitals_alone_are_refused(tmp_path: Path) -> None:
    names = [
        f"{ADA}/gradient.py",
        f"{ADA}/Gradient.py",
        "BOB_2_assignsubmission_file/gradient.py",
        GOOD,
        "Cy_3_assignsubmission_file/gradient.py",
    ]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert students(collection) == ["Cy"]
    assert len(collection.left) == 4


# --- what is no file, or too much of one ---------------------------------------------------------------------------------


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo(f"{ADA}/gradient.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr(GOOD, WORK)
    collection = collect([tmp_path / "x.zip"], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert "Links are not followed" in why(collection)[0]


def test_links_and_pipes_in_an_unpacked_download_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_bytes(b"secret")
    folder = laid_out(tmp_path / "in", [GOOD, f"{ADA}/notes.txt"])
    (folder / ADA / "gradient.py").symlink_to(tmp_path / "secret.py")
    os.mkfifo(folder / ADA / "network.py")
    collection = collect([folder], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert {
        "Links are not followed" in reason or "not a regular file" in reason or reason.startswith("Expected")
        for reason in why(collection)
    } == {True}


def test_a_link_that_gives_itself_for_a_list_is_not_read(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", ["submission_1/gradient.py", "submission_2/gradient.py"])
    (tmp_path / "list").write_text("submission_1:\n  :submitters:\n  - :name: Ada\n    :email: ada@x\n", encoding="utf-8")
    (tmp_path / "in" / "submission_metadata.yml").symlink_to(tmp_path / "list")
    assert "ada@x" not in students(collect([tmp_path / "in"], COURSE, NOBODY))


def test_a_bomb_is_refused_by_its_size_and_read_no_further(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{ADA}/gradient.py", b"\0" * 50_000_000)
        archive.writestr(f"{ADA}/other.bin", b"\0" * 50_000_000)
        archive.writestr(GOOD, WORK)
    collection = collect([tmp_path / "x.zip"], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert any("too large" in reason for reason in why(collection))


def test_a_bomb_that_lies_about_its_size_is_read_no_further_than_it_may(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{ADA}/gradient.py", b"\0" * 5_000_000)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(content)
    assert works(collect([path], COURSE, NOBODY)) == []


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", [f"{ADA}/gradient.py", GOOD])
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    path.write_bytes(content)
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert "encrypted" in why(collection)[0]


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {f"{ADA}/gradient.py": b"x" * 99, GOOD: WORK})
    content = path.read_bytes()
    path.write_bytes(content.replace(b"x" * 99, b"y" * 99))
    assert zlib.crc32(b"x" * 99) != zlib.crc32(b"y" * 99)
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert "damaged" in why(collection)[0]


def test_more_files_than_are_read_are_told_of_and_the_first_ones_collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "OPENED", 10)
    names = [f"Nr{number}_{number}_assignsubmission_file/gradient.py" for number in range(30)]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert len(works(collection)) == 10
    assert "more than 10 files" in " ".join(why(collection))


def test_ten_thousand_files_that_are_nobodys_are_told_of_in_number(tmp_path: Path) -> None:
    names = [*(f"{ADA}/../{number}.py" for number in range(10_000)), GOOD]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert students(collection) == ["Bob"]
    assert "9000 more files" in " ".join(why(collection))


def test_of_any_number_of_files_in_one_hand_in_few_are_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look asks the sandbox: thousands would take it minutes."""
    asked: list[object] = []
    monkeypatch.setattr(Contents, "assignment_of", lambda _, found, among=(): asked.append(found))
    eve = [f"{ADA}/{number}.py" for number in range(300)]
    moodle = collect([zipped(tmp_path / "x.zip", [*eve, f"{ADA}/gradient.py", GOOD])], COURSE, NOBODY)
    assert students(moodle) == ["Ada", "Bob"]
    assert asked == []
    assert ["one of 301 .py" in reason for reason in why(moodle)] == [True] * 300
    plain = collect([zipped(tmp_path / "y.zip", [*(f"eve/{number}.py" for number in range(300)), "bob/gradient.py"])], COURSE, NOBODY)
    assert students(plain) == ["bob"]
    assert len(plain.left) == 300
    assert len(asked) == 40


def test_what_is_no_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"no zip")
    assert "cannot be read" in why(collect([tmp_path / "x.zip"], COURSE, NOBODY))[0]


# --- anything at all -----------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Ada_1_assignsubmission_file",
        "bob_1_2_gradient.py",
        "1-2 - Ada - Nov 20, 2026 1159 PM",
        "S_ada_attempt_2026-11-20-23-59-00_gradient.py",
        "submission_1",
        "submission_metadata.yml",
        "01-gradient-step",
        "gradient.py",
        "network.ipynb",
        *("..", ".", "", "/", "\u202e", "x.zip", "CON", "é"),
    ]
)
NAMES = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("/".join) | st.text(max_size=20), min_size=1, max_size=8, unique=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=NAMES, content=st.binary(max_size=40))
def test_whatever_a_zip_holds_every_file_is_told_of_and_nothing_is_written_elsewhere(
    tmp_path: Path, names: list[str], content: bytes
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            try:
                archive.writestr(zipfile.ZipInfo(name or "x"), content)
            except (UnicodeEncodeError, ValueError):  # not even a zip can hold it
                return
    out = tmp_path / "inner" / "collected"
    before = sorted(entry for entry in tmp_path.rglob("*") if out.parent not in (entry, *entry.parents))
    try:
        collection = collect([path], COURSE, NOBODY)
    except UsageError:
        return
    for one in collection.taken:
        assert one.attempt.origin in told(collection)
    files = output.planned(collection, now=DUE)
    output.write(files, out)
    assert sorted(entry for entry in tmp_path.rglob("*") if out.parent not in (entry, *entry.parents)) == before
    there = {entry.relative_to(out).as_posix() for entry in out.rglob("*") if entry.is_file()}
    assert there == set(files)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(
        st.tuples(
            st.sampled_from(["Ada", "Bob", "Jos\u00e9"]),
            st.integers(1, 4),
            st.sampled_from(["gradient.py", "a/b.py", "x.pdf", "w.zip", "gradient.ipynb"]),
        ),
        min_size=1,
        max_size=8,
        unique=True,
    )
)
def test_of_a_download_each_file_is_collected_left_or_passed_over(tmp_path: Path, names: list[tuple[str, int, str]]) -> None:
    paths = [f"{name}_{number}_assignsubmission_file/{file}" for name, number, file in names]
    archive = zipped(tmp_path / "x.zip", {path: f"{path}\n".encode() for path in paths})
    collection = collect([archive], COURSE, NOBODY, kind="moodle")
    assert told(collection) == {f"{archive}: {path}" for path in paths}
    lists = [one.attempt.origin for one in collection.taken] + [one.path for one in (*collection.left, *collection.passed)]
    assert len(lists) == len(set(lists))
