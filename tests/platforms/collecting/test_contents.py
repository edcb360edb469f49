"""What a file was made for is told by the lines that were handed out, or by the names that it binds, as a sandbox tells."""

import ast
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from autograder.course.manifest import Course, load
from autograder.errors import IsolationError
from autograder.marking.tree import Found
from autograder.platforms.collecting import asking
from autograder.platforms.collecting.asking import Asked, nobody
from autograder.platforms.collecting.contents import Contents

FIRST, SECOND = "01-gradient-step", "02-single-neuron"
KNOWN_BY_NAMES = 0.8  # of the examples that keep no line of what was handed out, at least


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return load(root)


@pytest.fixture(scope="module")
def asked(course: Course) -> Iterator[Asked]:
    with Asked(course) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def known(course: Course, asked: Asked) -> Contents:
    return Contents(course, asked.bound)


def found(content: bytes | str, name: str = "hw.py") -> Found:
    return Found((name,), name, content.encode() if isinstance(content, str) else content)


def filled(root: Path, slug: str, name: str) -> bytes:
    return (root / "solutions" / slug / name).read_bytes()


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_no_example_is_taken_for_another_assignments(course: Course, known: Contents) -> None:
    """None of the class in examples/submitted, most of which keep nothing but their own lines; and nearly all are known."""
    files = {entry.file: entry.slug for entry in course.assignments} | {entry.notebook: entry.slug for entry in course.assignments}
    submitted = [path for path in sorted((course.root / "examples" / "submitted").rglob("*.*")) if path.name in files]
    told = [(files[path.name], known.assignment_of(found(path.read_bytes(), f"hw{path.suffix}"))) for path in submitted]
    assert [(right, said) for right, said in told if said not in (right, None)] == []
    assert sum(right == said for right, said in told) >= KNOWN_BY_NAMES * len(told) > 0


def test_a_file_of_two_assignments_is_nobodys(known: Contents, root: Path) -> None:
    lines = filled(root, FIRST, "gradient.py") + filled(root, SECOND, "neuron.py")
    assert known.assignment_of(found(lines)) is None
    names = "h = nn_output = error = error_term = del_w = 1\nclass Perceptron: pass\ndef sigmoid(z): return z\n"
    assert known.assignment_of(found(names)) is None


@pytest.mark.parametrize("text", ["x = 1\n", "del_w = 1\n", "h = 1\nerror = 2\n", "", "(((", "# h nn_output error error_term del_w\n"])
def test_what_binds_too_little_is_nobodys(known: Contents, text: str) -> None:
    assert known.assignment_of(found(text)) is None


def test_a_name_in_a_text_or_a_comment_is_not_bound(known: Contents) -> None:
    lines = "h = 1\nnn_output = 1\nerror = 1\nerror_term = 1\ndel_w = 1\n"
    assert known.assignment_of(found(lines)) == FIRST
    assert known.assignment_of(found(f'"""\n{lines}"""\n')) is None


def test_nothing_of_the_file_runs(asked: Asked) -> None:
    """Were it run, h would have no value, and the process would be gone before it could tell of any name."""
    text = "import os\nos._exit(1)\nraise SystemExit\nwhile True: pass\nh = 1\n"
    assert asked.bound(text.encode(), "py", ["h", "x"]) == {"h"}


def test_the_judge_itself_reads_none_of_it(known: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ast, "parse", lambda *_, **__: pytest.fail("read as Python outside of the sandbox"))
    assert known.assignment_of(found("h = nn_output = error = error_term = del_w = 1\n")) == FIRST


@pytest.mark.parametrize(
    "content", [b"\x00\xff\xfe(((", b"(" * 100_000, b"# -*- coding: nonsense -*-\n", b"{" * 100_000, b'{"cells": 1}']
)
@pytest.mark.parametrize("kind", ["py", "ipynb"])
def test_what_cannot_be_read_binds_nothing(asked: Asked, content: bytes, kind: str) -> None:
    assert asked.bound(content, kind, ["h"]) == frozenset()


def test_where_there_is_no_sandbox_only_lines_are_known(course: Course, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise IsolationError("none here")

    monkeypatch.setattr(asking, "proven", none)
    with Asked(course) as asked:
        known = Contents(course, asked.bound)
        assert known.assignment_of(found("h = nn_output = error = error_term = del_w = 1\n")) is None
        assert known.assignment_of(found(filled(root, FIRST, "gradient.py"))) == FIRST


def test_nothing_is_started_before_it_is_asked(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "proven", lambda *_: pytest.fail("started"))
    with Asked(course):
        pass


# --- what is told --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".py", ".ipynb"])
def test_the_handed_out_file_is_known_without_a_sandbox(course: Course, ending: str) -> None:
    known = Contents(course, nobody)
    for entry in course.assignments:
        content = (course.root / "assignments" / entry.slug / (entry.file if ending == ".py" else entry.notebook)).read_bytes()
        assert known.assignment_of(found(content, f"final version{ending}")) == entry.slug


def test_a_filled_in_file_is_known_without_a_sandbox(course: Course, root: Path) -> None:
    known = Contents(course, nobody)
    for entry in course.assignments:
        assert known.assignment_of(found(filled(root, entry.slug, entry.file))) == entry.slug


def test_a_notebook_that_was_saved_by_another_program_is_known(course: Course) -> None:
    known = Contents(course, nobody)
    text = (course.root / "assignments" / FIRST / "gradient.ipynb").read_text(encoding="utf-8")
    for saved in (msgspec.json.format(text, indent=4), text.replace("\n", "\r\n")):
        assert known.assignment_of(found(saved, "hw.ipynb")) == FIRST


def test_a_file_of_the_students_own_lines_is_known_by_the_names_that_it_binds(known: Contents) -> None:
    assert known.assignment_of(found("import numpy as np\nh = 1\nnn_output = 2\nerror = 3\nerror_term = 4\ndel_w = 5\n")) == FIRST
    notebook = (
        '{"cells": [{"cell_type": "code", "source": ["class Perceptron:\\n", "    pass\\n", "def sigmoid(z):\\n", "    return z"]}]}'
    )
    assert known.assignment_of(found(notebook, "hw.ipynb")) == "03-perceptron"


def test_among_those_that_have_a_name_in_common_the_others_are_not_thought_of(known: Contents) -> None:
    text = "h = 1\nnn_output = 2\nerror = 3\nerror_term = 4\ndel_w = 5\n"
    assert known.assignment_of(found(text), {FIRST, SECOND}) == FIRST
    assert known.assignment_of(found(text), {SECOND}) is None
