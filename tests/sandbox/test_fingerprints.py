"""Code taken down as numbers: what makes no difference, what does, and what any file at all comes to."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox import answers
from autograder.sandbox.answers import Malformed
from autograder.sandbox.host import Sandbox
from autograder.sandbox.inside.fingerprints import MOST, fingerprints
from autograder.sandbox.inside.sources import Cell, Source
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits

CODE = "h = np.dot(x, w) + 3\nnn_output = 1 / (1 + np.exp(-h))\nerror = y - nn_output\ndel_w = rate * error * x\n"


def of(*texts: str) -> frozenset[int]:
    """The numbers of some cells."""
    return frozenset(fingerprints(Source(tuple(Cell(at, text) for at, text in enumerate(texts)), ())).tolist())


SAME = {
    "other-names": CODE.replace("nn_output", "out").replace("np", "numpy").replace("x", "inputs"),
    "comments": CODE.replace("\n", "  # as we said\n"),
    "blanks-and-lines": CODE.replace(" ", "   ").replace("\n", "\n\n"),
    "brackets-over-lines": CODE.replace("np.dot(x, w)", "np.dot(\n    x,\n    w)"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_how_it_is_written_makes_no_difference(text: str) -> None:
    assert of(text) == of(CODE)


OTHER = {
    "another-number": CODE.replace("+ 3", "+ 4"),
    "another-sign": CODE.replace("y - nn", "y + nn"),
    "another-order": "error = y - nn_output\n" + CODE.replace("error = y - nn_output\n", ""),
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_is_written_does_and_the_rest_is_still_shared(text: str) -> None:
    assert of(text) != of(CODE)
    assert of(text) & of(CODE)


def test_text_in_quotes_makes_no_difference() -> None:
    assert of("print('mine', h, error, del_w, rate, x, y)\n") == of('print("a very other thing", h, error, del_w, rate, x, y)\n')


def test_cells_are_taken_down_one_by_one() -> None:
    assert of(CODE, CODE) == of(CODE)


@pytest.mark.parametrize("text", ["", "\n", "# only words\n", "'''a text'''\n"], ids=["nothing", "a-line", "a-comment", "a-text"])
def test_where_there_is_no_code_there_are_no_numbers(text: str) -> None:
    assert of(text) == frozenset()


@given(st.text(max_size=200))
def test_any_text_comes_to_a_bounded_set_of_numbers_and_the_same_each_time(text: str) -> None:
    assert of(text) == of(text)
    assert len(of(text)) <= MOST


def test_however_much_it_is_the_numbers_are_bounded() -> None:
    assert len(of("".join(f"x = {number} + y * {number * 7}\n" for number in range(20_000)))) == MOST


def test_a_file_and_a_notebook_of_the_same_code_are_alike_in_the_sandbox_and_nothing_runs() -> None:
    notebook = json.dumps({"cells": [{"cell_type": "code", "source": CODE, "metadata": {}, "outputs": []}]}).encode()
    with Sandbox(Level.A, Limits()) as sandbox:
        assert sandbox.fingerprints(CODE.encode(), "py") == sandbox.fingerprints(notebook, "ipynb") == of(CODE)
        assert sandbox.fingerprints(b"while True:\n    pass\n", "py") == of("while True:\n    pass\n")
        assert sandbox.fingerprints(b"", "py") == frozenset()
        assert sandbox.fingerprints(b"{}", "ipynb") == frozenset()
        with sandbox.job(b"h = 1\n", "py") as job:
            assert job.text == "h = 1"


def test_a_child_that_says_anything_else_comes_to_nothing_and_the_next_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox(Level.A, Limits()) as sandbox:
        with monkeypatch.context() as patch:
            patch.setattr(answers, "fingerprints", _refusing)
            assert sandbox.fingerprints(CODE.encode(), "py") == frozenset()
        assert sandbox.fingerprints(CODE.encode(), "py") == of(CODE)


def _refusing(said: object) -> frozenset[int]:
    raise Malformed("not fingerprints")


FORGED = {
    "broken-numbers": ["prints", np.array([0.5])],
    "rows": ["prints", np.zeros((2, 2), dtype=np.int64)],
    "bytes": ["prints", np.zeros(3, dtype=np.uint8)],
    "too-many": ["prints", np.zeros(MOST + 1, dtype=np.int64)],
    "a-list": ["prints", [1, 2]],
    "a-word-that-is-an-array": [np.zeros(2), np.zeros(2, dtype=np.int64)],
    "more-than-asked": ["prints", np.zeros(2, dtype=np.int64), "correct"],
    "a-text": ["text", [], []],
    "no-list": 7,
}


@pytest.mark.parametrize("said", FORGED.values(), ids=FORGED)
def test_whatever_else_a_child_says_is_malformed(said: object) -> None:
    with pytest.raises(Malformed):
        answers.fingerprints(said)


def test_a_refusal_comes_to_nothing() -> None:
    assert answers.fingerprints(["refused", "The file is empty."]) == frozenset()
