"""Whatever a hostile submission brings, each page made of its report shows text and nothing else; and the rules see what they must."""

import pytest

from autograder.grading.report import Report
from tests.attacks import showing
from tests.attacks.attack import Attack, attacks
from tests.attacks.conftest import Stages

SHOWN = [attack for attack in attacks() if attack.group in ("feedback", "notebooks")]
REMARKS = 60  # as many as a report may carry, and a few of the judge's own

FIT = {
    "text": '  ✓  h  correct  2 / 2\n  Yours is "=1+1" and <script>\n',
    "colour": "\x1b[1mOne step\x1b[0m\n  \x1b[32m✓\x1b[0m  h\n",
    "html": '<!DOCTYPE html>\n<html lang="en"><body><p>&lt;script&gt; onerror=</p></body></html>',
    "markdown": "# One step\n\n| | a |\n|---|---|\n| ✓ | \\[x\\]\\(http\\://a\\.b\\) \\| &lt;b&gt; |\n\n> **Hint:** none\n",
    "json": '{\n  "note": "\\u001b[31m <script>",\n  "submission": "0e79254751447514c"\n}\n',
}
UNFIT = {
    "a-colour": ("text", "\x1b[31mred\x1b[0m"),
    "a-title": ("colour", "\x1b]0;title\x07"),
    "another-colour": ("colour", "\x1b[8mhidden\x1b[0m"),
    "a-return": ("class", "0 / 10\r10 / 10"),
    "an-override": ("json", '{"note": "\u202e01"}'),
    "a-control-beyond-ascii": ("json", '{"note": "\x9b31m"}'),
    "a-separator": ("text", "one\u2028two"),
    "half-a-character": ("text", "\ud800"),
    "a-formula": ("text", "Yours:\n=1+1\n"),
    "a-call": ("class", "@SUM(1)"),
    "a-pile": ("text", "a" + "\u0301" * 5),
    "too-many-lines": ("text", "line\n" * 201),
    "a-script": ("html", "<p><script>alert(1)</script></p>"),
    "a-picture": ("html", "<p><img src=x></p>"),
    "a-handler": ("html", '<p onclick="x">a</p>'),
    "an-address-in-html": ("html", '<p><a href="//a.b">a</a></p>'),
    "a-style": ("html", '<p style="display:none">a</p>'),
    "a-comment": ("html", "<p><!-- a --></p>"),
    "an-override-in-html": ("html", "<p>\u202e</p>"),
    "a-tag-in-markdown": ("markdown", "a <b>bold</b>\n"),
    "a-link": ("markdown", "a [b](http\\://c)\n"),
    "a-picture-in-markdown": ("markdown", "a ![b](c)\n"),
    "emphasis": ("markdown", "a *b*\n"),
    "code": ("markdown", "a `b`\n"),
    "a-list": ("markdown", "1. a\n"),
    "a-rule": ("markdown", "a\n\n***\n"),
    "another-cell": ("markdown", "| a |\n|---|\n| b | c |\n"),
    "a-bare-address": ("markdown", "see www.a.b\n"),
    "somebody-called": ("markdown", "to a@b.c\n"),
    "worked-out": ("text", "Yours is 47514."),
    "worked-out-in-html": ("html", "<p>&lt;class 'int'&gt;</p>"),
    "leaked": ("markdown", "leaked\n"),
}


@pytest.mark.parametrize("name", FIT)
def test_a_page_of_text_is_fine(name: str) -> None:
    assert list(showing.in_page(name, FIT[name])) == []


@pytest.mark.parametrize(("name", "page"), UNFIT.values(), ids=UNFIT)
def test_a_page_that_is_more_than_text_is_seen(name: str, page: str) -> None:
    assert list(showing.in_page(name, page))


@pytest.mark.parametrize("attack", SHOWN, ids=lambda attack: attack.name)
def test_every_page_shows_text_and_nothing_else(attack: Attack, stages: Stages) -> None:
    report = _graded(attack, stages)
    assert list(showing.problems(report)) == []
    assert len(report.notes) <= REMARKS


@pytest.mark.parametrize("attack", [attack for attack in SHOWN if attack.path.suffix == ".py"], ids=lambda attack: attack.name)
def test_every_place_lies_in_the_file(attack: Attack, stages: Stages) -> None:
    """A line that is not there would be a number of the student's choice: a hidden input, say."""
    lines = attack.path.read_text(encoding="utf-8").count("\n") + 1
    places = [question.place for question in _graded(attack, stages).questions if question.place is not None]
    assert [place for place in places if place.cell or not 0 < place.line <= lines] == []


def _graded(attack: Attack, stages: Stages) -> Report:
    stage = stages("A")[0]
    with stage.set():
        return stage.graded(attack.path.read_bytes(), attack.path.name, attack.assignment)
