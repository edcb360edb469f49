"""Proof 4 holds where each mistake is diagnosed as itself, and sees a judge's diagnosis that is another."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
import pytest

from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.integrity.diagnosis import diagnosis
from autograder.integrity.worker import Begin, Task
from autograder.integrity.workers import Workers
from tests.integrity import walking
from tests.integrity.conftest import MASTER, QUESTIONS, Prepared

SLOPE = "@product.question(points=2)\ndef slope"
ALIKE = '@slope.mistake\ndef {name}(z, a, b):\n    """Why?"""\n    return (a + b) * b\n\n\n'


def test_mistakes_that_are_diagnosed_pass(subject: Prepared) -> None:
    found = diagnosis(subject())
    assert found.passed, found.findings
    assert found.notes == ()
    assert found.figures == {"mistakes": 3, "programs": 6}


def test_mistakes_alike_in_one_line_are_listed_and_the_first_gets_the_verdict(subject: Prepared) -> None:
    found = diagnosis(
        subject(questions=QUESTIONS.replace("@slope.mistake\ndef twice", f"{ALIKE.format(name='again')}@slope.mistake\ndef twice"))
    )
    assert found.passed, found.findings
    assert found.notes == ("in one line the same number: z:added = slope:again",)


def test_a_mistake_that_needs_a_name_is_not_looked_for_in_one_line(subject: Prepared) -> None:
    questions = QUESTIONS.replace("@z.mistake\n", "@z.mistake(named=True)\n").replace(
        "@slope.mistake\n", "@slope.mistake(named=True)\n"
    )
    found = diagnosis(subject(questions=questions))
    assert found.passed, found.findings
    assert found.figures == {"mistakes": 3, "programs": 5}


def test_where_the_first_of_a_group_needs_a_name_the_next_gets_the_verdict(subject: Prepared) -> None:
    questions = QUESTIONS.replace("@slope.mistake\ndef twice", f"{ALIKE.format(name='again')}@slope.mistake\ndef twice")
    found = diagnosis(subject(questions=questions.replace("@z.mistake\n", "@z.mistake(named=True)\n")))
    assert found.passed, found.findings
    assert found.figures == {"mistakes": 4, "programs": 8}


def test_a_mistake_that_does_not_show_in_the_end_is_not_looked_for_in_one_line(subject: Prepared) -> None:
    """A sign that is squared: who writes it in one line is right."""
    negative = '@z.mistake\ndef negative(a, b):\n    """Why?"""\n    return -a * b\n\n\n'
    questions = QUESTIONS.replace("return z * b\n", "return z * z * b\n", 1).replace(SLOPE, negative + SLOPE)
    questions = questions.replace('product.gradient(question="slope", of=lambda z: z**2 / 2, wrt="a")', "")
    found = diagnosis(subject(MASTER.replace("z * b  #", "z * z * b  #"), questions))
    assert found.passed, found.findings
    assert found.figures == {"mistakes": 4, "programs": 7}


class Careless(Workers):
    """A judge that thinks little of everything but always finds the mistake."""

    def grade(self, tasks: Sequence[Task], done: Callable[[int], None] = lambda count: None) -> list[Report]:
        graded = super().grade(tasks, done)
        return [msgspec.structs.replace(one, questions=tuple(map(self._worse, one.questions))) for one in graded]

    @staticmethod
    def _worse(question: QuestionReport) -> QuestionReport:
        return msgspec.structs.replace(question, verdict=Verdict.WRONG) if question.verdict.counts else question


def test_a_mistake_that_costs_other_questions_too_is_found(subject: Prepared) -> None:
    made = subject()
    begin = Begin(str(made.course.root), made.slug, str(made.sandbox.level))
    with Careless(begin, 1) as careless:
        found = diagnosis(replace(made, workers=careless))
    assert len(found.findings) == 6
    assert all("though nothing is wrong with it" in finding for finding in found.findings)


def test_a_mistake_that_passes_for_right_is_found(subject: Prepared) -> None:
    found = diagnosis(subject(questions=QUESTIONS.replace(SLOPE, SLOPE.replace("points=2", "points=2, rtol=1.5"))))
    assert any(
        finding.startswith("the mistake slope:twice, named: slope is correct, expected mistake (twice)") for finding in found.findings
    )


def test_a_mistake_diagnosed_as_another_is_found(subject: Prepared) -> None:
    near = '@slope.mistake\ndef near(z, b):\n    """Why?"""\n    return 2.1 * z * b\n\n\n@slope.mistake\ndef twice'
    questions = QUESTIONS.replace(SLOPE, SLOPE.replace("points=2", "points=2, rtol=0.2")).replace("@slope.mistake\ndef twice", near)
    found = diagnosis(subject(questions=questions))
    assert any(
        "the mistake slope:twice, named: slope is mistake (near), expected mistake (twice)" in finding for finding in found.findings
    )


def test_what_cannot_be_told_apart_is_not_graded_at_all(subject: Prepared) -> None:
    found = diagnosis(subject(questions=QUESTIONS.replace("return a + b", "return b * a")))
    assert [finding.split(" in all")[0] for finding in found.findings] == [
        "questions.py: z: the mistake added gives the same as the truth"
    ]


def test_functions_outcomes_and_constants_are_diagnosed_and_what_follows_is_carried(walk: Prepared) -> None:
    """The walk has no driver here: it is a function like the others. What is measured has no mistakes."""
    found = diagnosis(walk())
    assert found.passed, found.findings
    assert found.notes == ()
    assert found.figures == {"mistakes": 7, "programs": 13}


def changed(old: str, new: str) -> str:
    assert old in walking.QUESTIONS
    return walking.QUESTIONS.replace(old, new)


NOTHING = pytest.mark.parametrize("comes_to", ["2 * np.ones(7)", "1e200 * x**2"], ids=["what-stops", "what-is-not-finite"])


@NOTHING
def test_a_mistake_after_which_nothing_comes_costs_no_more_than_itself(walk: Prepared, comes_to: str) -> None:
    found = diagnosis(walk(questions=changed("    return 2 * x\n", f"    return {comes_to}\n")))
    assert found.passed, found.findings
    assert found.notes == ()


@NOTHING
def test_it_is_noted_where_it_does(walk: Prepared, comes_to: str) -> None:
    """The master's function cannot take the mistaken one's place: it would bring along what is asked later."""
    line = "    return 2 * a * x\n"
    assert line in walking.MASTER
    master = walking.MASTER.replace(line, f"    walk\n{line}") + "\n\nwalk = Walker.walk\n"
    found = diagnosis(walk(master, changed("    return 2 * x\n", f"    return {comes_to}\n")))
    assert found.passed, found.findings
    assert found.notes == ("nothing comes of walk with the mistake slope:alone: not carried",)


def test_a_judge_that_does_not_carry_is_found(walk: Prepared) -> None:
    made = walk()
    begin = Begin(str(made.course.root), made.slug, str(made.sandbox.level))
    with Careless(begin, 1) as careless:
        found = diagnosis(replace(made, workers=careless))
    assert any("the mistake slope:factor_lost, named: walk is wrong, though nothing is wrong" in finding for finding in found.findings)


LEVEL = '@slope.mistake\ndef level_here(x):\n    """Does the bowl rise anywhere?"""\n    return 0 * x\n\n\n@slope.mistake\ndef alone'
FAR = '''

@walk.mistake
def never_left(x, epochs):
    """Where is the new place kept?"""
    return x, [x[0]] * epochs


@bowl.outcome(points=0, at="Walker.walk")
def way_gone(x, a, rate, epochs, *, walk):
    """How far the walk has led, shape (n,)."""
    return walk(x, a, rate, epochs)[0] - x


@way_gone.mistake
def turned_round(x, a, rate, epochs, *, walk):
    """Which of the two places comes first?"""
    return x - walk(x, a, rate, epochs)[0]
'''


def test_where_a_mistake_leaves_nothing_to_see_what_can_be_run_again_is_carried(walk: Prepared) -> None:
    found = diagnosis(walk(questions=changed("@slope.mistake\ndef alone", LEVEL)))
    assert found.passed, found.findings
    assert found.notes == ()


def test_where_it_cannot_it_is_noted(walk: Prepared) -> None:
    found = diagnosis(walk(questions=walking.QUESTIONS + FAR))
    assert found.passed, found.findings
    assert found.notes == ("nothing comes of way_gone with the mistake walk:never_left: not carried",)
