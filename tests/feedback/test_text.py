"""A report in a terminal, as a student reads it: written out here in full for the situations that matter."""

import msgspec
import pytest

from autograder.feedback.text import render
from autograder.grading.report import Report
from tests.feedback import samples
from tests.feedback.samples import HOSTILE

ALL_RIGHT = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

Everything is right.

  ✓  h           correct                2 / 2
  ✓  nn_output   correct                2 / 2
  ✓  error       correct                2 / 2
  ✓  error_term  correct                2 / 2
  ✓  del_w       correct                2 / 2

10 of 10 points: 5 correct.
"""

SLIP = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

Right: h. Right but for an earlier slip: error, error_term and del_w.

  ✓  h           correct                2 / 2
  ✗  nn_output   not right yet          0 / 2
  →  error       follow-through credit  2 / 2
  →  error_term  follow-through credit  2 / 2
  →  del_w       follow-through credit  2 / 2

Begin here: nn_output
  The network's output: the sigmoid of the node's linear combination, one
  number.
  This is not the network's output yet.
  On the first example yours is 0.2139097.
  Hint: Your nn_output never rises above 0.25. Is it the height of the S-curve
  that you have there?

Follow-through credit: with the answers before it set right, this one comes out
right too. It earns its points, and the slip is counted once, where it was made.

8 of 10 points: 1 correct, 3 with follow-through credit, 1 not right yet.
"""

TWO_SLIPS = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

Right but for an earlier slip: nn_output and error_term.

  ✗  h           not right yet                   0 / 2
  →  nn_output   follow-through credit           2 / 2
  ✗  error       not right yet                   0 / 2
  →  error_term  follow-through credit           2 / 2
  !  del_w       stopped with an error, line 31  0 / 2

Begin here: h
  The node's linear combination: the weighted sum of its inputs, one number.
  First message.
  On the first example yours is 10.
  Hint: First hint?

Follow-through credit: with the answers before it set right, this one comes out
right too. It earns its points, and the slip is counted once, where it was made.

4 of 10 points: 2 with follow-through credit, 2 not right yet, 1 stopped with an error.
"""

HARDCODED = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

None of the answers is right yet. There is one place to begin, and it is below.

  ✗  h           not right yet          0 / 2
  ✗  nn_output   not right yet          0 / 2
  ✗  error       not right yet          0 / 2
  ✗  error_term  not right yet          0 / 2
  ✗  del_w       not right yet          0 / 2

Begin here: h
  The node's linear combination: the weighted sum of its inputs, one number.
  Your h does not depend on the inputs: other inputs give the same value.
  On the first example yours is 0.8.

Note: The file no longer assigns w; it was given its value all the same.

0 of 10 points: 5 not right yet.
"""

STUB = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

Nothing is filled in yet.

  ○  h           not attempted          0 / 2
  ○  nn_output   not attempted          0 / 2
  ○  error       not attempted          0 / 2
  ○  error_term  not attempted          0 / 2
  ○  del_w       not attempted          0 / 2

Begin here: h
  The node's linear combination: the weighted sum of its inputs, one number.
  h still has its placeholder.

0 of 10 points: 5 not attempted.
"""

FAULT = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

A problem on our side: the grader failed on this work, through no doing of
yours. Nothing is taken off. What you handed in is safe and will be graded
again.

  ◇  h           a problem on our side  – / 2
  ◇  nn_output   a problem on our side  – / 2
  ◇  error       a problem on our side  – / 2
  ◇  error_term  a problem on our side  – / 2
  ◇  del_w       a problem on our side  – / 2

No score yet: 5 to be graded again.
"""

REFUSED = """\
One step of gradient descent
01-gradient-step · ada · gradient.py

The file is not a notebook: its JSON ends too early.

  !  h           stopped with an error  0 / 2
  !  nn_output   stopped with an error  0 / 2
  !  error       stopped with an error  0 / 2
  !  error_term  stopped with an error  0 / 2
  !  del_w       stopped with an error  0 / 2

0 of 10 points: 5 stopped with an error.
"""

MEASURED = """\
Train it
06-train-it · ada · train.py

Right: sigmoid and diagnose.

  ✓  sigmoid    correct                   2 / 2
  ✓  diagnose   correct                   2 / 2
  ✗  train_xor  not right yet          1.25 / 2

Begin here: train_xor, line 134
  Weights.
  On 5 of 10 fresh inputs it does what it should; 9 are enough for all points.

5.25 of 6 points: 2 correct, 1 not right yet.
"""

UNGRADED = """\
Train it
06-train-it · ada · train.py

Right: sigmoid and train_xor.

  ✓  sigmoid    correct
  ✗  diagnose   not right yet
  ✓  train_xor  correct

Begin here: diagnose
  Seen before.
  On the first example yours is "agrees".
  Hint: Which word has `diagnose` for that?

Ungraded: 2 correct, 1 not right yet.
"""

PAGES = {
    "all-right": (samples.ALL_RIGHT, ALL_RIGHT),
    "one-slip": (samples.SLIP, SLIP),
    "two-slips": (samples.TWO_SLIPS, TWO_SLIPS),
    "hardcoded": (samples.HARDCODED, HARDCODED),
    "stub": (samples.STUB, STUB),
    "fault": (samples.FAULT, FAULT),
    "refused": (samples.REFUSED, REFUSED),
    "measured": (samples.MEASURED, MEASURED),
    "ungraded": (samples.UNGRADED, UNGRADED),
}


@pytest.mark.parametrize(("report", "page"), PAGES.values(), ids=PAGES)
def test_a_report_reads(report: Report, page: str) -> None:
    assert render(report) == page


def test_colour_is_added_to_the_words_and_changes_none(capsys: pytest.CaptureFixture[str]) -> None:
    import re

    painted = render(samples.TWO_SLIPS, colour=True)
    assert "\x1b[31m✗\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted) == TWO_SLIPS


def test_points_stand_in_the_same_column_whatever_the_verdicts() -> None:
    ends = {line.index(" / 2") for name in ("ALL_RIGHT", "SLIP", "STUB", "FAULT") for line in _table(getattr(samples, name))}
    assert len(ends) == 1


def test_points_of_two_digits_are_lined_up() -> None:
    mixed = samples.report(samples.question("h", points=12.5, max_points=20.0))
    assert {line.index(" / ") for line in _table(mixed)} == {44}


def test_a_question_without_points_has_a_dash_where_others_have_points() -> None:
    table = render(samples.functions(samples.question("diagnose", max_points=0.0, points=0.0))).splitlines()
    assert [line.split("correct")[1].strip() for line in table if "correct" in line][:3] == ["2 / 2", "–", "2 / 2"]


@pytest.mark.parametrize("width", [1, 40, 60, 100])
def test_sentences_are_wrapped_to_the_width(width: int) -> None:
    said = render(samples.SLIP, width=width).partition("Begin here")[2].partition("8 of 10")[0]
    assert max(map(len, said.splitlines())) <= max(width, 40)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_a_student_wrote_steers_the_terminal(name: str) -> None:
    hostile = samples.hostile(name)
    assert all(line.isprintable() for line in render(hostile).splitlines())
    assert len(_table(hostile)) == 5
    assert [line for line in render(hostile).splitlines() if "10 of 10" in line and line.startswith("#")] == []


def _table(report: Report) -> list[str]:
    return [line for line in render(report).splitlines() if " / " in line]


def test_rendering_twice_gives_the_same_and_so_does_a_stored_report() -> None:
    stored = msgspec.json.decode(msgspec.json.encode(samples.SLIP), type=Report)
    assert render(stored) == render(samples.SLIP) == SLIP
