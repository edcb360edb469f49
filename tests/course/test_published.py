"""Is an examples.json that is not right refused in words that a student can act on?"""

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.course.published import load
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
    "text for a number": (GOOD | {"examples": [EXAMPLE | {"answers": {"h": "0.5"}}]}, "not an examples.json"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong_and_what_to_do(name: str, tmp_path: Path) -> None:
    content, words = BROKEN[name]
    with pytest.raises(CourseError) as caught:
        load(_written(tmp_path, content))
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "examples.json"))
    assert str(caught.value).endswith("Put the examples.json that you received back in its place.")
