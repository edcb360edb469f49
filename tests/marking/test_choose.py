"""Of several files of one student for one assignment the one is graded that the student worked in, and the others are told of."""

from pathlib import Path

import pytest

from autograder.course.manifest import Entry
from autograder.marking.choose import Candidate, choose
from autograder.marking.tree import Found

ENTRY = Entry("01-step", "Step", "gradient.py", 10)
STUB = b"h = None\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course that handed out a file and a notebook."""
    folder = tmp_path / "assignments" / "01-step"
    folder.mkdir(parents=True)
    (folder / "gradient.py").write_bytes(STUB)
    (folder / "gradient.ipynb").write_bytes(b"{}\n")
    return tmp_path


def chosen(root: Path, **files: bytes) -> tuple[str | None, list[str]]:
    """Which name is taken, and which are told of. `_` stands for the dot."""
    found = [Found(("ada", name.replace("_", ".")), name, content) for name, content in files.items()]
    taken, rest = choose([Candidate("ada", "01-step", one) for one in found], ENTRY, root)
    return None if taken is None else taken.found.parts[-1], [one.parts[-1] for one, _ in rest]


def test_the_untouched_notebook_beside_the_work_is_passed_over_without_a_word(root: Path) -> None:
    assert chosen(root, gradient_ipynb=b"{}\n", gradient_py=b"h = 1") == ("gradient.py", [])


def test_the_untouched_file_beside_a_notebook_with_work_is_passed_over(root: Path) -> None:
    assert chosen(root, gradient_py=STUB, gradient_ipynb=b'{"cells": []}') == ("gradient.ipynb", [])


def test_line_ends_alone_are_no_work(root: Path) -> None:
    assert chosen(root, gradient_py=b"h = None\r\n", gradient_ipynb=b'{"cells": []}') == ("gradient.ipynb", [])


def test_blanks_that_an_editor_adds_are_no_work(root: Path) -> None:
    assert chosen(root, gradient_py=b"h = None  \n\n", gradient_ipynb=b'{"cells": []}') == ("gradient.ipynb", [])


def test_of_two_with_work_the_file_is_graded_and_the_notebook_told_of(root: Path) -> None:
    assert chosen(root, gradient_ipynb=b'{"cells": []}', gradient_py=b"h = 1") == ("gradient.py", ["gradient.ipynb"])


def test_the_expected_name_comes_before_another(root: Path) -> None:
    assert chosen(root, draft_py=b"h = 2", gradient_py=b"h = 1") == ("gradient.py", ["draft.py"])


def test_a_copy_with_the_same_bytes_is_no_other_file(root: Path) -> None:
    assert chosen(root, copy_py=b"h = 1", gradient_py=b"h = 1") == ("gradient.py", [])


def test_two_untouched_files_are_graded_as_the_file(root: Path) -> None:
    assert chosen(root, gradient_ipynb=b"{}\n", gradient_py=STUB) == ("gradient.py", [])


def test_several_unexpected_names_are_not_guessed_at(root: Path) -> None:
    assert chosen(root, one_py=b"h = 1", two_py=b"h = 2") == (None, ["one.py", "two.py"])


def test_a_single_unexpected_name_is_taken(root: Path) -> None:
    assert chosen(root, mine_py=b"h = 1") == ("mine.py", [])
