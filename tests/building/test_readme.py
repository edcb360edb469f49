"""Does a student find in the README what is needed, and is it clean Markdown?"""

from pathlib import Path

import msgspec
import pytest

from autograder.building import legible
from autograder.building.examples import published
from autograder.building.readme import readme, welcome
from autograder.course.load import load_assignment
from autograder.course.manifest import Course
from autograder.course.published import Parts
from tests.building import calling
from tests.building.making import TOML, Made


def _text(course: Course, introduction: str = "") -> str:
    loaded = load_assignment(course, "01-halves")
    return readme(course, loaded.entry, published(loaded), introduction, "").decode()


def test_no_hint_and_no_mistake_stands_in_it(course: Made) -> None:
    text = _text(course())
    assert "difference" not in text
    assert "Which sign" not in text


def test_each_question_is_a_row_whose_bars_are_no_borders(course: Made) -> None:
    text = _text(course())
    assert "| `total` | The sum \\| of both. | 2 |" in text
    assert "| `half` | Half of the sum. | 1.5 |" in text
    assert "3.5 points in all." in text


def test_both_examples_are_printed_with_their_answers(course: Made) -> None:
    text = _text(course())
    assert "    a = 1\n    b = 2.5\n\nthe answers are\n\n    total = 3.5\n    half  = 1.75\n" in text
    assert "    a = [1.0, 2.0]\n    b = [0.1, -2.0]\n\nthe answers are\n\n    total = [1.1, 0.0]\n    half  = [0.55, 0.0]\n" in text


def test_a_matrix_has_a_line_for_each_row(course: Made) -> None:
    loaded = load_assignment(course(), "01-halves")
    made = published(loaded)
    example = msgspec.structs.replace(made.examples[0], givens={"W1": [[1, 2], [3.123456789, 4]], "a": 1})
    text = readme(course(), loaded.entry, msgspec.structs.replace(made, givens=("W1", "a"), examples=(example,)), "", "").decode()
    assert "    W1 = [[        1, 2],\n          [3.1234568, 4]]\n    a  = 1\n" in text


def test_the_commands_name_the_assignments_own_file_and_question(course: Made) -> None:
    text = _text(course())
    assert "    descent check halves.py\n" in text
    assert '\n\n    check("total")\n' in text
    assert "`halves.py` or `halves.ipynb`" in text
    assert "hidden cases" in text


def test_the_introduction_stands_first_and_may_be_missing(course: Made) -> None:
    assert _text(course(), "Two *numbers*.").startswith("# Half a sum\n\nTwo *numbers*.\n\n## What is asked\n")
    assert _text(course()).startswith("# Half a sum\n\n## What is asked\n")


def test_follow_through_is_promised_only_where_it_is_given(course: Made) -> None:
    assert "is credited when" in _text(course())
    assert "is credited in part when" in _text(course(toml=f"follow_through = 0.5\n{TOML}"))
    assert "credited" not in _text(course(toml=f"follow_through = 0.0\n{TOML}"))


def test_a_due_date_is_told_where_there_is_one(course: Made) -> None:
    due = course(toml=f"{TOML}due = 2031-03-01T23:59:00+01:00\n")
    assert "\n\nDue on 2031-03-01 23:59 UTC+01:00.\n\n" in _text(due)
    assert "| [01-halves](01-halves/README.md) | Half a sum | 3.5 | 2031-03-01 23:59 UTC+01:00 |" in welcome(due).decode()
    assert "Due" not in _text(course())
    assert "| [01-halves](01-halves/README.md) | Half a sum | 3.5 |\n" in welcome(course()).decode()


def test_no_empty_lines_pile_up_and_each_file_ends_with_one_line_feed(course: Made) -> None:
    for text in (_text(course(), "Words."), welcome(course()).decode()):
        assert "\n\n\n" not in text
        assert text.endswith(".\n")
        assert not any(line.endswith(" ") for line in text.splitlines())


def test_the_welcome_says_how_to_install_check_and_hand_in(course: Made) -> None:
    text = welcome(course()).decode()
    for words in ("pip install", "descent check halves.py", "Hand in", "# A small course"):
        assert words in text


# --- functions -----------------------------------------------------------------------------------------------------------


def _calling(root: Path, *, toml: str = calling.TOML, questions: str = calling.QUESTIONS) -> str:
    course = calling.write(root, toml=toml, questions=questions)
    loaded = load_assignment(course, calling.SLUG)
    return readme(course, loaded.entry, published(loaded), "", calling.RIGHT).decode()


