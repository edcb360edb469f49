"""Every file that was handed in is graded for the right student and assignment, or refused with a reason."""

import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.manifest import Course, Entry, Limits
from autograder.errors import CourseError, UsageError
from autograder.marking import archive as archives
from autograder.marking.archive import DIRECTORY, member_parts
from autograder.marking.collect import Collected, collect

STEP, NET, CHECK = "01-step", "02-net", "03-check"
COURSE = Course(
    title="A course",
    assignments=(
        Entry(STEP, "Step", "gradient.py", 10),
        Entry(NET, "Net", "network.py", 10),
        Entry(CHECK, "Check", "network.py", 10),
    ),
    limits=Limits(source_kb=1, notebook_kb=2),
)
WORK = b"h = 1\n"
OTHER = b"h = 2\n"


def write(folder: Path, *names: str, content: bytes = WORK) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def zipped(path: Path, *names: str, content: bytes = WORK) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def works(collected: Collected) -> list[tuple[str, str, str]]:
    return [(one.student, one.slug, one.file) for one in collected.submissions]


def reasons(collected: Collected) -> list[str]:
    return [refusal.reason for refusal in collected.refusals]


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_linked_submission_is_refused_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.py", "in/bob/gradient.py")
    (tmp_path / "in/ada").mkdir()
    (tmp_path / "in/ada/gradient.py").symlink_to(tmp_path / "secret.py")
    collected = collect([tmp_path / "in"], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "Links are not followed" in collected.refusals[0].reason
    assert collected.refusals[0].student == "ada"


def test_a_linked_folder_is_refused_and_not_entered(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/gradient.py", "in/bob/gradient.py")
    (tmp_path / "in/ada").symlink_to(tmp_path / "elsewhere")
    collected = collect([tmp_path / "in"], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "Links are not followed" in collected.refusals[0].reason


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    write(tmp_path, "bob/gradient.py", "ada/notes.txt")
    os.mkfifo(tmp_path / "ada/gradient.py")
    collected = collect([tmp_path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert reasons(collected) == ["It is not a regular file."]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../gradient.py", "leads out of the zip"),
        ("ada/../../gradient.py", "leads out of the zip"),
        ("/ada/gradient.py", "absolute"),
        ("C:/ada/gradient.py", "absolute"),
        ("ada\\gradient.py", "backslash"),
        ("ada/\x1b[31m/gradient.py", "cannot be printed"),
        ("a" * 300 + "/gradient.py", "longer than"),
    ],
    ids=["up", "far-up", "absolute", "drive", "backslash", "control", "long"],
)
def test_a_zip_member_whose_name_may_mislead_is_refused_and_the_others_are_graded(tmp_path: Path, name: str, said: str) -> None:
    collected = collect([zipped(tmp_path / "class.zip", name, "bob/gradient.py")], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert said in collected.refusals[0].reason
    assert collected.refusals[0].path.isprintable()


def test_an_empty_zip_is_named(tmp_path: Path) -> None:
    collected = collect([zipped(tmp_path / "class.zip")], COURSE)
    assert [refusal.reason for refusal in collected.refusals] == ["The zip is empty."]


def test_a_zip_is_never_written_to_disk(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "class.zip", "ada/gradient.py", "../gradient.py")
    before = sorted(tmp_path.parent.rglob("*"))
    collect([archive], COURSE)
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_a_member_that_is_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("ada/gradient.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    collected = collect([tmp_path / "class.zip"], COURSE)
    assert works(collected) == []
    assert "Links are not followed" in collected.refusals[0].reason


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_in_a_zip_is_refused_both_times(tmp_path: Path) -> None:
    collected = collect([zipped(tmp_path / "class.zip", "ada/gradient.py", "ada/./gradient.py", "ada//gradient.py")], COURSE)
    assert works(collected) == []
    assert all("3 times" in reason for reason in reasons(collected))


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "class.zip", "ada/gradient.py")
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    path.write_bytes(content)
    assert "encrypted" in reasons(collect([path], COURSE))[0]


def test_a_bomb_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ada/gradient.py", b"\0" * 50_000_000)
    assert "too large" in reasons(collect([tmp_path / "class.zip"], COURSE))[0]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_member_that_would_unpack_without_a_bound_is_not_opened(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w", method) as archive:
        archive.writestr("ada/gradient.py", WORK)
    assert "packed in a way" in reasons(collect([tmp_path / "class.zip"], COURSE))[0]


def test_a_zip_with_an_endless_table_of_contents_is_refused_unread(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        for number in range(DIRECTORY // 65535 + 1):
            member = zipfile.ZipInfo(f"ada{number}/gradient.py")
            member.comment = b"x" * 65535
            archive.writestr(member, WORK)
    collected = collect([tmp_path / "class.zip"], COURSE)
    assert works(collected) == []
    assert "cannot be read" in reasons(collected)[0]


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    write(tmp_path, "ada/gradient.py")
    os.truncate(tmp_path / "ada/gradient.py", 1 << 40)  # a hole: it takes no room on the disk, but would in memory
    assert "too large" in reasons(collect([tmp_path], COURSE))[0]


def test_two_students_of_the_same_zip_never_share_work(tmp_path: Path) -> None:
    collected = collect([zipped(tmp_path / "class.zip", "ada/gradient.py", "bob/gradient.py")], COURSE)
    assert works(collected) == [("ada", STEP, "gradient.py"), ("bob", STEP, "gradient.py")]


def test_a_pipe_called_a_zip_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    write(tmp_path, "bob/gradient.py")
    os.mkfifo(tmp_path / "ada.zip")
    collected = collect([tmp_path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert [(one.student, one.reason) for one in collected.refusals] == [("ada", "It is not a regular file.")]


def test_of_a_zip_with_too_many_files_no_more_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "OPENED", 2)
    collected = collect([zipped(tmp_path / "class.zip", *(f"{student}/gradient.py" for student in "abc"))], COURSE)
    assert [one.student for one in collected.submissions] == ["a", "b"]
    assert reasons(collected) == ["The zip holds more than 2 files of submissions, and the rest was not looked at. Split it."]


def test_what_is_read_counts_even_if_it_is_then_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "TOTAL", 1000)
    path = zipped(tmp_path / "class.zip", "a/gradient.py", "b/gradient.py", content=b"#" * 1024)
    path.write_bytes(path.read_bytes().replace(b"#" * 1024, b"!" * 1024))  # damaged, which is seen when it is read
    said = reasons(collect([path], COURSE))
    assert len(said) == 2
    assert "damaged" in said[0]
    assert "more than 0 MB" in said[1]


def test_of_many_refused_members_the_first_are_named_and_the_rest_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "TOLD", 1)
    path = zipped(tmp_path / "ada.zip", *(f"{number}.zip\\" for number in range(3)), "a\\.py", "b\\.py", "c\\.py", "gradient.py")
    collected = collect([path], COURSE)
    assert works(collected) == [("ada", STEP, "gradient.py")]
    assert ["backslash" in reason for reason in reasons(collected)] == [True, False]
    assert reasons(collected)[1] == "The zip holds 2 more files that cannot be graded."


def test_a_member_called_by_no_text_is_refused_and_the_others_are_graded_byte_for_byte(tmp_path: Path) -> None:
    path = zipped(tmp_path / "class.zip", "é/gradient.py", "bob/gradient.py", "ü/gradient.py", content=b"PK\x01\x02" + b"\xff" * 60)
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xff"))
    collected = collect([path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py"), ("ü", STEP, "gradient.py")]
    assert {one.content for one in collected.submissions} == {b"PK\x01\x02" + b"\xff" * 60}
    assert [one.student for one in collected.refusals] == ["\\udcff\\udcff"]


@pytest.mark.parametrize("name", ["/gradient.py", "../gradient.py", "\\gradient.py"])
def test_a_member_that_is_refused_does_not_have_others_misread(tmp_path: Path, name: str) -> None:
    collected = collect([zipped(tmp_path / "a.zip", name, "class/ada/01-step/gradient.py", "class/bob/gradient.py")], COURSE)
    assert works(collected) == [("ada", STEP, "gradient.py"), ("bob", STEP, "gradient.py")]
    assert len(collected.refusals) == 1


def test_what_looks_like_a_table_of_contents_and_is_none_is_no_trouble(tmp_path: Path) -> None:
    entry = b"PK\x01\x02" + bytes(4) + b"\x00\x08" + bytes(18) + b"\x01" + bytes(17) + b"\xff"  # one name that is no text
    comment = bytes(60_000)
    end = b"PK\x05\x06" + bytes(16) + len(comment).to_bytes(2, "little") + comment
    path = write(tmp_path, "a.zip", content=entry + bytes(65_557 - len(entry) - len(end)) + end) / "a.zip"
    assert reasons(collect([path], COURSE)) == ["The zip is empty."]


# --- whose and for what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("archived", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["ada/01-step/gradient.py"], [("ada", STEP, "gradient.py")]),
        (["ada/02-net/network.py", "ada/03-check/network.ipynb"], [("ada", NET, "network.py"), ("ada", CHECK, "network.ipynb")]),
        (["ada/gradient.py", "bob/01-step/gradient.ipynb"], [("ada", STEP, "gradient.py"), ("bob", STEP, "gradient.ipynb")]),
        (["gradient.py"], [("handed in", STEP, "gradient.py")]),
        (["gradient.py", "data/points.csv"], [("handed in", STEP, "gradient.py")]),
        (["01-step/gradient.py"], [("handed in", STEP, "gradient.py")]),
        (["submitted/ada/gradient.py", "submitted/bob/gradient.py"], [("ada", STEP, "gradient.py"), ("bob", STEP, "gradient.py")]),
        (["submitted/ada/01-step/gradient.py"], [("ada", STEP, "gradient.py")]),
        (["ada/01-step/my work.py"], [("ada", STEP, "my work.py")]),
        (["ada/Gradient.PY"], [("ada", STEP, "Gradient.PY")]),
        (["José/gradient.py"], [("José", STEP, "gradient.py")]),
        (["ada/gradient.py", "ada/.git/gradient.py", "__MACOSX/ada/gradient.py"], [("ada", STEP, "gradient.py")]),
        (["ada/gradient.py", "ada/.ipynb_checkpoints/gradient.ipynb"], [("ada", STEP, "gradient.py")]),
        (["ada/gradient.py", "ada/__pycache__/x.py", "ada/notes.txt", "ada/._gradient.py"], [("ada", STEP, "gradient.py")]),
    ],
    ids=lambda value: value[0] if isinstance(value[0], str) else "",
)
def test_a_layout_says_whose_work_it_is(tmp_path: Path, names: list[str], expected: list[tuple[str, str, str]], archived: bool) -> None:
    root = zipped(tmp_path / "handed in.zip", *names) if archived else write(tmp_path / "handed in", *names)
    collected = collect([root], COURSE)
    assert works(collected) == expected
    assert collected.refusals == []


@pytest.mark.parametrize(
    ("name", "slug", "expected"),
    [
        ("ada/01-step/gradient.py", None, ("ada", STEP)),
        ("ada/gradient.py", None, ("ada", STEP)),
        ("ada/network.py", CHECK, ("ada", CHECK)),
        ("ada lovelace.py", STEP, ("ada lovelace", STEP)),
    ],
)
def test_a_single_file_is_taken_by_its_place_or_its_name(
    tmp_path: Path, name: str, slug: str | None, expected: tuple[str, str]
) -> None:
    collected = collect([write(tmp_path, name) / name], COURSE, slug)
    assert [(one.student, one.slug) for one in collected.submissions] == [expected]


@pytest.mark.parametrize("archived", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize(
    ("names", "expected", "too_deep"),
    [
        (["gradient.py", "old/gradient.py"], "handed in", "old"),
        (["ada/gradient.py", "ada/old/gradient.py"], "ada", "ada/old"),
        (["ada/old/gradient.py"], None, "ada/old"),
        (["class/ada/old/gradient.py"], None, "class/ada/old"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_where_one_student_alone_handed_in_a_folder_inside_is_not_another(
    tmp_path: Path, names: list[str], expected: str | None, too_deep: str, archived: bool
) -> None:
    root = zipped(tmp_path / "handed in.zip", *names) if archived else write(tmp_path / "handed in", *names)
    collected = collect([root], COURSE)
    assert [one.student for one in collected.submissions] == [expected] * (expected is not None)
    assert [f"It lies in {too_deep}, " in reason for reason in reasons(collected)] == [True]


@pytest.mark.parametrize("archived", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize("around", ["", "class/"], ids=["as it is", "in a folder"])
@pytest.mark.parametrize("inside", ["gradient.py", "01-step/gradient.py"])
def test_beside_a_folder_that_may_be_a_students_one_called_like_an_assignment_is_listed_and_harms_nobody(
    tmp_path: Path, inside: str, around: str, archived: bool
) -> None:
    """It may be one student's work and an old copy, or another student's and one who has taken such a name: nobody may lose by that."""
    names = [f"{around}01-step/gradient.py", f"{around}ada/{inside}"]
    root = zipped(tmp_path / "handed in.zip", *names) if archived else write(tmp_path / "handed in", *names)
    collected = collect([root], COURSE)
    assert [one.student for one in collected.submissions] == ["ada"]
    assert [(one.student, one.slug) for one in collected.refusals] == [("01-step", "")]


def test_a_file_that_lies_about_among_students_folders_costs_them_nothing(tmp_path: Path) -> None:
    write(tmp_path / "class", "gradient.py", content=OTHER)
    collected = collect([write(tmp_path / "class", "ada/gradient.py", "bob/gradient.py")], COURSE)
    assert {one.student: one.content for one in collected.submissions} == {"ada": WORK, "bob": WORK, "class": OTHER}


def test_a_folder_may_hold_a_mixture(tmp_path: Path) -> None:
    write(tmp_path, "ada/01-step/gradient.py", "bob/gradient.ipynb", "carla.py")
    zipped(tmp_path / "dina.zip", "gradient.py")
    collected = collect([tmp_path], COURSE, STEP)
    assert [one.student for one in collected.submissions] == ["ada", "bob", "carla", "dina"]
    assert collected.refusals == []


def test_with_an_assignment_chosen_work_laid_out_for_another_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "ada/01-step/gradient.py", "ada/02-net/network.py")
    collected = collect([tmp_path], COURSE, NET)
    assert works(collected) == [("ada", NET, "network.py")]
    assert collected.refusals == []


def test_composed_and_decomposed_names_are_one_student(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", "Jose\N{COMBINING ACUTE ACCENT}/gradient.py")
    assert works(collect([archive], COURSE)) == [("José", STEP, "gradient.py")]


@pytest.mark.parametrize("name", ["ada/gradient.py", "ada/01-step/gradient.py", "01-step/gradient.py", "bob/01-step/gradient.py"])
def test_a_zip_found_in_a_folder_hands_in_for_nobody_else(tmp_path: Path, name: str) -> None:
    zipped(tmp_path / "bob.zip", name, content=OTHER)
    collected = collect([write(tmp_path, "ada/gradient.py")], COURSE)
    assert {one.student: one.content for one in collected.submissions} == {"ada": WORK, "bob": OTHER}
    assert collected.refusals == []


def test_a_zip_found_in_a_folder_without_work_is_said(tmp_path: Path) -> None:
    zipped(tmp_path / "bob.zip", "ada/notes.txt")
    collected = collect([tmp_path], COURSE)
    said = [(one.student, one.reason) for one in collected.refusals]
    assert said == [("bob", "The zip holds no .py or .ipynb file, so nothing was graded.")]


@pytest.mark.parametrize("student", [" ada", "ada ", "a  da", "a\u00a0da", "\u202eada", "a\nda", "a" * 201])
def test_a_name_that_would_be_shown_as_anothers_is_refused(tmp_path: Path, student: str) -> None:
    collected = collect([zipped(tmp_path / "class.zip", f"{student}/gradient.py", "bob/gradient.py")], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert all(one.student.isprintable() and one.path.isprintable() for one in collected.refusals)
    assert len(collected.refusals) == 1


def test_two_spellings_of_a_name_are_both_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", "Jose\N{COMBINING ACUTE ACCENT}/gradient.py", "José/gradient.py", "bob/gradient.py")
    collected = collect([path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert [one.student for one in collected.refusals] == ["José", "José"]
    assert "'Jos\\xe9'" in reasons(collected)[0]


def test_students_whose_names_differ_in_capitals_are_two(tmp_path: Path) -> None:
    collected = collect([zipped(tmp_path / "a.zip", "ada/gradient.py", "ADA/gradient.py")], COURSE)
    assert [one.student for one in collected.submissions] == ["ADA", "ada"]


@pytest.mark.parametrize("around", ["", "class/"])
def test_a_student_called_like_an_assignment_is_refused_and_the_others_are_graded(tmp_path: Path, around: str) -> None:
    names = [f"{around}{student}/gradient.py" for student in ("ada", STEP, "bob")]
    collected = collect([zipped(tmp_path / "a.zip", *names)], COURSE)
    assert works(collected) == [("ada", STEP, "gradient.py"), ("bob", STEP, "gradient.py")]
    assert [one.student for one in collected.refusals] == [STEP]


# --- what is said --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "content", "said"),
    [
        (["ada/gradient.py"], b"", "The file is empty."),
        (["ada/gradient.py"], b"#" * 1025, "The file is too large: more than 1 kB, which is the course's limit."),
        (
            ["ada/gradient.ipynb"],
            b"#" * 2049,
            "The file is too large: more than 2 kB, which is the course's limit. Clear the outputs of all cells, and hand it in again.",
        ),
        (["ada/network.py"], WORK, "Several assignments have a file named network.py. Say which one is meant: --assignment SLUG."),
        (["ada/thing.py"], WORK, "No assignment has a file named thing.py. Say which one is meant: --assignment SLUG."),
        (["ada/work.zip"], WORK, "Expected a .py or .ipynb file. Unpack a zip that lies in a student's folder."),
        (["ada/report.pdf"], WORK, "The folder holds no .py or .ipynb file, so nothing was graded."),
    ],
    ids=["empty", "large", "large-notebook", "several", "unknown", "zip-inside", "nothing"],
)
def test_what_cannot_be_graded_is_said_and_the_rest_is_graded(tmp_path: Path, names: list[str], content: bytes, said: str) -> None:
    write(write(tmp_path, *names, content=content), "bob/gradient.py")
    collected = collect([tmp_path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert [(refusal.student, refusal.reason) for refusal in collected.refusals] == [("ada", said)]


def test_what_lies_too_deep_is_said(tmp_path: Path) -> None:
    collected = collect([write(tmp_path, "ada/old/gradient.py", "bob/gradient.py")], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "ada/old" in reasons(collected)[0]


def test_a_bottomless_folder_is_not_followed_to_its_end(tmp_path: Path) -> None:
    write(tmp_path, "bob/gradient.py", "/".join(["a"] * 60) + "/gradient.py")
    collected = collect([tmp_path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "too deep" in " ".join(reasons(collected))


def test_a_folder_named_like_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "ada/gradient.py").mkdir(parents=True)
    assert reasons(collect([tmp_path], COURSE)) == ["It is a folder with the name of a file. Hand in the file itself."]


def test_an_unreadable_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "ada/gradient.py")
    monkeypatch.setattr(os, "open", forbidden)  # root, as whom tests may run, reads everything
    assert reasons(collect([tmp_path], COURSE)) == ["It cannot be read: Permission denied."]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"\0" * 1000], ids=["empty", "cut", "zeros"])
def test_a_damaged_zip_is_said_and_other_paths_are_graded(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "class.zip", content=content)
    collected = collect([tmp_path / "class.zip", write(tmp_path / "in", "bob/gradient.py")], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "The zip cannot be read" in reasons(collected)[0]


def test_a_damaged_member_is_said_and_the_others_are_graded(tmp_path: Path) -> None:
    path = zipped(tmp_path / "class.zip", "ada/gradient.py", "bob/gradient.py")
    path.write_bytes(path.read_bytes().replace(WORK, OTHER, 1))  # the checksum is WORK's
    collected = collect([path], COURSE)
    assert works(collected) == [("bob", STEP, "gradient.py")]
    assert "damaged" in reasons(collected)[0]


def test_content_is_not_looked_at(tmp_path: Path) -> None:
    collected = collect([write(tmp_path, "ada/gradient.py", content=b"\xff\0\x00not text")], COURSE)
    assert works(collected) == [("ada", STEP, "gradient.py")]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not found"):
        collect([tmp_path / "nothing"], COURSE)


def test_an_assignment_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="there is no assignment '09-none'"):
        collect([tmp_path], COURSE, "09-none")


# --- member names --------------------------------------------------------------------------------------------------------


@given(st.text(alphabet=st.sampled_from(list("ab./\\:C\0 \x07é")), max_size=12))
def test_a_member_name_that_is_taken_stays_below_the_root(name: str) -> None:
    try:
        parts = member_parts(name)
    except ValueError:
        return
    assert not name.startswith("/")
    assert "\\" not in name
    assert all(part and part not in (".", "..") and "/" not in part and part.isprintable() for part in parts)
    assert list(parts) == [part for part in name.split("/") if part not in ("", ".")]


@given(
    st.lists(
        st.text(alphabet=st.sampled_from(list("ab. é")), min_size=1, max_size=8).filter(lambda part: part not in (".", "..")),
        min_size=1,
    )
)
def test_an_honest_member_name_is_taken_part_by_part(parts: list[str]) -> None:
    assert member_parts("/".join(parts)) == tuple(parts)
