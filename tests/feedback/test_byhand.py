"""A student reads what a person gave, and that the rest waits; never that it is nothing."""

import pytest

from autograder.feedback import html, markdown, plain
from autograder.feedback.byhand import HEADING, LOOK, NOTHING, OPEN, Asked, ByPeople, Marked, Set, lines, quoted, read
from tests.feedback import samples
from tests.feedback.samples import HOSTILE
from tests.feedback.test_html import Page

WAITS = Marked("why", "Which way?", 2)
PLAIN = ByPeople((Marked("why", "Why?", 2, 1, "Good."),), (Asked("why", "Really?", "Yes."),))
GIVEN = Marked("how", "With momentum", 3, 1.5, "Which sign?")


def test_where_nobody_says_anything_there_is_nothing_to_read() -> None:
    assert read(NOTHING, samples.SLIP).lines == read(NOTHING, samples.SLIP).asked == ()
    for text in (html.render(samples.SLIP), markdown.render(samples.SLIP)):
        assert HEADING not in text
        assert LOOK not in text


def test_points_and_comment_are_read_and_what_waits_is_no_nought() -> None:
    found = read(ByPeople((WAITS, GIVEN)), samples.ALL_RIGHT)
    waits, given = found.lines
    assert (waits.result, waits.points, waits.comment) == ("waits for a mark", "– / 2", "")
    assert (given.result, given.points, given.comment) == ("marked", "1.5 / 3", "Which sign?")
    assert found.together == "So far 11.5 of 15 points: why waits for a mark."
    assert read(ByPeople((GIVEN,)), samples.ALL_RIGHT).together == "Together 11.5 of 13 points."


def test_where_the_grader_failed_no_sum_is_told() -> None:
    assert read(ByPeople((GIVEN,)), samples.FAULT).together == ""


def test_points_in_the_place_of_the_graders_are_in_the_sum() -> None:
    found = read(ByPeople((GIVEN,), (Set("h", 0.5), Set("gone", 2))), samples.ALL_RIGHT)
    assert [(one.id, one.result, one.points, one.comment) for one in found.lines[1:]] == [("h", "set by a person", "0.5 / 2", "")]
    assert found.together == "Together 10 of 13 points."
    alone = ByPeople(instead=(Set("h", 0.5),))
    assert "Together 8.5 of 10 points." in html.render(samples.ALL_RIGHT, alone)
    whole = ByPeople((WAITS,), (Set("", 9),))
    assert read(whole, samples.ALL_RIGHT).together == "A person has set all of it: 9 of 12 points."
    assert r"A person has set all of it" in markdown.render(samples.FAULT, ByPeople(instead=(Set("", 9),)))


def test_a_request_stands_with_its_answer_or_that_it_is_to_come() -> None:
    found = read(ByPeople(asked=(Asked("h", "is right"), Asked("", "late?", "No."))), samples.SLIP)
    assert found.asked == (Asked("h", "is right", OPEN), Asked("", "late?", "No."))
    assert "<dt>All of it: late?</dt>" in html.render(samples.SLIP, ByPeople(asked=(Asked("", "late?", "No."),)))
    assert found.together == ""


@pytest.mark.parametrize("comment", HOSTILE.values(), ids=HOSTILE)
def test_a_comment_is_only_ever_text(comment: str) -> None:
    people = ByPeople((Marked("why", comment, 2, 1, comment),), (Asked("why", comment, comment),))
    page, text = html.render(samples.ALL_RIGHT, people), markdown.render(samples.ALL_RIGHT, people)
    same = bool(plain.line(comment))
    assert not same or [tag for tag, _ in Page(page).elements] == [
        tag for tag, _ in Page(html.render(samples.ALL_RIGHT, PLAIN)).elements
    ]
    assert len(text.splitlines()) == len(markdown.render(samples.ALL_RIGHT, PLAIN).splitlines())
    assert not {"\x1b", "\x9b", "\u202e", "\u2066"} & {*page, *text}
    assert "<script" not in text


def test_lines_keep_their_indentation_and_lose_what_cannot_be_seen() -> None:
    assert list(lines("a\r\n  b\tc\u00a0d\x07\n\n")) == ["a", "  b c d", ""]
    assert list(lines("")) == [""]
    assert list(lines("a" + "\u0489" * 1000)) == ["a" + "\u0489" * 4]  # more would cover the rubric
    assert next(lines("x" * 30_000)) == "x" * 30_000
    assert next(lines("x" * 30_001)).endswith("x…")


def test_a_long_line_is_wrapped_behind_its_line() -> None:
    found = list(quoted("    " + "word " * 40, 40))
    assert len(found) > 5
    assert all(line.startswith("  |     word") and len(line) <= 40 for line in found)
