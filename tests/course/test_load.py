"""A questions.py is sound or refused, with every problem of its graph at once."""

from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.load import load_assignment
from autograder.errors import CourseError
from tests.course import miniature

SOUND = miniature.QUESTIONS


def problems(root: Path, questions: str) -> tuple[str, ...]:
    course = manifest.load(miniature.write(root, questions=questions))
    with pytest.raises(CourseError) as caught:
        load_assignment(course, "01-double")
    return caught.value.problems


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new)


REFUSED = {
    "raises": ("1 / 0\n", "cannot be run: ZeroDivisionError: division by zero"),
    "is-not-python": ("def\n", "cannot be run: SyntaxError"),
    "imports-what-is-not-there": ("import nonesuch\n", "cannot be run: ModuleNotFoundError"),
    "no-assignment": ("a = 1\n", "expected exactly one Assignment(...) at the top level, found 0."),
    "two-assignments": (
        SOUND + "other = Assignment(givens={}, examples=[])\n",
        "expected exactly one Assignment(...) at the top level, found 2.",
    ),
    "no-question": (
        "from autograder.course import Assignment, uniform\n"
        'd = Assignment(givens={"a": uniform(1, 2)}, examples=[{"a": 1.0}, {"a": 2.0}])\n',
        "no question. Add a function",
    ),
    "unknown-parameter": (
        changed("def twice(a)", "def twice(b)"),
        "question 'twice' asks for 'b', which is neither a given nor an earlier",
    ),
    "later-question-as-parameter": (
        changed("def twice(a)", "def twice(more)"),
        "question 'twice' asks for 'more', which is neither a given nor an earlier question.",
    ),
    "itself-as-parameter": (changed("def more(twice)", "def more(more)"), "question 'more' asks for 'more'"),
    "mistake-with-an-unknown-parameter": (
        changed("def less(twice)", "def less(thrice)"),
        "question 'more', mistake 'less' asks for 'thrice'",
    ),
    "no-docstring": (changed('    """Twice a."""\n', ""), "question 'twice' has no docstring. Write what the student should read."),
    "no-hint": (changed('    """Which way is more?"""\n', ""), "question 'more', mistake 'less' has no docstring."),
    "negative-points": (changed("points=2", "points=-2"), "question 'more' is worth -2 points; expected 0 or more."),
    "mistake-that-raises": (changed("return twice - 1", "return [twice][1]"), "mistake 'less', raised IndexError on example 1"),
    "wrong-points": (changed("points=2", "points=4"), "the questions are worth 5 points, course.toml says 3. Make them agree."),
    "one-example": (changed(', {"a": 1.5}', ""), "1 public examples, expected 2"),
    "three-examples": (changed('{"a": 1.5}', '{"a": 1.5}, {"a": 1.2}'), "3 public examples, expected 2"),
    "example-without-a-given": (changed('{"a": 1.5}', "{}"), "example 2 gives ; expected a."),
    "example-with-another-given": (changed('{"a": 1.5}', '{"b": 1.5}'), "example 2 gives b; expected a."),
    "example-of-text": (changed('{"a": 1.5}', '{"a": "1.5"}'), "cannot be run: TypeError: expected a number or lists of numbers"),
    "example-of-unequal-lists": (changed('{"a": 1.5}', '{"a": [[1], [2, 3]]}'), "cannot be run: ValueError"),
    "formula-that-raises": (changed("return 2 * a", "return a / 0"), "example 1: a formula raised ZeroDivisionError"),
    "worth-of-more-than-all": (changed("@more.mistake", "@more.mistake(worth=1.0)"), "worth=1; expected a part from 0 to less than 1."),
    "worth-below-nothing": (changed("@more.mistake", "@more.mistake(worth=-0.5)"), "has worth=-0.5"),
    "redeemed-by-an-earlier-question": (
        changed("@more.mistake", '@more.mistake(worth=0.5, redeemed_by="twice")'),
        "is redeemed by 'twice', which does not hang on 'more'.",
    ),
    "redeemed-by-nothing-known": (changed("@more.mistake", '@more.mistake(worth=0.5, redeemed_by="none")'), "is redeemed by 'none'"),
    "two-mistakes-of-one-name": (
        SOUND + '@more.mistake\ndef less(twice):\n    """Again?"""\n    return twice\n',
        "cannot be run: ValueError: question 'more' has two mistakes named 'less'.",
    ),
    "two-questions-of-one-name": (
        SOUND + '@double.question(points=0)\ndef twice(a):\n    """Again."""\n    return a\n',
        "cannot be run: ValueError: 'twice' is the name of two things.",
    ),
    "question-named-like-a-given": (
        SOUND + '@double.question(points=0)\ndef a():\n    """A."""\n    return 1\n',
        "cannot be run: ValueError: 'a' is the name of two things.",
    ),
    "accept-asks-for-what-is-not-there": (
        changed("examples=", "accept=lambda b: True, examples="),
        "accept asks for 'b', which is neither",
    ),
    "plot-of-what-is-not-asked": (
        changed("examples=", 'plot=SigmoidPlot(at="h", height="twice", slope=("more", "twice")), examples=').replace(
            "Assignment, uniform", "Assignment, SigmoidPlot, uniform"
        ),
        "plot names 'h', which is not a question.",
    ),
}


@pytest.mark.parametrize(("questions", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_said_with_its_file(tmp_path: Path, questions: str, said: str) -> None:
    found = problems(tmp_path, questions)
    assert all(problem.startswith(str(tmp_path / "solutions" / "01-double" / "questions.py")) for problem in found)
    assert any(said in problem for problem in found), found


def test_every_problem_of_the_graph_is_said_at_once(tmp_path: Path) -> None:
    broken = SOUND.replace("points=2", "points=7").replace("def twice(a)", "def twice(b)").replace('"""Which way is more?"""', '""')
    assert len(problems(tmp_path, broken)) == 3


def test_a_sound_file_is_loaded_with_its_master(tmp_path: Path) -> None:
    loaded = load_assignment(manifest.load(miniature.write(tmp_path)), "01-double")
    assert loaded.slug == "01-double"
    assert list(loaded.assignment.questions) == ["twice", "more"]
    assert loaded.master == tmp_path / "solutions" / "01-double" / "double.py"


def test_loading_leaves_no_bytecode_beside_the_solutions(tmp_path: Path) -> None:
    load_assignment(manifest.load(miniature.write(tmp_path)), "01-double")
    assert not list(tmp_path.rglob("__pycache__"))


def test_an_authors_own_traceback_is_kept(tmp_path: Path) -> None:
    """The line that raised is for the author to see: the cause hangs on the error."""
    course = manifest.load(miniature.write(tmp_path, questions="1 / 0\n"))
    with pytest.raises(CourseError) as caught:
        load_assignment(course, "01-double")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
