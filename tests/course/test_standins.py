"""What stands in for a student's functions is those functions of the master and what they use, and nothing that is still asked for."""

from pathlib import Path

from autograder.course import manifest
from autograder.course.load import load_assignment
from autograder.course.standins import stand_ins

MASTER = '''import math
import numpy as np

SCALE = 2
OTHER = np.ones(10**6)


def half(x):
    """Half of x."""
    return x / SCALE


def quarter(x):
    return half(half(x))


class Walker:
    def walk(self, x):
        return quarter(x) + math.pi


def asked(x):
    return quarter(x) + 1


print(asked(8))
'''


def test_a_function_comes_with_what_it_uses_and_nothing_else() -> None:
    assert stand_ins(MASTER, ["quarter"]) == (
        'SCALE = 2\ndef half(x):\n    """Half of x."""\n    return x / SCALE\ndef quarter(x):\n    return half(half(x))\n'
    )


def test_a_class_and_an_import_are_found_as_well() -> None:
    text = stand_ins(MASTER, ["Walker"])
    assert text.startswith("import math\nSCALE = 2\n")
    assert "asked" not in text


def test_what_is_not_there_is_left_out() -> None:
    assert stand_ins(MASTER, ["nonesuch"]) == "\n"


def test_in_the_course_nothing_that_is_asked_for_comes_along(root: Path) -> None:
    course = manifest.load(root)
    found = 0
    for entry in course.assignments:
        loaded = load_assignment(course, entry.slug)
        for question in loaded.assignment.questions.values():
            if question.kind == "measured" and question.uses:
                text = loaded.stand_ins(question.uses)
                assert f"def {question.uses[0]}(" in text
                assert f"def {question.id}(" not in text
                found += 1
    assert found
