"""Written answers are taken out of a file as texts: as they stand there, bounded, and nothing runs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox.answers import Malformed
from autograder.sandbox.host import Sandbox
from autograder.sandbox.inside.sources import Cell, Source
from autograder.sandbox.inside.written import LONGEST, texts_for
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from autograder.sandbox.writings import Written, most_bytes, writings

GIVEN, BLANK, ABSENT = "given", "blank", "absent"
SLIP = "h = (1 +\n"  # what Python cannot read


def found(*texts: str, name: str = "why") -> tuple[object, ...]:
    """The state and the text of one answer in these cells."""
    (row,) = texts_for(Source(tuple(Cell(at, text) for at, text in enumerate(texts)), ()), [name])
    return tuple(row[:2])


TAKEN = {
    "a text": ('why = """\nFor the sign.\n"""\n', "For the sign."),
    "on one line": ("why = 'For the sign.'", "For the sign."),
    "in pieces": ('why = ("For "\n       "the sign.")', "For the sign."),
    "with a type": ("why: str = 'so'", "so"),
    "of several lines": ('why = """\n\n  a  \n\n    b\n\n"""', "  a\n\n    b"),
    "under main": ("if __name__ == '__main__':\n    why = 'so'\n", "so"),
    "with a value in it": ("why = f'it is {h}'", "f'it is {h}'"),
    "put together": ("why = 'so ' + str(h)", "'so ' + str(h)"),
    "a number": ("why = 3", "3"),
    "the last": ("why = 'no'\nwhy = 'so'", "so"),
    "two names": ("why = because = 'so'", "so"),
    "code": ("h = 1\n\ndef why(w):\n    # down\n    return -w  # so\n\nx = 2\n", "def why(w):\n    # down\n    return -w  # so"),
    "a decorated one": ("@wraps\ndef why():\n    return 1", "@wraps\ndef why():\n    return 1"),
    "a class": ("class why:\n    x = 1", "class why:\n    x = 1"),
    "signs that nobody stores": ("why = 'a\\ud800b\\x00c'", "a?b\ufffdc"),
    "beside a slip": (f'{SLIP}why = """\nFor the sign.\n"""\n', "For the sign."),
    "on one line beside a slip": (f"{SLIP}why = 'For the sign.'\n", "For the sign."),
    "in pieces beside a slip": (f'{SLIP}why = ("For "\n       "the sign.")\n', "For the sign."),
    "with a type beside a slip": (f'{SLIP}why: str = """For the sign."""\n', "For the sign."),
    "after a slip in itself": ('why = """\nFor the sign.\n\nx = 1\n', "For the sign.\n\nx = 1"),
    "the last beside a slip": (f"{SLIP}why = 'no'\nwhy = 'so'\n", "so"),
    "code beside a slip": (f"{SLIP}\ndef why(w):\n    return -w\n\n    # so\ny = 3\n", "def why(w):\n    return -w\n\n    # so"),
}


@pytest.mark.parametrize(("text", "taken"), TAKEN.values(), ids=TAKEN)
def test_what_is_written_is_taken_as_it_stands(text: str, taken: str) -> None:
    assert found(text) == (GIVEN, taken)


