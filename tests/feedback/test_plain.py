"""What a student can influence becomes one line of visible text, or a number of moderate length."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback import plain
from tests.feedback.samples import HOSTILE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_invisible_is_left(text: str) -> None:
    for made in (plain.line(text), plain.name(text)):
        assert made.isprintable()
        assert "\n" not in made
        assert made.encode("utf-8").decode() == made


@given(st.text(st.characters(), max_size=60))
def test_whatever_is_written_no_sign_steers_a_terminal_or_the_direction(text: str) -> None:
    assert not {unicodedata.category(sign) for sign in plain.line(text)} & {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


@pytest.mark.parametrize("text", ["ada", "Zoë Müller-Lüdenscheidt", "李雷", "محمد", "x = [1, 2]", "🎓 Ada"])
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert plain.line(text) == text


@pytest.mark.parametrize("mark", ["\u0301", "\u0489"], ids=["accent", "enclosing"])
def test_no_marks_are_piled_up_over_the_lines_around(mark: str) -> None:
    assert plain.line(f"a{mark * 3000}b") == f"a{mark * 4}b"
    assert plain.thinned(f"a{mark * 4}{mark}b") == f"a{mark * 4}b"


@pytest.mark.parametrize("text", ["ế", "e\u0302\u0301", "בְּרֵאשִׁ֖ית", "ที่นี่", "हिन्दी", "1\ufe0f\u20e3"])
def test_marks_of_a_language_stay(text: str) -> None:
    assert plain.thinned(text) == text


def test_lines_and_tabs_become_single_spaces() -> None:
    assert plain.line(" one\n\ttwo \r\n three ") == "one two three"


def test_what_is_too_long_is_cut_and_shows_it() -> None:
    assert plain.name("a" * 100) == "a" * 79 + "…"
    assert len(plain.line("word " * 1000)) == plain.LONGEST


@pytest.mark.parametrize("text", ["", "  ", "\x00", "\u202e"])
def test_a_name_is_never_empty(text: str) -> None:
    assert plain.name(text) == "(no name)"


VALUES = {
    "whole": (3, "3"),
    "float": (0.7999999999999999, "0.8"),
    "digits": (0.6899744811276125, "0.68997448"),
    "zero": (-0.0, "0"),
    "fewer-digits": ([[0.123456789] * 8] * 2, "[" + ", ".join(["[" + ", ".join(["0.12346"] * 8) + "]"] * 2) + "]"),
    "tiny": (-2.5e-12, "-2.5e-12"),
    "true": (True, "True"),
    "list": ([0.5, -1.25], "[0.5, -1.25]"),
    "tuple": ((1, 2), "[1, 2]"),
    "nested": ([[1, 2], [3, 4]], "[[1, 2], [3, 4]]"),
    "empty": ([], "[]"),
    "nan": (math.nan, "nan"),
    "inf": ([math.inf], "[inf]"),
    "null-in-a-list": ([1.0, None], "[1, nan]"),
    "text": ("agrees", '"agrees"'),
    "text-that-steers": ('a\x1b[31m\n"b"', '"a[31m "b""'),
    "parts": ({"parts": ["scaled", -1.0, [0.5, 2]]}, '("scaled", -1, [0.5, 2])'),
    "no-parts": ({"parts": []}, "()"),
    "many-parts": ({"parts": [1] * 20}, f"({'1, ' * 16}…)"),
    "wide-matrix": ([[0] * 20] * 2, "[[0, 0, 0, 0, 0, 0, 0, 0, …], [0, 0, 0, 0, 0, 0, 0, 0, …]] of shape (2, 20)"),
    "large-matrix": ([[-1.2345678e-100] * 8] * 8, f"[{('[' + '-1.2346e-100, ' * 3 + '…], ') * 3}…] of shape (8, 8)"),
    "long-parts": ({"parts": [[0.123456789] * 8] * 4}, f"({', '.join(['[0.12346, 0.12346, 0.12346, …]'] * 4)})"),
    "long": (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, …]"),
    "huge": (10**400, "inf"),
    "huge-below": (-(10**400), "-inf"),
}


@pytest.mark.parametrize(("seen", "text"), VALUES.values(), ids=VALUES)
def test_a_value_is_shown_with_eight_digits(seen: object, text: str) -> None:
    assert plain.value(seen) == text


@pytest.mark.parametrize(
    "seen", [None, {"a": 1}, {"parts": [1], "a": 1}, {"parts": [[None, "x"]]}, {"parts": 1}, ["x"], [[[[[1]]]]], b"1"], ids=repr
)
def test_what_is_no_value_is_not_shown(seen: object) -> None:
    assert plain.value(seen) is None


@pytest.mark.parametrize(
    ("shown", "rows"),
    [
        ("0.5", "0.5"),
        ("[1, 2]", "[1, 2]"),
        ('("scaled", -1, 0.5)', '("scaled", -1, 0.5)'),
        ("[[1, 2], [3, 4]]", "[[1, 2],\n [3, 4]]"),
        ("([[1, 2], [3, 4]], [5], 6)", "([[1, 2], [3, 4]],\n [5],\n 6)"),
        ("[[[1, 2], [3, 4]], …] of shape (9, 2, 2)", "[[[1, 2], [3, 4]],\n …] of shape (9, 2, 2)"),
    ],
)
def test_a_matrix_has_a_line_for_each_row_and_several_arrays_one_each(shown: str, rows: str) -> None:
    assert plain.rows(shown) == rows


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        ("no code", [("no code", False)]),
        ("`f(x)` of `x`", [("f(x)", True), (" of ", False), ("x", True)]),
        ("a ` alone", [("a ` alone", False)]),
        ("``", [("``", False)]),
    ],
)
def test_code_stands_between_backticks(text: str, spans: list[tuple[str, bool]]) -> None:
    assert plain.spans(text) == spans


def test_a_value_is_never_longer_than_a_line_or_two() -> None:
    text = plain.value({"parts": [[[-1.2345678e-100] * 8] * 8] * 9})
    assert text is not None
    assert len(text) == plain.LONGEST_VALUE
    assert text.endswith("…")


SINGLES = {"number": (0.5, 0.5), "whole": (2, 2.0), "wrapped": ([[0.5]], 0.5), "huge": (10**400, math.inf)}


@pytest.mark.parametrize(("seen", "number"), SINGLES.values(), ids=SINGLES)
def test_one_number_is_found_in_any_brackets(seen: object, number: float) -> None:
    assert plain.single(seen) == number


@pytest.mark.parametrize("seen", [None, True, [1, 2], [], "1", [None]], ids=repr)
def test_anything_else_is_no_single_number(seen: object) -> None:
    assert plain.single(seen) is None
