"""What is sent to a student's process gives no answer away; where it does, that is found."""

import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.integrity.distinct import indistinct
from tests.integrity import walking
from tests.integrity.conftest import QUESTIONS, SLUG, Made

SLOPE, WALK = "@bowl.function(points=2)\ndef slope", "def walked"  # what the questions of these tests are put before
DERIVED = """@bowl.derived
def rise(x, a):
    return {}


"""
RAISED = '''@bowl.function(points=0)
def raised(rise):
    """One more than each."""
    return rise + 1


'''
CLIMB = '''@bowl.function(points=0)
def climb(x, a, *, slope):
    """The slope and more."""
    return {}


'''
STEPS, TWO_STEPS = "return walked(x, a, rate, epochs, slope)", "return walked(x, a, 0.1, 2, slope)"
ALL_OF_IT = "slope(x, a) + x"
MORE_OF_IT = "slope(x, a) + slope(x + 1, a)"
KEPT = "Who keeps it would be right without working it out; draw it on its own, or derive it from givens that {} is not called with."
UNWRITTEN = (
    "Who keeps it would be right without slope, and that counts unwritten; draw it on its own, or derive it from givens that slope is "
    "not called with."
)


def findings(made: Made, *added: tuple[str, str], old: str = "", new: str = "") -> list[str]:
    """What is found with more put before `slope` or before `walk`."""
    questions = walking.QUESTIONS
    for before, text in ((old, new), *((place, text + place) for place, text in added)):
        assert before in questions
        questions = questions.replace(before, text, 1)
    course = load(made(walking.MASTER, questions, driver=walking.DRIVER, points=10, build_it=False))
    return indistinct(load_assignment(course, SLUG), course)


@pytest.mark.parametrize(
    ("formula", "held"),
    [
        ("2 * a * x", "what slope"),
        ("-a * x", "-0.5 times what slope"),
        ("2 * a * x * (1 + 1e-9)", "what slope"),
        ("2 * a * x if a < 0.85 else 3 * x", "what slope"),
    ],
    ids=["equal", "but-for-a-factor", "but-for-the-last-digits", "in-most-cases"],
)
def test_a_given_that_a_later_question_asks_for_is_found(formula: str, held: str, made: Made) -> None:
    found = findings(made, (SLOPE, DERIVED.format(formula) + RAISED))
    told = f"questions.py: raised is called with rise, which is {held} is asked for later. {KEPT.format('slope')}"
    assert found == [told]


def test_a_given_that_is_a_part_of_a_later_answer_is_found(made: Made) -> None:
    end = "walked(x, a, 0.1, 2, lambda x, a: 2 * a * x)[0]"
    found = findings(
        made, (SLOPE, DERIVED.format(end) + RAISED), old=f"    {STEPS}\n\n\n@walk.mistake", new=f"    {TWO_STEPS}\n\n\n@walk.mistake"
    )
    told = f"questions.py: raised is called with rise, which is part 1 of what walk is asked for later. {KEPT.format('walk')}"
    assert told in found


@pytest.mark.parametrize(
    "formula",
    ["3 * x", "a * x * np.arange(1, 1 + len(x))", "2 * a * x if a < 0.7 else 3 * x", "2 * a * np.append(x, 1)"],
    ids=["another-factor-in-each-case", "another-factor-in-each-entry", "in-few-cases", "another-shape"],
)
def test_a_given_that_gives_nothing_away_is_left_in_peace(formula: str, made: Made) -> None:
    assert findings(made, (SLOPE, DERIVED.format(formula) + RAISED)) == []


def test_a_given_at_the_top_of_the_file_that_is_asked_for_is_found(made: Made) -> None:
    ready = "@product.derived\ndef ready(a, b):\n    return a * b\n\n\n"
    course = load(made(questions=QUESTIONS.replace("def doubled", f"{ready}def doubled"), build_it=False))
    assert indistinct(load_assignment(course, SLUG), course) == [
        f"questions.py: the file is given ready, which is what z is asked for later. {KEPT.format('z')}"
    ]


def test_a_given_that_stands_in_for_an_earlier_function_is_found(made: Made) -> None:
    found = findings(made, (WALK, DERIVED.format("2 * a * x") + RAISED + CLIMB.format(ALL_OF_IT)))
    assert found == [f"questions.py: raised is called with rise, which is what climb needs of slope. {UNWRITTEN}"]


def test_a_function_that_is_needed_again_with_other_arguments_must_be_written_all_the_same(made: Made) -> None:
    assert findings(made, (WALK, DERIVED.format("2 * a * x") + RAISED + CLIMB.format(MORE_OF_IT))) == []


def test_what_a_question_is_called_with_itself_it_may_use(made: Made) -> None:
    climb = CLIMB.format(ALL_OF_IT).replace("(x, a, *", "(x, a, rise, *").replace("+ x", "+ x + rise")
    assert findings(made, (WALK, DERIVED.format("2 * a * x") + climb)) == []
