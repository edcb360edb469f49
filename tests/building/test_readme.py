"""Does a student find in the README what is needed, and is it clean Markdown?"""

import msgspec

from autograder.building.examples import published
from autograder.building.readme import readme, welcome
from autograder.course.load import load_assignment
from autograder.course.manifest import Course
from tests.building.making import TOML, Made


def _text(course: Course, introduction: str = "") -> str:
    loaded = load_assignment(course, "01-halves")
    return readme(course, loaded.entry, published(loaded), introduction).decode()


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
    assert "    a = [1, 2]\n    b = [0.1, -2.0]\n\nthe answers are\n\n    total = [1.1, 0.0]\n    half  = [0.55, 0.0]\n" in text


def test_a_matrix_has_a_line_for_each_row(course: Made) -> None:
    loaded = load_assignment(course(), "01-halves")
    made = published(loaded)
    example = msgspec.structs.replace(made.examples[0], givens={"W1": [[1, 2], [3.123456789, 4]], "a": 1})
    text = readme(course(), loaded.entry, msgspec.structs.replace(made, examples=(example,)), "").decode()
    assert "    W1 = [[1, 2],\n          [3.1234568, 4]]\n    a  = 1\n" in text


def test_the_commands_name_the_assignments_own_file_and_question(course: Made) -> None:
    text = _text(course())
    assert "    descent check halves.py\n" in text
    assert '    from autograder import check\n    check("total")\n' in text
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
