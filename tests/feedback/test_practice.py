"""What a student reads of their own check: designed text, escaped HTML, one hint, no answer."""

from html.parser import HTMLParser

import msgspec
import pytest

from autograder.feedback.practice import html, text
from autograder.grading.bench import Waiting
from autograder.grading.practice import Practice
from autograder.grading.report import Place, QuestionReport, Verdict

EVIL = "<script>alert(1)</script>\x1b[2J\n"


def practice(
    *verdicts: Verdict, hint: str | None = None, message: str = "Seen.", examples: int = 2, notes: tuple[str, ...] = ()
) -> Practice:
    links: tuple[QuestionReport | Waiting, ...] = tuple(
        QuestionReport(
            id=f"q{number}", verdict=verdict, points=0, max_points=2, message=message, hint=hint, text="Text.", seen=[1.0, 0.25]
        )
        for number, verdict in enumerate(verdicts)
    )
    return Practice("01-small", "Small", 1, (*links, Waiting("last", "q0")), examples, notes)


class Reader(HTMLParser):
    """The tags and the words of a piece of HTML."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_nothing_of_a_student_becomes_a_tag_or_a_control_character() -> None:
    found = practice(Verdict.FAILED, message=EVIL, notes=(EVIL,))
    assert "script" not in Reader(html(found)).tags
    assert Reader(html(found)).open == []
    shown = text(found, EVIL)
    assert all(sign.isprintable() or sign == "\n" for sign in shown)


def test_only_the_first_broken_link_gets_its_hint() -> None:
    found = practice(Verdict.CORRECT, Verdict.MISTAKE, Verdict.WRONG, hint="Is it so?")
    assert text(found, "small.py").count("Is it so?") == 1
    assert html(found).count("Is it so?") == 1


def test_the_text_as_designed() -> None:
    found = practice(Verdict.CORRECT, Verdict.MISTAKE, hint="Is it so?", notes=("A note.",))
    assert text(found, "small.py") == (
        "Small\nsmall.py, on the two public examples\n\n"
        "  ✓  q0    correct\n  ✗  q1    not right yet\n  ·  last  not judged yet: it hangs on q0\n\n"
        "Begin here: q1\n  Text.\n  Seen.\n  On the first example yours is [1, 0.25].\n  Hint: Is it so?\n\n"
        "Note: A note.\n\n"
        "1 of 3 right on the public examples. When it is graded, it is tried on other\ninputs too, drawn afresh.\n"
    )


def test_a_place_is_told_where_something_is_to_be_done() -> None:
    found = practice(Verdict.CORRECT, Verdict.FAILED)
    links = tuple(msgspec.structs.replace(link, place=Place(7)) if isinstance(link, QuestionReport) else link for link in found.links)
    shown = text(Practice("01-small", "Small", 1, links, 2), "small.py")
    assert "q1    stopped with an error, line 7" in shown
    assert "q0    correct\n" in shown


def test_colour_only_adds_to_the_text() -> None:
    import re

    found = practice(Verdict.CORRECT, Verdict.UNATTEMPTED)
    assert re.sub(r"\x1b\[\d+m", "", text(found, "a.py", colour=True)) == text(found, "a.py")


@pytest.mark.parametrize(("examples", "said"), [(2, "drawn afresh"), (1, "tries both")])
def test_it_says_what_follows(examples: int, said: str) -> None:
    assert said in " ".join(text(practice(Verdict.CORRECT, examples=examples), "a.py").split())
    assert said in Reader(html(practice(Verdict.CORRECT, examples=examples))).words


def test_a_mark_is_hidden_from_screen_readers_and_its_words_are_not() -> None:
    page = html(practice(Verdict.WRONG))
    assert "aria-hidden='true'" in page
    assert "not right yet" in Reader(page).words
