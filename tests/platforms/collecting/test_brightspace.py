"""What Brightspace's download holds goes to whom it names, each attempt with its time."""

from datetime import datetime
from pathlib import Path

import pytest

from autograder.platforms.collecting.brightspace import read
from tests.platforms.collecting.downloads import COURSE, LATER, NOBODY, STEP, WORK, collect, students, why, works, zipped

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_file_name_with_a_time_in_it_changes_neither_student_nor_time(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ["1-2 - Eve - Nov 20, 2026 1159 PM - Ada - Nov 1, 2026 100 PM - gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert works(collection) == []
    assert "holds two times" in why(collection)[0]


def test_two_of_one_name_are_asked_about(tmp_path: Path) -> None:
    names = ["1-9 - John Smith - Nov 20, 2026 1159 PM/gradient.py", "2-9 - John Smith - Nov 20, 2026 1158 PM/gradient.py"]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert works(collection) == []
    assert "(1-9 and 2-9)" in why(collection)[0]


# --- what is read --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "name", "at"),
    [
        (("397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM", "gradient.py"), "Mary-Ann Smith", "2024-09-24T21:26"),
        (("1-2 - Ada - 13 September 2025 310 PM", "gradient.py"), "Ada", "2025-09-13T15:10"),
        (("1-2 - Ada - 13 September 2025 1510", "gradient.py"), "Ada", "2025-09-13T15:10"),
        (("1-2 - Ada - Nov 20, 2026 1205 AM", "gradient.py"), "Ada", "2026-11-20T00:05"),
        (("1-2 - Ada - Sep 29, 2015 4:17 PM", "gradient.py"), "Ada", "2015-09-29T16:17"),
        (("1-2 - Ada - of Lovelace - Nov 20, 2026 1205 PM", "src", "gradient.py"), "Ada - of Lovelace", "2026-11-20T12:05"),
        (("1-2 - Ada - Nov 20, 2026 1205 PM - gradient.py",), "Ada", "2026-11-20T12:05"),
    ],
    ids=["english", "british", "24-hours", "midnight", "colon", "hyphens", "flat"],
)
def test_each_form_says_who_and_when(parts: tuple[str, ...], name: str, at: str) -> None:
    label = read(parts)
    assert label is not None
    assert (label.who[0].name, label.at, label.file) == (name, datetime.fromisoformat(at), "gradient.py")


def test_a_student_number_before_the_name_is_known(tmp_path: Path) -> None:
    label = read(("123456-12345 - N0123456 - Ada Lovelace - Nov 20, 2026 1205 PM - gradient.py",))
    assert label is not None
    assert (label.who[0].number, label.who[0].name) == ("N0123456", "Ada Lovelace")


@pytest.mark.parametrize(
    "parts", [("index.html",), ("1-2 - Ada", "a.py"), ("1-2 - Nov 20, 2026 1205 PM", "a.py"), ("1-2 - Ada - yesterday", "a.py")]
)
def test_other_names_say_nothing(parts: tuple[str, ...]) -> None:
    assert read(parts) is None


def test_every_attempt_is_kept_with_its_time_and_the_last_counts(tmp_path: Path) -> None:
    names = {
        "1-9 - Ada - Nov 21, 2026 958 AM/gradient.py": LATER,
        "1-9 - Ada - Nov 20, 2026 1158 PM/gradient.py": WORK,
        "index.html": b"",
    }
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert [(one.attempt.submission.content, one.late, one.latest) for one in collection.taken] == [
        (WORK, False, False),
        (LATER, True, True),
    ]
    assert collection.left == ()


def test_the_name_of_the_zip_says_for_what_it_is(tmp_path: Path) -> None:
    path = zipped(tmp_path / "One step Download Nov 21, 2026 803 PM.zip", ["1-9 - Ada - Nov 20, 2026 958 AM/hw.py"])
    assert works(collect([path], COURSE, NOBODY)) == [("Ada", STEP, WORK)]
    assert students(collect([path], COURSE, NOBODY)) == ["Ada"]
