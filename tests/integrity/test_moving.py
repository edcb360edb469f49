"""What a question is built on must move it; what may change unseen is found."""

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.integrity.distinct import indistinct
from tests.integrity import walking
from tests.integrity.conftest import SLUG, Made


def findings(made: Made, questions: str = walking.QUESTIONS) -> list[str]:
    course = load(made(walking.MASTER, questions, driver=walking.DRIVER, points=10, build_it=False))
    return indistinct(load_assignment(course, SLUG), course)


def changed(*pairs: tuple[str, str]) -> str:
    questions = walking.QUESTIONS
    for old, new in pairs:
        assert old in questions
        questions = questions.replace(old, new)
    return questions


def test_a_sound_assignment_of_functions_passes(made: Made) -> None:
    assert findings(made) == []


def test_an_argument_that_makes_no_difference_is_found(made: Made) -> None:
    questions = changed(("def total(level):", "def total(level, rate):"), ("return np.sum(level)", "return np.sum(level) + 0 * rate"))
    assert any("another rate hardly ever changes what total gives" in finding for finding in findings(made, questions))


def test_an_argument_that_the_formula_leaves_aside_is_left_aside(made: Made) -> None:
    assert findings(made, changed(("def total(level):", "def total(level, rate):"))) == []


def test_a_difference_that_the_judge_sees_is_enough_for_an_argument(made: Made) -> None:
    questions = changed(
        ("def total(level):", "def total(level, rate):"), ("return np.sum(level)", "return np.sum(level) * (1 + rate / 1000)")
    )
    assert findings(made, questions) == []


def test_an_earlier_function_that_makes_no_difference_is_found(made: Made) -> None:
    questions = changed(
        ("def total(level):", "def total(level, x, a, *, slope):"),
        ("return np.sum(level)", "return np.sum(level) + 0 * slope(x, a)[0]"),
    )
    assert any("no mistake of slope shows in total, which is built on it" in finding for finding in findings(made, questions))


AGAIN = '''@bowl.outcome(points=0, at="Walker.walk")
def still(x, a, *, walk):
    """No step at all."""
    return walk(0 * x, a, 0.1, 2)[1]


@bowl.measured'''


def test_what_another_question_about_the_same_work_shows_need_not_be_shown_again(made: Made) -> None:
    """Walking from the bottom leads nowhere, whatever the slope: that it walks at all, `walk` shows."""
    assert findings(made, changed(("@bowl.measured", AGAIN))) == []


def test_what_is_always_the_same_and_the_only_question_about_its_work_is_found(made: Made) -> None:
    questions = changed(("@bowl.measured", AGAIN.replace(', at="Walker.walk"', "")))
    assert any("still is the same in" in finding for finding in findings(made, questions))
