"""A level counts only where the canary could do nothing; what is missing is said with its cause and its remedy."""

import os
from collections.abc import Callable
from functools import partial

import pytest

from autograder.errors import IsolationError
from autograder.sandbox import probe
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Layer, Level
from autograder.sandbox.layered import REPORT
from autograder.sandbox.limits import Limits
from autograder.sandbox.probe import Tried, shut_in, strongest, try_level

CAUGHT = {"read a file", "list a folder", "open a socket", "start a process", "start a thread", "make a namespace of its own"}


def test_a_canary_that_could_do_something_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the layers inside a job off: were the canary silent then, its silence would prove nothing."""
    monkeypatch.setattr(probe, "Sandbox", partial(Sandbox, layers=[Layer.BUBBLEWRAP]))
    tried = try_level(Level.A)
    assert not tried.works
    by_limits = set() if os.geteuid() == 0 else {"start a thread", "start a process"}  # RLIMIT_NPROC does not bind root
    assert [what for what in CAUGHT if what not in tried.said and what not in by_limits] == []
    assert tried.remedy == REPORT


def test_a_level_that_works_says_how_much_was_tried() -> None:
    assert try_level(Level.A) == Tried(Level.A, True, f"Nothing of {len(probe.TRIED)} forbidden things could be done.")


def test_what_the_canary_tries_is_what_its_text_does() -> None:
    assigned = {line.split(" = ")[0] for line in probe.CANARY.decode().splitlines() if line[:1].isalpha() and " = " in line}
    assert {probe.HONEST, *probe.TRIED} <= assigned


def working(*levels: Level) -> Callable[[Level, Limits], tuple[Sandbox, Tried]]:
    return lambda level, limits: (
        Sandbox(level, limits),
        Tried(level, level in levels, f"This is what {level} said.", remedy=f"Mend {level}."),
    )


FOUND = {
    "both": ((Level.A, Level.B), "B", Level.A),
    "the-weaker-one": ((Level.B,), "B", Level.B),
    "more-than-asked": ((Level.A,), "none", Level.A),
}


@pytest.mark.parametrize(("levels", "minimum", "found"), FOUND.values(), ids=FOUND)
def test_the_strongest_level_that_works_is_taken(
    levels: tuple[Level, ...], minimum: str, found: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "_started", working(*levels))
    assert strongest(minimum) is found


REFUSED = {
    "the-weaker-one-is-too-weak": ((Level.B,), "A", {"This is what A said.\nMend A."}),
    "none": ((), "B", {"This is what A said.\nMend A.", "This is what B said.\nMend B."}),
}


@pytest.mark.parametrize(("levels", "minimum", "said"), REFUSED.values(), ids=REFUSED)
def test_below_what_the_course_asks_for_the_causes_and_remedies_are_said(
    levels: tuple[Level, ...], minimum: str, said: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "_started", working(*levels))
    with pytest.raises(IsolationError) as caught:
        strongest(minimum)
    assert f"min_isolation = '{minimum}'" in str(caught.value)
    assert [sentence for sentence in said if sentence not in str(caught.value)] == []


def test_a_level_that_does_not_start_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "Sandbox", Failing)
    monkeypatch.setattr(probe, "remedy", lambda layer: f"mend {layer}")
    assert try_level(Level.A) == Tried(Level.A, False, "It does not start.", remedy="mend bubblewrap")
    assert try_level(Level.B) == Tried(Level.B, False, "It does not start.")


class Failing(Sandbox):
    """None that starts."""

    def start(self) -> None:
        raise IsolationError("It does not start.")


def test_level_none_is_only_for_whoever_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "_started", working())
    assert strongest("B", unsafe=True) is Level.NONE
    with pytest.raises(IsolationError, match="With --unsafe it is graded all the same"):
        strongest("none")


def test_whoever_takes_less_gets_the_strongest_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "_started", working(Level.B))
    assert strongest("A", unsafe=True) is Level.B


def test_however_little_a_course_gives_its_submissions_the_canary_has_its_time() -> None:
    with shut_in("B", Limits(wall_seconds=0.001)) as sandbox:
        assert sandbox.level is Level.A
