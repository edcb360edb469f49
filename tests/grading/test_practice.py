"""Judged on the public examples: the first broken link is told, what hangs on it waits, and nothing is said too early."""

import numpy as np
import pytest

from autograder.grading.bench import FIRST_ONLY, SECOND_ONLY, Waiting
from autograder.grading.practice import Practice, judge
from autograder.grading.report import Verdict
from autograder.grading.seen import Seen
from autograder.grading.wording import Reason
from tests.grading.practising import PUBLISHED

RIGHT = [{"total": 3, "double": 6, "pair": [6, 36]}, {"total": 4.5, "double": 9, "pair": [9, 81]}]


def seen(*values: dict[str, object], **more: object) -> dict[int, Seen]:
    return {
        index: Seen({name: np.asarray(value, dtype=np.float64) for name, value in one.items()}, **more)  # type: ignore[arg-type]
        for index, one in enumerate(values)
    }


def changed(name: str, first: object, second: object) -> dict[int, Seen]:
    return seen({**RIGHT[0], name: first}, {**RIGHT[1], name: second})


def verdicts(practice: Practice) -> dict[str, str]:
    return {link.id: f"waits for {link.behind}" if isinstance(link, Waiting) else str(link.verdict) for link in practice.links}


def told(practice: Practice, name: str) -> str:
    return next(link.message for link in practice.judged if link.id == name)


# --- what must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [np.nan, np.inf, [3.0, 3.0], 3.001, -3], ids=str)
def test_what_is_not_the_answer_is_not_right(value: object) -> None:
    practice = judge(PUBLISHED, changed("total", value, 4.5))
    assert not practice.all_right
    assert verdicts(practice)["total"] == "wrong"


def test_a_mistake_that_fits_one_example_only_gives_no_hint() -> None:
    practice = judge(PUBLISHED, changed("total", -1.0, 100.0))
    assert (practice.judged[0].mistake, practice.judged[0].hint) == (None, None)


def test_a_mistake_published_for_one_example_only_gives_no_hint() -> None:
    practice = judge(PUBLISHED, changed("total", 7.0, 7.1))
    assert practice.judged[0].mistake is None


def test_a_right_formula_behind_a_slip_is_not_called_wrong() -> None:
    practice = judge(PUBLISHED, seen({"total": -1, "double": -2, "pair": [-2, 4]}, {"total": 3.5, "double": 7, "pair": [7, 49]}))
    assert verdicts(practice) == {"total": "mistake", "double": "waits for total", "pair": "waits for double"}


def test_an_unnamed_answer_with_nothing_right_behind_it_is_not_right() -> None:
    practice = judge(PUBLISHED, seen({"pair": [6, 36]}, {"pair": [1, 2]}))
    assert verdicts(practice) == {"total": "missing", "double": "missing", "pair": "waits for double"}


# --- what is said --------------------------------------------------------------------------------------------------------


def test_all_right_is_all_right() -> None:
    practice = judge(PUBLISHED, seen(*RIGHT))
    assert practice.all_right
    assert practice.first_broken is None


def test_within_the_tolerance_is_right() -> None:
    assert judge(PUBLISHED, changed("total", 3 * (1 + 1e-9), 4.5)).all_right


def test_a_right_answer_vouches_for_the_unnamed_ones_before_it() -> None:
    practice = judge(PUBLISHED, seen({"pair": [6, 36]}, {"pair": [9, 81]}))
    assert verdicts(practice) == {"total": "correct", "double": "correct", "pair": "correct"}
    assert told(practice, "total") == Reason.UNNAMED.value


def test_a_mistake_in_both_examples_gets_its_name_and_its_hint() -> None:
    practice = judge(PUBLISHED, changed("total", -1.0, 3.5))
    broken = practice.first_broken
    assert broken is not None
    assert (broken.verdict, broken.mistake, broken.hint) == (Verdict.MISTAKE, "minus", "Is it minus?")


def test_a_later_answer_that_is_right_all_the_same_is_right() -> None:
    practice = judge(PUBLISHED, changed("total", 0.0, 1.0))
    assert verdicts(practice) == {"total": "wrong", "double": "correct", "pair": "correct"}


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (3.0, 3.0, Reason.HARDCODED.value),
        (8.0, 8.0, Reason.HARDCODED.value),
        (3.0, 5.0, FIRST_ONLY),
        (2.0, 4.5, SECOND_ONLY),
        (2.0, 4.0, Reason.OTHER.value),
        (3.0002, 4.4998, Reason.NEARLY.value),
        (np.nan, 4.5, Reason.NOT_FINITE.value),
        ([3.0, 1.0], [4.5, 1.0], "The value has shape (2,); expected is a single number."),
    ],
)
def test_what_the_values_show_is_said(first: object, second: object, said: str) -> None:
    assert told(judge(PUBLISHED, changed("total", first, second)), "total") == said


def test_a_value_in_one_example_only_is_said() -> None:
    practice = judge(PUBLISHED, seen(RIGHT[0], {"double": 9, "pair": [9, 81]}))
    assert told(practice, "total") == Reason.SOMETIMES.value


def test_something_that_is_no_number_is_said() -> None:
    practice = judge(PUBLISHED, seen({}, {}, odd={"total": "text"}))
    assert told(practice, "total") == "The value is text; a number or an array of numbers is expected."


def test_the_placeholder_is_not_attempted() -> None:
    practice = judge(PUBLISHED, seen({}, {}, blank=frozenset({"total", "double", "pair"})))
    assert set(verdicts(practice).values()) == {"unattempted"}


def test_only_what_was_asked_for_and_what_it_hangs_on_is_judged() -> None:
    practice = judge(PUBLISHED, {1: seen(*RIGHT)[1]}, only=["double"])
    assert verdicts(practice) == {"total": "correct", "double": "correct"}


def test_the_report_names_what_is_not_judged_and_leaves_it_out() -> None:
    report = judge(PUBLISHED, changed("total", -1.0, 3.5), notes=["A note."]).report("small.py", "sha256:0", 6.0)
    assert [one.id for one in report.questions] == ["total", "double", "pair"]
    practice = judge(PUBLISHED, seen({"total": -1, "double": -2}, {"total": 3.5, "double": 7}), notes=["A note."])
    report = practice.report("small.py", "sha256:0", 6.0)
    assert [one.id for one in report.questions] == ["total", "pair"]
    assert report.notes == ("A note.", "Not judged yet: double, which hangs on total.")
    assert (report.score, report.max_score, report.isolation, report.version) == (0.0, 6.0, "none", 3)