def test_a_constants_answer_is_never_printed(tmp_path: Path) -> None:
    text = _calling(tmp_path)
    assert "| `half` | One half. | – |" in text
    for answer in ("half =", "word", "sha256", "agrees"):
        assert answer not in text.partition("### First example")[2]


def test_nothing_is_said_of_variables_where_there_are_none(tmp_path: Path) -> None:
    text = _calling(tmp_path)
    assert "Use only the names" not in text
    assert "the answers are" not in text
    assert "Your functions are called with other inputs" in text


def test_a_function_is_a_row_with_its_parameters_and_points(tmp_path: Path) -> None:
    text = _calling(tmp_path)
    assert "| `shift(X, rate=1e-6)` | Twice X and the rate, and the sum of that. | 2 |" in text
    assert "| `walked`, by `Walker.walk(X)` | Where a walker arrives, one number. | 2 |" in text
    assert "| `double(X)` | Twice \\| H, in its shape. | 2 |" in text


def test_an_example_shows_calls_with_what_they_return(tmp_path: Path) -> None:
    text = _calling(tmp_path)
    assert "\n    H     = [[0.5,  0.0],\n             [1.0, -0.5]]\n\nthe calls give\n\n" in text
    assert "    double(H)                    = [[1.0,  0.0],\n                                    [2.0, -1.0]]\n" in text
    assert "    shift(X, rate) =\n      1. [[2.5,  0.5],\n          [4.5, -1.5]]\n      2. 6.0\n" in text
    assert "    walked (tried with start, X) = 2.1\n" in text


def test_what_is_measured_is_told_in_words(tmp_path: Path) -> None:
    text = " ".join(_calling(tmp_path).split())
    assert "more than one right answer to `drawn`" in text
    assert "With 0.9 or more on average it has all its points; less earns a part of them." in text
    assert "least =" not in text


def test_an_ungraded_assignment_says_so_and_has_no_column_of_points(tmp_path: Path) -> None:
    text = _calling(tmp_path, toml=calling.TOML.replace("points = 10", "points = 0"))
    assert "This assignment is ungraded: it earns no points." in text
    assert "| name | what it is |\n|---|---|\n" in text
    assert "points in all" not in text
    assert "its own points" not in text
    assert "on average it counts as right." in " ".join(text.split())
    assert "| ungraded |" in welcome(calling.write(tmp_path, toml=calling.TOML.replace("points = 10", "points = 0"))).decode()


def test_data_are_to_be_left_where_they_are(course: Made) -> None:
    loaded = load_assignment(course(), "01-halves")
    with_data = readme(course(), loaded.entry, published(loaded), "", "", data=True).decode()
    assert "Leave the folder `data` where it is" in with_data
    assert "`data`" not in _text(course())


VALUES = {
    "number": (0.6899744811276125, "0.68997448"),
    "text": ("agrees", '"agrees"'),
    "row": ([1, 2.5], "[1, 2.5]"),
    "empty": ([], "[]"),
    "matrix": ([[1, 2], [3, 4]], "[[1, 2],\n [3, 4]]"),
    "cube": ([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "[[[1, 2],\n  [3, 4]],\n [[5, 6],\n  [7, 8]]]"),
    "deep": ([[[[1, 2]]]], "numbers of shape (1, 1, 1, 2)"),
    "long": (list(range(13)), "[0, 1, 2, 3, ..., 11, 12]   (13 numbers)"),
    "just-short": (list(range(12)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"),
    "tall": (
        [[at, 0] for at in range(200)],
        "[[  0, 0],\n [  1, 0],\n [  2, 0],\n [  3, 0],\n ...,\n [198, 0],\n [199, 0]]   (shape (200, 2))",
    ),
    "two-wide": ([list(range(13)), [10] * 13], "[[ 0,  1,  2,  3, ..., 11, 12],\n [10, 10, 10, 10, ..., 10, 10]]   (shape (2, 13))"),
    "wide": ([list(range(13))], "[[0, 1, 2, 3, ..., 11, 12]]   (shape (1, 13))"),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_written_so_that_it_can_be_read(name: str) -> None:
    value, text = VALUES[name]
    assert legible.written(value) == text  # type: ignore[arg-type]
    assert legible.shortened(value) == ("..." in text or "shape" in text)  # type: ignore[arg-type]


def test_that_something_is_shortened_is_said_once(tmp_path: Path) -> None:
    questions = calling.QUESTIONS.replace('"seed": 1', '"seed": 20 * [1]').replace("integers(0, 1000)", "integers(0, 1000, size=20)")
    assert _calling(tmp_path, questions=questions).count("What is shortened here stands in full in `examples.json`.") == 1
    assert "shortened" not in _calling(tmp_path)
    assert legible.shortened(Parts(([1], list(range(20)))))
