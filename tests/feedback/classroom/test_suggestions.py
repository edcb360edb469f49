"""What is suggested to the author, as read in a terminal."""

import pytest

from autograder.feedback.classroom.clusters import clusters
from autograder.feedback.classroom.suggestions import Suggestion, Suggestions, render
from autograder.grading.report import Place
from tests.feedback.classroom.making import MISTAKE, SLUG, WRONG, answer, report
from tests.feedback.samples import HOSTILE


def suggestions(*code: str, student: str = "ada", seen: object = 1.5) -> Suggestions:
    """Of two students with the same value of error."""
    before = answer("h", MISTAKE, mistake="summed")
    reports = [report(name, before, answer("error", WRONG, seen=seen, place=Place(31))) for name in (student, f"{student}2")]
    (cluster,) = clusters(reports)
    one = Suggestion(cluster=cluster, expected="-0.19", parameters=("y", "nn_output"), file="gradient.py", code=code)
    return Suggestions(assignment=SLUG, suggestions=(one,))


PAGE = '''\
01-gradient-step: 1 wrong value that several share and no mistake explains

error: 2 students
  on the first example  1.5
  expected there        -0.19
  wrong before it       h: summed
  one of them           gradient.py, line 31
      error = y + nn_output
  for questions.py
      @error.mistake
      def a_name_for_it(y, nn_output):
          """A question that a tutor would ask, and that does not give the answer away."""
          return ...

Write the formula into solutions/01-gradient-step/questions.py. Then `descent verify 01-gradient-step` proves that it is told from all
others, and `descent regrade 01-gradient-step` shows what it changes.
'''


def test_a_suggestion_reads() -> None:
    assert render(suggestions("error = y + nn_output")) == PAGE


def test_with_names_it_says_who() -> None:
    assert "  who                   ada, ada2\n" in render(suggestions(), named=True)
    assert "ada" not in render(suggestions())


def test_where_nothing_is_shared_it_says_so() -> None:
    said = render(Suggestions(assignment=SLUG, suggestions=()))
    assert said == "01-gradient-step: nothing to suggest: no two students share a wrong value that no mistake explains.\n"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_neither_code_nor_name_nor_value_steers_the_terminal(text: str) -> None:
    said = render(suggestions(text, f"    {text}", student=text, seen=text), named=True)
    assert all(line.isprintable() for line in said.splitlines())
    assert len(said.splitlines()) == len(render(suggestions("", "    "), named=True).splitlines())


def test_code_keeps_its_indentation() -> None:
    assert "      def step(w):\n          return w\n" in render(suggestions("def step(w):", "    return w"))
