"""In a notebook, names are looked at and functions called where they stand; no program is run."""

import random
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.building.stub import stub
from autograder.course.published import Published
from autograder.errors import CourseError
from autograder.grading.bench import Waiting
from autograder.grading.looking import look
from autograder.grading.practice import Practice
from autograder.grading.report import Verdict
from tests.building import calling
from tests.grading.practising import PUBLISHED


def verdicts(practice: Practice | str) -> dict[str, str]:
    assert isinstance(practice, Practice)
    return {link.id: "waiting" if isinstance(link, Waiting) else str(link.verdict) for link in practice.links}


def space(text: str = calling.RIGHT) -> dict[str, Any]:
    """The namespace of a notebook whose cells have been run."""
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(text.replace("print(shift(np.ones(2)))", "pass"), names)
    return names


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return calling.made(tmp_path_factory.mktemp("calling"))


# --- functions: what must not happen -------------------------------------------------------------------------------------


def test_nothing_in_the_notebook_is_changed(published: Published, capsys: pytest.CaptureFixture[str]) -> None:
    names = space(calling.RIGHT.replace("return 2 * X", "print('LOUD'); np.random.rand(); return 2 * X"))
    before, numbers, others = dict(names), np.random.get_state()[1], random.getstate()
    look(published, names, [])
    assert names == before
    assert (np.random.get_state()[1] == numbers).all()
    assert random.getstate() == others
    assert capsys.readouterr() == ("", "")


def test_what_hangs_on_nothing_asked_for_is_not_called(published: Published) -> None:
    called: list[int] = []
    names = space() | {"draw": called.append}
    assert verdicts(look(published, names, ["shift"])) == {"double": "correct", "shift": "correct"}
    assert called == []


def test_ctrl_c_stops_a_call(published: Published) -> None:
    def interrupted(X: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look(published, space() | {"double": interrupted}, ["double"])


# --- functions: what is said ---------------------------------------------------------------------------------------------


def test_functions_are_tried_on_both_examples(published: Published) -> None:
    found = look(published, space(), [])
    assert isinstance(found, Practice)
    assert found.all_right
    assert found.examples == 2


def test_a_slip_that_one_example_alone_shows_is_found(published: Published) -> None:
    assert verdicts(look(published, space() | {"double": lambda H: np.where(H < 0, H, 2 * H)}, ["double"])) == {"double": "wrong"}


def test_the_stub_is_not_attempted(published: Published) -> None:
    assert set(verdicts(look(published, space(stub(calling.MASTER)), [])).values()) == {"unattempted"}


def test_a_cell_that_has_not_been_run_is_asked_for(published: Published) -> None:
    found = look(published, {}, ["double"])
    assert isinstance(found, Practice)
    assert found.judged[0].verdict is Verdict.MISSING
    assert found.judged[0].message == "There is no double here yet. Run the cell that defines it, and check again."


def test_an_error_is_told_in_pythons_own_words(published: Published) -> None:
    found = look(published, space(calling.RIGHT.replace("double(X) + rate", "double(X) + pace")), ["shift"])
    assert isinstance(found, Practice)
    message = found.judged[1].message
    assert message.startswith("Line 25 of its cell stopped with a NameError")
    assert message.endswith("Python says: name 'pace' is not defined")
    assert found.judged[1].place is None


def test_names_and_functions_of_one_notebook_are_each_looked_at_where_that_can_be(published: Published) -> None:
    """A name that hangs on givens is looked at on the example whose givens stand there; a function is called on both."""
    total = msgspec.structs.replace(PUBLISHED.questions[0], id="total", needs=("X",), mistakes=())
    answers = [msgspec.structs.replace(one, answers=one.answers | {"total": 2.0 + at * 4}) for at, one in enumerate(published.examples)]
    both = msgspec.structs.replace(published, givens=("X",), questions=(*published.questions, total), examples=tuple(answers))
    names = space() | {"X": [[1, 0, 3], [2, -1, 1]], "total": 6}
    found = look(both, names, ["total", "double"])
    assert verdicts(found) == {"double": "correct", "total": "correct"}
    assert isinstance(found, Practice)
    assert found.examples == 1
    assert verdicts(look(both, names | {"total": 2}, ["total"])) == {"total": "wrong"}
    assert verdicts(look(both, {"double": names["double"]}, ["double"])) == {"double": "correct"}


def test_a_driver_that_cannot_be_run_is_a_fault_of_the_examples(published: Published) -> None:
    with pytest.raises(CourseError, match=r"examples\.json"):
        look(msgspec.structs.replace(published, driver="1 / 0"), space(), [])


# --- names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [list, tuple, np.array], ids=["list", "tuple", "array"])
def test_values_are_judged_on_the_example_that_stands_there(kind: Any) -> None:
    space = {"a": 4, "b": 0.5, "total": 4.5, "double": np.float64(9), "pair": kind([9.0, 81.0])}
    found = look(PUBLISHED, space, [])
    assert isinstance(found, Practice)
    assert found.all_right


def test_a_value_of_the_second_example_is_not_shown_as_one_of_the_first() -> None:
    for givens, seen in (({"a": 1, "b": 2.0}, 7.0), ({"a": 4, "b": 0.5}, None)):
        found = look(PUBLISHED, {**givens, "total": 7.0}, ["total"])
        assert isinstance(found, Practice)
        assert found.judged[0].seen == seen


def test_the_question_and_what_it_hangs_on_are_judged() -> None:
    found = look(PUBLISHED, {"a": 1, "b": 2.0, "total": -1.0, "double": -2.0}, ["double"])
    assert isinstance(found, Practice)
    assert verdicts(found) == {"total": "mistake", "double": "waiting"}
    assert found.judged[0].hint == "Is it minus?"


@pytest.mark.parametrize(
    ("space", "only", "said"),
    [
        ({}, ["totl"], "There is no question 'totl' in this assignment. Its questions are: total, double, pair."),
        ({"a": 1}, [], "b is not there yet. Run the cell that sets it, and check again."),
        ({}, [], "a and b are not there yet. Run the cell that sets them, and check again."),
        ({"a": 4, "b": 7.0}, [], "b is not what the public examples say. Run the cell that sets it again, and the cells below it."),
    ],
    ids=["question", "given", "givens", "changed"],
)
def test_why_it_cannot_look_is_said(space: dict[str, object], only: list[str], said: str) -> None:
    assert look(PUBLISHED, space, only) == said
