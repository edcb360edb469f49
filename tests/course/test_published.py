"""Is an examples.json that is not right refused in words that a student can act on?"""

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.course.published import FILE, Parts, answer, load, worked_in
from autograder.errors import CourseError

GOOD: dict[str, Any] = {
    "schema": "descent/examples/1",
    "assignment": "01-a",
    "title": "A",
    "version": 1,
    "file": "a.py",
    "notebook": "a.ipynb",
    "givens": ["x"],
    "questions": [
        {"id": "h", "text": "H.", "points": 2, "needs": ["x"], "rtol": 1e-6, "atol": 1e-12, "mistakes": [{"id": "m", "hint": "?"}]}
    ],
    "examples": [{"givens": {"x": [1, 2.5]}, "answers": {"h": 0.5}, "mistakes": {"h": {"m": [[1.0], [2.0]]}}}],
}


def _written(folder: Path, content: bytes | str | dict[str, Any]) -> Path:
    path = folder / "examples.json"
    text = json.dumps(content) if isinstance(content, dict) else content
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_good_file_is_read_with_its_kinds_of_numbers(tmp_path: Path) -> None:
    published = load(_written(tmp_path, GOOD))
    assert published.examples[0].givens == {"x": [1, 2.5]}
    assert published.questions[0].mistakes[0].hint == "?"


def test_a_key_of_a_later_version_is_no_trouble(tmp_path: Path) -> None:
    assert load(_written(tmp_path, GOOD | {"later": 1})).assignment == "01-a"


def test_a_missing_file_says_where_to_work(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"examples\.json: not found\. Work in the assignment's folder"):
        load(tmp_path / "examples.json")


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "examples.json").mkdir()
    with pytest.raises(CourseError, match="cannot be read"):
        load(tmp_path / "examples.json")


EXAMPLE = GOOD["examples"][0]
QUESTION = GOOD["questions"][0]
BROKEN: dict[str, tuple[bytes | str | dict[str, Any], str]] = {
    "empty": ("", "not an examples.json"),
    "no json": ("h = 1", "not an examples.json"),
    "not utf-8": (b'{"schema": "\xff"}', "not an examples.json"),
    "too deep": (json.dumps(GOOD).replace('"h": 0.5', '"h": ' + "[" * 100_000), "not an examples.json"),
    "another schema": (GOOD | {"schema": "descent/reports/1"}, "not an examples.json"),
    "no title": ({key: GOOD[key] for key in GOOD if key != "title"}, "title"),
    "no question": (GOOD | {"questions": []}, "no question or no example"),
    "no example": (GOOD | {"examples": []}, "no question or no example"),
    "a given missing": (GOOD | {"examples": [EXAMPLE | {"givens": {}}]}, "example 1 does not give x"),
    "an answer missing": (GOOD | {"examples": [EXAMPLE, EXAMPLE | {"answers": {}}]}, "example 2 does not answer h"),
    "words in a list": (GOOD | {"examples": [EXAMPLE | {"answers": {"h": ["0.5"]}}]}, "not a number"),
    "a ragged list": (GOOD | {"examples": [EXAMPLE | {"givens": {"x": [1, [2]]}}]}, "not a number"),
    "a mistake of words": (GOOD | {"examples": [EXAMPLE | {"mistakes": {"h": {"m": [None]}}}]}, "not a number"),
    "a table for a number": (GOOD | {"examples": [EXAMPLE | {"answers": {"h": {"0.5": 1}}}]}, "not an examples.json"),
    "words among parts' numbers": (GOOD | {"examples": [EXAMPLE | {"answers": {"h": {"parts": [["0.5"]]}}}]}, "not a number"),
    "an unknown kind": (GOOD | {"questions": [QUESTION | {"kind": "riddle"}]}, "not an examples.json"),
    "an argument missing": (GOOD | {"questions": [QUESTION | {"kind": "function", "sends": ["w"]}]}, "example 1 does not give w"),
    "no driver": (GOOD | {"questions": [QUESTION | {"kind": "outcome"}]}, "it does not say how h is tried"),
    "no measure": (
        GOOD | {"driver": "x", "questions": [QUESTION | {"kind": "measured", "needs": ["got", "x"]}]},
        "it does not say how h is measured",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong_and_what_to_do(name: str, tmp_path: Path) -> None:
    content, words = BROKEN[name]
    with pytest.raises(CourseError) as caught:
        load(_written(tmp_path, content))
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "examples.json"))
    assert str(caught.value).endswith("Put the examples.json that you received back in its place.")


@pytest.mark.parametrize(
    ("shown", "value"),
    [(0.5, 0.5), ("agrees", "agrees"), (Parts((1, "scaled", [2.0])), (1.0, "scaled", [2.0])), ([[1], [2]], [[1.0], [2.0]])],
    ids=repr,
)
def test_what_is_written_down_is_a_value_again(shown: Any, value: Any) -> None:
    found = answer(shown)
    parts = found if isinstance(found, tuple) else (found,)
    plain = tuple(part if isinstance(part, str) else part.tolist() for part in parts)
    assert plain == (value if isinstance(value, tuple) else (value,))


def test_what_cannot_be_computed_is_no_number() -> None:
    assert np.isnan(np.asarray(answer(None), dtype=np.float64))


def test_a_measured_question_needs_no_answer(tmp_path: Path) -> None:
    measured = QUESTION | {"kind": "measured", "needs": ["got", "x"], "measure": "def h(got, x):\n    return 1"}
    good = GOOD | {"driver": "def h(student): ...", "questions": [measured], "examples": [{"givens": {"x": 1}, "answers": {}}]}
    assert load(_written(tmp_path, good)).question("h").measured_by == ("x",)


# --- where the work is ---------------------------------------------------------------------------------------------------


@pytest.fixture
def received(root: Path, tmp_path: Path) -> Path:
    """The folder of the first assignment as a student receives it."""
    return Path(shutil.copytree(root / "assignments" / "01-gradient-step", tmp_path / "received"))


def test_the_work_is_in_the_file_unless_only_the_notebook_was_worked_in(received: Path) -> None:
    file, book = received / "gradient.py", received / "gradient.ipynb"
    known = load(received / FILE)
    assert worked_in(known, received) == file
    book.write_bytes(book.read_bytes() + b" ")
    assert worked_in(known, received) == book
    file.write_bytes(file.read_bytes() + b"h = 1\n")
    assert worked_in(known, received) == file
    file.unlink()
    assert worked_in(known, received) == book
    book.unlink()
    assert worked_in(known, received) is None


def test_line_ends_are_no_work(received: Path) -> None:
    file, book = received / "gradient.py", received / "gradient.ipynb"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    book.write_bytes(book.read_bytes() + b" ")
    assert worked_in(load(received / FILE), received) == book


def test_where_nothing_is_said_of_how_they_were_handed_out_the_file_is_taken(received: Path) -> None:
    (received / "gradient.ipynb").write_bytes(b"worked in")
    known = msgspec.structs.replace(load(received / FILE), untouched={})
    assert worked_in(known, received) == received / "gradient.py"
