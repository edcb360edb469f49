"""A report as Markdown: a table that holds, and nothing of a student's that becomes markup."""

import re

import pytest

from autograder.feedback.markdown import escaped, render
from tests.feedback import samples
from tests.feedback.samples import HOSTILE

SLIP = """\
# One step of gradient descent

01-gradient-step · ada · gradient\\.py

Right: h. Right but for an earlier slip: error, error\\_term and del\\_w.

| | Question | Result | Yours on the first example | Points |
|---|---|---|---|---:|
| ✓ | h | correct | 0.8 | 2 / 2 |
| ✗ | nn\\_output | not right yet | 0.2139097 | 0 / 2 |
| → | error | follow-through credit | 0.2860903 | 2 / 2 |
| → | error\\_term | follow-through credit | 0.0481067 | 2 / 2 |
| → | del\\_w | follow-through credit | \\[0.02405335, 0.0481067, 0.07216005, 0.0962134\\] | 2 / 2 |

## Begin here: nn\\_output

The network's output: the sigmoid of the node's linear combination, one number.

This is not the network's output yet.

On the first example yours is 0.2139097.

> **Hint:** Your nn\\_output never rises above 0.25. Is it the height of the S-curve that you have there?

Follow-through credit: with the answers before it set right, this one comes out right too. It earns its points, and the slip is \
counted once, where it was made.

**8 of 10 points**: 1 correct, 3 with follow-through credit, 1 not right yet.
"""


def test_a_report_reads() -> None:
    assert render(samples.SLIP) == SLIP


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_students_is_markup(name: str) -> None:
    page = render(samples.hostile(name))
    assert "<" not in page
    assert not re.search(r"(?<!\\)(\[|\]|`|~)|\w@\w|https?://|www\.\w|\b[a-z]+://", page)
    assert [line.count("|") - line.count("\\|") for line in page.splitlines() if line.startswith("|")] == [6] * 7
    assert [line for line in page.splitlines() if line.startswith("#")] == [
        "# One step of gradient descent",
        "## Begin here: h",
    ]


SIGNS = {
    "emphasis": ("*a* _b_", r"\*a\* \_b\_"),
    "html": ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    "heading": ("# a", r"\# a"),
    "list": ("- a", r"\- a"),
    "numbered": ("12. a", r"12\. a"),
    "rule": ("---", r"\---"),
    "pipe": ("a | b", r"a \| b"),
    "link": ("[a](b)", r"\[a\](b)"),
    "address": ("http://a.b", r"http\://a\.b"),
    "mention": ("@ada", "&#64;ada"),
    "backslash": ("\\*", r"\\\*"),
}


@pytest.mark.parametrize(("text", "made"), SIGNS.values(), ids=SIGNS)
def test_a_sign_that_means_something_is_escaped(text: str, made: str) -> None:
    assert escaped(text) == made


@pytest.mark.parametrize("text", ["A sentence, with 0.5 in it.", "well-known: yes (no)", "y = 2", "What? 50 %!"])
def test_a_sentence_stays_readable(text: str) -> None:
    assert escaped(text) == text


def test_an_ungraded_report_has_no_column_of_points() -> None:
    text = render(samples.UNGRADED)
    assert "| | Question | Result | Yours on the first example |\n|---|---|---|---|\n" in text
    assert '| ✗ | diagnose | not right yet | "agrees" |\n' in text
    assert "**Ungraded**: 2 correct, 1 not right yet." in text
    assert "/ 0" not in text
