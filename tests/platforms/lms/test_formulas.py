"""Names that are formulas stay text in every spreadsheet program, and numbers stay numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.platforms.lms.formulas import harmless, is_harmless

DANGEROUS = {
    "equals": '=HYPERLINK("http://evil.example","Ada")',
    "plus": "+1+cmd|'/C calc'!A0",
    "minus": "-2+3+cmd|'/C calc'!A0",
    "at": "@SUM(1+1)",
    "tab": "\t=1+1",
    "carriage-return": "\r=1+1",
    "newline": "\n=1+1",
    "blank": "  =1+1",
    "no-break-space": "\u00a0=1+1",
    "wide": "＝1+1",
    "after-another-delimiter": "Ada;=1+1",
    "after-a-comma": "Ada, =1+1",
    "after-a-tab": "Ada\t=1+1",
    "after-a-line": "Ada\r\n=1+1",
    "after-a-quote": 'Ada"=1+1',
}


@pytest.mark.parametrize("text", DANGEROUS.values(), ids=DANGEROUS)
def test_what_begins_like_a_formula_is_made_text(text: str) -> None:
    made = harmless(text)
    assert not is_harmless(text)
    assert is_harmless(made)
    for piece in made.replace(";", "\n").replace(",", "\n").replace('"', "\n").splitlines():
        assert piece.strip()[:1] not in tuple("=+-@＝"), made


@pytest.mark.parametrize(
    "text", ["Ada Lovelace", "O'Neil", "Jean-Luc", "Smith, Jo", "a=b", "x@uni.example", "-5", "+3.5", "", "Ünï", "1-2"]
)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_a_name_that_was_made_harmless_stays_so_on_one_line(text: str) -> None:
    made = harmless(text)
    assert harmless(made) == made
    assert not set(made) & set("\r\n\t\0")
    assert made[:1] not in tuple("=@＝＋－＠")