OPEN = {
    "the place": 'why = """\n\n"""\n',
    "none": "why = None",
    "dots": "why = ...",
    "only blanks": "why = ' \\t\\n'",
    "the place of code": 'def why():\n    raise NotImplementedError("TODO: why")\n',
    "nothing in it": "def why():\n    pass",
    "words about it": 'def why():\n    """What is asked."""\n',
    "the place of code beside a slip": f'{SLIP}def why():\n    raise NotImplementedError("TODO: why")\n',
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_a_place_as_it_was_handed_out_is_no_answer(text: str) -> None:
    assert found(text) == (BLANK, "")


ELSEWHERE = {
    "nothing": "",
    "another name": "whys = 'so'",
    "only declared": "why: str",
    "in a function": "def f():\n    why = 'so'",
    "an attribute": "a.why = 'so'",
    "in a comment": "# why = 'so'",
    "used": "print(why)",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_not_bound_in_the_file_itself_is_absent(text: str) -> None:
    assert found(text) == (ABSENT, "")


def test_of_several_cells_the_last_that_holds_anything_counts() -> None:
    assert found("why = 'first'", "why = 'so'", 'why = """\n"""') == (GIVEN, "so")


BESIDE = {
    "a text": ('why = """\nFor the sign.\n"""', "For the sign."),
    "with words around it": ("## Why?\n\nwhy = 'For the sign.'\n\nThat's it.", "For the sign."),
    "never closed": ('why = """For\nthe sign.', "For\nthe sign."),
}


@pytest.mark.parametrize(("text", "taken"), BESIDE.values(), ids=BESIDE)
def test_a_cell_that_was_made_text_costs_nobody_the_answer(text: str, taken: str) -> None:
    (row,) = texts_for(Source((Cell(1, "h = 1"),), ()), ["why"], [text])
    assert row[:2] == [GIVEN, taken]


def test_what_stands_in_code_goes_before_what_stands_in_text() -> None:
    rows = texts_for(Source((Cell(1, "why = 'so'\nwhy_not = None"),), ()), ["why", "why_not"], ["why = 'no'", "why_not = ''"])
    assert [row[:2] for row in rows] == [[GIVEN, "so"], [BLANK, ""]]


def test_a_place_that_is_only_talked_about_in_text_is_no_answer() -> None:
    (row,) = texts_for(Source((), ()), ["why"], ["Say `why = ...` here, and think of why == 3"])
    assert row[:2] == [ABSENT, ""]


def test_how_long_it_is_is_told_though_it_is_cut() -> None:
    (row,) = texts_for(Source((Cell(0, f"why = '{'x' * (LONGEST + 7)}'"),), ()), ["why"])
    assert row == [GIVEN, "x" * LONGEST, LONGEST + 7]
    assert writings(["written", [row]], ["why"]) == {"why": Written(GIVEN, "x" * LONGEST, LONGEST + 7)}


@given(st.text(max_size=300))
def test_whatever_a_file_holds_it_is_taken_and_taken_for_an_answer(text: str) -> None:
    rows = texts_for(Source((Cell(0, text),), ()), ["why", "a"])
    assert writings(["written", rows], ["why", "a"]) is not None


@given(st.text(max_size=300).filter(lambda text: text.strip() and "\\" not in text and '"""' not in text))
def test_a_text_keeps_its_words(text: str) -> None:
    state, taken = found(f'why = r"""\n{text}\n"""') if "\0" not in text else (GIVEN, text)
    if state == GIVEN and not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert str(taken).split() == text.split() or '"' in text


def test_nothing_runs_in_the_sandbox_and_a_file_that_cannot_be_read_holds_nothing() -> None:
    text = 'while True:\n    pass\nwhy = """so"""\n'
    notebook = json.dumps({"cells": [{"cell_type": "code", "source": text, "metadata": {}, "outputs": []}]}).encode()
    with Sandbox(Level.A, Limits()) as sandbox:
        for content, kind in ((text.encode(), "py"), (notebook, "ipynb")):
            assert sandbox.written(content, kind, ["why", "b"]) == {"why": Written(GIVEN, "so", 2), "b": Written(ABSENT)}
        made_text = json.dumps({"cells": [{"cell_type": "markdown", "source": ['why = """\n', "so\n", '"""']}]}).encode()
        assert sandbox.written(made_text, "ipynb", ["why"]) == {"why": Written(GIVEN, "so", 2)}
        assert sandbox.written(b"", "py", ["why"]) is None
        assert sandbox.written(b"{}", "ipynb", ["why"]) is None
        assert sandbox.written(b"\xff\xfe\xfa", "py", ["why"]) is None
        long = f"why = '{'é' * (LONGEST + 1)}'\n".encode()
        assert sandbox.written(long, "py", ["why"]) == {"why": Written(GIVEN, "é" * LONGEST, LONGEST + 1)}
        with sandbox.job(b"h = 1\n", "py") as job:
            assert job.text == "h = 1"


FORGED = {
    "too-few": ["written", []],
    "too-many": ["written", [[GIVEN, "a", 1], [GIVEN, "a", 1]]],
    "another-state": ["written", [["right", "a", 1]]],
    "points": ["written", [[GIVEN, "a", 1, 2.0]]],
    "a-wrong-length": ["written", [[GIVEN, "a", 2]]],
    "true-for-a-length": ["written", [[GIVEN, "a", True]]],
    "longer-than-it-may-be": ["written", [[GIVEN, "a" * (LONGEST + 1), LONGEST + 1]]],
    "given-and-empty": ["written", [[GIVEN, "", 0]]],
    "blank-and-full": ["written", [[BLANK, "a", 1]]],
    "half-a-sign": ["written", [[GIVEN, "\ud800", 1]]],
    "a-null": ["written", [[GIVEN, "a\0", 2]]],
    "more-than-asked": ["written", [[GIVEN, "a", 1]], 3],
    "a-text": "written",
    "no-list": 7,
}


@pytest.mark.parametrize("said", FORGED.values(), ids=FORGED)
def test_whatever_else_a_child_says_is_malformed(said: object) -> None:
    with pytest.raises(Malformed):
        writings(said, ["why"])


def test_a_digest_tells_answers_apart_and_nothing_written_is_one_thing() -> None:
    assert Written(GIVEN, "a", 1).digest != Written(GIVEN, "b", 1).digest
    assert Written(GIVEN, "a", 1).digest != Written(GIVEN, "a", 2).digest
    assert Written(BLANK).digest == Written(ABSENT).digest
    assert most_bytes(["a", "b"]) > 2 * 4 * LONGEST


DEEP = {
    "brackets": "why = " + "(" * 50_000,
    "signs": "why = " + "-" * 300_000 + "1",
    "sums": "why = " + "1+" * 200_000 + "1",
    "dots": "why = a" + ".a" * 200_000,
    "quotation-marks": 'why = """' + '"' * 600_000,
    "many-places": 'why = """\n' * 60_000,
    "many-definitions": "(\n" + "def why():\n  x\n" * 60_000,
}


def test_a_file_that_is_made_to_break_its_reader_breaks_nothing_else() -> None:
    limits = Limits(wall_seconds=60, cpu_seconds=50)
    with Sandbox(Level.A, limits) as sandbox:
        for name, text in DEEP.items():
            found = sandbox.written(text.encode(), "py", ["why"])
            assert found is None or len(found["why"].text) <= LONGEST, name
        assert sandbox.written(b"why = 'so'\n", "py", ["why"]) == {"why": Written(GIVEN, "so", 2)}
