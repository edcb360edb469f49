"""What accepted cases cannot tell apart is found; a sound course is left in peace."""

import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.integrity.distinct import indistinct
from tests.integrity import walking
from tests.integrity.conftest import QUESTIONS, SLUG, Made

SLOPE = "return z * b\n\n\n@slope.mistake\ndef forgotten"
LEFT_OUT = '({0}):\n    """What is left out?"""\n    return {0}'
BAD = {
    "a-mistake-equal-to-another": (
        "return doubled(z * b)",
        "return z",
        "slope: the mistake twice gives the same as the mistake forgotten",
    ),
    "a-mistake-that-is-right": ("return a + b", "return b * a", "z: the mistake added gives the same as the truth"),
    "a-partial-mistake-that-is-right": (
        "@slope.mistake\ndef forgotten(z):",
        "@slope.mistake(partial=True)\ndef never(z, b):\n    'Why?'\n    return abs(z * b)\n\n\n@slope.mistake\ndef forgotten(z):",
        "slope: the mistake never gives the same as the truth",
    ),
    "mistakes-hardly-ever-apart": ("return doubled(z * b)", "return z * b if a_is(z, b) < 2.99 else 0.0", "draws are accepted"),
    "a-constant-reference": (SLOPE, SLOPE.replace("z * b", "z * 0 + 5.0"), "slope is the same"),
    "a-copy-of-its-parent": (
        f"{SLOPE}{LEFT_OUT.format('z')}",
        f"{SLOPE}{LEFT_OUT.format('b')}".replace("z * b", "z + b / 1000"),
        "slope hardly differs from its own z",
    ),
    "an-ancestor-without-effect": ("return a * b\n", "return a * 2 + b / 1000\n", "another b hardly ever changes z"),
    "no-case-accepted": ("    examples=[", "    accept=lambda a: a < 0,\n    examples=[", "draws are accepted"),
}


def findings(made: Made, questions: str) -> list[str]:
    course = load(made(questions=questions, build_it=False))
    return indistinct(load_assignment(course, SLUG), course)


def test_a_sound_course_passes(made: Made) -> None:
    assert findings(made, QUESTIONS) == []


def test_what_the_drawing_lets_through_is_found_all_the_same(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.course.cases.separated", lambda assignment, case: iter(()))
    assert findings(made, QUESTIONS) == [
        "questions.py: z: the mistake added gives the same as the truth in an accepted case. The drawing of cases is at fault."
    ]


@pytest.mark.parametrize(("old", "new", "why"), BAD.values(), ids=BAD)
def test_it_is_found_that_there_is(old: str, new: str, why: str, made: Made) -> None:
    assert old in QUESTIONS
    questions = QUESTIONS.replace(old, new).replace("def doubled", "def a_is(z, b):\n    return z / b\n\n\ndef doubled")
    found = findings(made, questions)
    assert any(why in finding for finding in found), found


HOPELESS = """

@total.mistake
def {name}(level):
    \"\"\"Which shapes fit?\"\"\"
    return np.ones((2, 2)) @ level * {factor}
"""


def walk(made: Made, *mistakes: str, old: str = "", new: str = "") -> list[str]:
    """What is found with more mistakes of `total`; `range(2, 4)` draws two or three entries, the first example has two."""
    questions = walking.QUESTIONS.replace("@bowl.outcome", "".join(mistakes) + "\n\n@bowl.outcome").replace(old, new)
    course = load(made(walking.MASTER, questions, driver=walking.DRIVER, points=10, build_it=False))
    return indistinct(load_assignment(course, SLUG), course)


def test_a_mistake_that_can_be_computed_on_a_public_example_alone_is_told_apart_there(made: Made) -> None:
    assert walk(made, HOPELESS.format(name="boxed", factor=3), old="range(2, 4)", new="range(3, 5)") == []


def test_a_mistake_that_can_be_computed_nowhere_is_found(made: Made) -> None:
    boxed = HOPELESS.format(name="boxed", factor=3).replace("(2, 2)", "(7, 7)")
    assert any("the mistake boxed cannot be computed in any of 20 draws" in finding for finding in walk(made, boxed))


COPIES = {
    "a-copy-of-an-argument": ("return np.sum(level)\n\n\n@total.mistake", "return level\n\n\n@total.mistake", "its own level"),
    "each-part-a-copy-of-an-argument": (
        "    return walked(x, a, rate, epochs, slope)\n\n\n@walk.mistake\ndef uphill",
        "    return x, a\n\n\n@walk.mistake\ndef uphill",
        "walk hardly differs from its own x and a",
    ),
    "always-the-same": ("return np.sum(level)\n\n\n@total.mistake", "return 2.0\n\n\n@total.mistake", "total is the same in"),
}


@pytest.mark.parametrize(("old", "new", "why"), COPIES.values(), ids=COPIES)
def test_of_functions_it_is_found_that_there_is(old: str, new: str, why: str, made: Made) -> None:
    assert old in walking.QUESTIONS
    found = walk(made, old=old, new=new)
    assert any(why in finding for finding in found), found
