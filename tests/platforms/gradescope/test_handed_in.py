"""Which file is graded: by its name, wherever it lies, and nothing of the rest breaks that."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course.manifest import Course, load
from autograder.platforms.gradescope import handed_in as module
from autograder.platforms.gradescope.handed_in import HandedIn, handed_in
from tests.platforms.gradescope.conftest import SLUG

Hand = Callable[..., HandedIn]


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return load(root)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "submission").mkdir()
    return tmp_path / "submission"


@pytest.fixture
def hand(folder: Path, course: Course) -> Hand:
    """Hand in files by their paths; what of them is graded."""

    def hand_in(*files: str, **contents: bytes) -> HandedIn:
        for name in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents.get(path.stem, f"# {name}\n".encode()))
        return handed_in(folder, course, course.entry(SLUG))

    return hand_in


@pytest.mark.parametrize(
    ("files", "graded"),
    [
        (["gradient.py"], "gradient.py"),
        (["gradient.ipynb"], "gradient.ipynb"),
        (["GRADIENT.PY", "plots.py", "notes.txt"], "GRADIENT.PY"),
        (["gradient.ipynb", "gradient.py"], "gradient.py"),
        (["my work/final/gradient.py"], "my work/final/gradient.py"),
        (["homework.py"], "homework.py"),
        (["homework.py", "old/gradient.py"], "old/gradient.py"),
        (["old/gradient.py", "gradient.py"], "gradient.py"),
        (["01-gradient-step/gradient.py", "02-single-neuron/gradient.py"], "01-gradient-step/gradient.py"),
        ([".git/gradient.py", "__MACOSX/gradient.py", "x.py"], "x.py"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ",
)
def test_the_expected_name_comes_first_then_the_nearest(hand: Hand, files: list[str], graded: str) -> None:
    found = hand(*files)
    assert (found.refusal, found.content, found.file) == ("", f"# {graded}\n".encode(), graded.rpartition("/")[2])


def test_what_was_handed_out_gives_way(hand: Hand, folder: Path, root: Path) -> None:
    (folder / "gradient.py").write_bytes((root / "assignments" / SLUG / "gradient.py").read_bytes())
    assert hand("work/gradient.ipynb").content == b"# work/gradient.ipynb\n"


def test_of_another_one_that_holds_work_the_student_is_told(hand: Hand) -> None:
    found = hand("gradient.py", "a/gradient.py")
    assert found.remarks == ("a/gradient.py: Not graded: gradient.py was. Leave only the file that counts.",)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([], "No Python file or notebook was handed in. Expected gradient.py or gradient.ipynb."),
        (["a.py", "b.py"], "Several files, and none is named gradient.py or gradient.ipynb. Leave one of them, or name it so."),
        ([f"{n}.py" for n in range(30)], "30 files were handed in, and none is named gradient.py or gradient.ipynb. Name it so."),
        (["02-single-neuron/neuron.py"], "No Python file or notebook was handed in. Expected gradient.py or gradient.ipynb."),
    ],
    ids=["nothing", "two-others", "many-others", "another-assignment"],
)
def test_what_cannot_be_chosen_is_said(hand: Hand, files: list[str], why: str) -> None:
    assert hand(*files) == HandedIn(refusal=why)


def test_a_file_that_cannot_be_read_is_refused_whatever_else_is_there(hand: Hand, folder: Path) -> None:
    (folder / "gradient.py").write_bytes(b"")
    assert hand("helper.py") == HandedIn("gradient.py", refusal="The file is empty.")


def test_a_notebook_beside_a_file_that_cannot_be_read_is_graded(hand: Hand, folder: Path) -> None:
    (folder / "gradient.py").write_bytes(b"x" * (2 << 20))
    found = hand("gradient.ipynb")
    assert found.file == "gradient.ipynb"
    assert found.remarks == ("gradient.py: The file is too large: more than 1024 kB, which is the course's limit.",)


def test_links_pipes_and_folders_are_not_followed(hand: Hand, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("h = 1\n")
    (folder / "gradient.py").symlink_to(tmp_path / "secret")
    assert hand().refusal == "It is a link. Links are not followed: hand in the file itself."
    (folder / "gradient.py").unlink()
    os.mkfifo(folder / "gradient.py")
    assert hand().refusal == "It is not a regular file."
    (folder / "gradient.py").unlink()
    (folder / "gradient.py").mkdir()
    assert hand().refusal == "It is a folder with the name of a file. Hand in the file itself."
    (folder / "gradient.py").rmdir()
    (folder / "up").symlink_to(tmp_path)
    (tmp_path / "gradient.py").write_text("h = 1\n")
    assert hand().refusal.startswith("No Python file or notebook was handed in.")


def test_a_name_that_cannot_be_printed_is_spelled_out(hand: Hand, folder: Path) -> None:
    os.mkdir(os.fsencode(folder) + b"/\xff\n")
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff\n")) / "gradient.py").write_text("h = 1\n")
    found = hand()
    assert (found.file, found.refusal) == ("\\udcff\\n/gradient.py", "A name in its path holds characters that cannot be printed.")


def test_a_flood_of_files_ends(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LOOKED_AT", 5)
    found = hand(*[f"f{number}/gradient.py" for number in range(4)])
    assert found.refusal == "More than 5 files and folders were handed in. Hand in the one file that counts."


def test_of_a_hundred_copies_few_are_read_and_told(hand: Hand) -> None:
    found = hand("gradient.py", *[f"f{number}/gradient.py" for number in range(100)])
    assert (found.content, len(found.remarks)) == (b"# gradient.py\n", 5)
