"""The class at a glance, as an instructor reads it."""

import msgspec
import pytest

from autograder.feedback.overview import render
from autograder.grading.report import Report
from tests.feedback import samples
from tests.feedback.samples import HOSTILE


def of(name: str, report: Report, slug: str = "01-gradient-step") -> Report:
    """The same report of another student or assignment."""
    return msgspec.structs.replace(report, student=name, assignment=slug)


CLASS = [
    of("hal", samples.ALL_RIGHT),
    of("bob", samples.SLIP),
    of("ada", samples.SLIP),
    of("cleo", samples.TWO_SLIPS),
    of("dan", samples.HARDCODED),
    of("eve", samples.STUB),
    of("fay", samples.REFUSED),
    of("gus", samples.FAULT),
    of("ivy", samples.HALF),
    of("joe", samples.ALL_RIGHT),
]

PAGE = """\
01-gradient-step: One step of gradient descent
10 students; of 10 points the median is 8 and the mean 5.44

Scores
   0  ███ 3
   1
   2
   3
   4  █ 1
   5
   6
   7
   8  ██ 2
   9  █ 1
  10  ██ 2

Questions
              correct  carried  mistake  hardcoded  unattempted   failed    fault
  h              50 %        –     10 %       10 %         10 %     10 %     10 %
  nn_output      30 %     10 %     20 %       10 %         10 %     10 %     10 %
  error          20 %     20 %     20 %       10 %         10 %     10 %     10 %
  error_term     30 %     30 %        –       10 %         10 %     10 %     10 %
  del_w          30 %     20 %        –       10 %         10 %     20 %     10 %

Mistakes
    2  nn_output: slope_for_output
       ada, bob
    1  error: sign_reversed
       cleo
    1  h: inputs_summed
       cleo

Values that do not depend on the inputs
    1  h, nn_output, error, error_term and del_w
       dan

Could not be read
    1  The file is not a notebook: its JSON ends too early.
       fay

A problem on our side, to be graded again
       gus
"""


def test_a_class_reads() -> None:
    assert render(CLASS) == PAGE


def test_without_names_it_says_how_many_and_of_nobody_who() -> None:
    page = render(CLASS, names=False)
    named = {"       ada, bob", "       cleo", "       dan", "       fay"}
    nameless = PAGE.replace("graded again\n       gus", "graded again\n    1")
    assert page.splitlines() == [line for line in nameless.splitlines() if line not in named]


def test_without_reports_it_says_how_to_get_some() -> None:
    assert render([]) == "No reports yet. `descent grade` makes them.\n"


def test_a_class_without_trouble_has_no_headings_for_it() -> None:
    page = render([of("ada", samples.ALL_RIGHT)])
    assert page.splitlines()[1] == "1 student; of 10 points the median is 10 and the mean 10"
    for heading in ("Mistakes", "Values", "Could not", "our side"):
        assert heading not in page


def test_where_nothing_has_a_score_no_zero_is_counted() -> None:
    page = render([of("gus", samples.FAULT)])
    assert "1 student, no scores yet" in page
    assert "Scores" not in page


def test_each_assignment_has_a_section_in_the_order_of_their_names() -> None:
    page = render([of("ada", samples.SLIP, "02-single-neuron"), of("ada", samples.SLIP)])
    assert page.index("01-gradient-step") < page.index("02-single-neuron")
    assert page.count("Questions\n") == 2


def test_a_class_of_thousands_keeps_its_bars_within_the_width() -> None:
    many = [of(f"student{number}", samples.ALL_RIGHT) for number in range(3000)] + [of("ada", samples.SLIP)]
    lines = render(many).splitlines()
    assert max(map(len, lines)) <= 80
    assert "   8  █ 1" in lines, "one student of thousands is still seen"


def test_colour_sets_headings_in_bold_and_changes_no_word() -> None:
    page = render(CLASS, colour=True)
    assert "\x1b[1mScores\x1b[0m" in page
    assert page.replace("\x1b[1m", "").replace("\x1b[0m", "") == PAGE


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_steers_the_terminal_or_makes_a_line_of_its_own(name: str) -> None:
    page = render([of(name, samples.SLIP)])
    assert all(line.isprintable() for line in page.splitlines())
    assert len(page.splitlines()) <= len(render([of("ada", samples.SLIP)]).splitlines()) + 1


def test_an_ungraded_assignment_has_no_median_and_no_scores() -> None:
    page = render([samples.UNGRADED, of("bob", samples.UNGRADED_RIGHT, "06-train-it")])
    assert "2 students; ungraded, 1 with everything right" in page
    assert "median" not in page
    assert "Scores" not in page
