"""What takes too long is interrupted, and only that; what student code sets does not stay."""

import random
import signal
import time
from collections.abc import Iterator

import numpy as np
import pytest

from autograder.sandbox.inside.bounds import (
    Alarm,
    OutputFlood,
    StatementTimeout,
    fresh_state,
    keeping_state,
    message_of,
    name_of,
    quiet,
)


@pytest.fixture
def alarm() -> Iterator[Alarm]:
    """An alarm that is on, and nothing of it afterwards."""
    before = signal.getsignal(signal.SIGALRM)
    made = Alarm(on=True)
    yield made
    made.disarm()
    signal.signal(signal.SIGALRM, before)


def spend(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def test_nothing_is_interrupted_before_its_time_or_afterwards(alarm: Alarm) -> None:
    alarm.arm(30.0)
    alarm.disarm()
    alarm.arm(None)
    spend(0.01)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_where_it_is_off_no_signal_is_touched() -> None:
    before = signal.getsignal(signal.SIGALRM)
    Alarm(on=False).arm(0.001)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_while_it_is_paused_nothing_is_interrupted_and_then_it_is(alarm: Alarm) -> None:
    alarm.arm(0.02)
    with alarm.paused():
        spend(0.1)
    with pytest.raises(StatementTimeout):
        spend(30.0)


def test_a_pause_where_nothing_is_armed_arms_nothing(alarm: Alarm) -> None:
    with alarm.paused():
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_what_swallows_the_first_interruption_meets_the_next(alarm: Alarm) -> None:
    alarm.arm(0.01)
    try:
        spend(30.0)
    except StatementTimeout:
        with pytest.raises(StatementTimeout):
            spend(30.0)


@pytest.mark.parametrize(("on", "theirs"), [(True, False), (False, True)])
def test_ctrl_c_is_the_students_where_nothing_is_interrupted(on: bool, theirs: bool) -> None:
    made = object.__new__(Alarm)
    made.on = on
    assert made.is_theirs(KeyboardInterrupt()) is theirs
    assert not made.is_theirs(SystemExit())


def test_each_case_may_print_its_fill() -> None:
    with quiet(10):
        for _ in range(3):
            fresh_state(draws=False)
            print("x" * 9)
        with pytest.raises(OutputFlood):
            print("x")


def test_generators_and_settings_are_put_back() -> None:
    np.random.seed(1)
    random.seed(1)
    with keeping_state():
        fresh_state(draws=True)
        np.seterr(all="raise")
        np.random.rand(), random.random()
    after = np.random.rand(), random.random()
    np.random.seed(1)
    random.seed(1)
    assert after == (np.random.rand(), random.random())
    assert np.geterr()["over"] != "raise"


def test_an_error_is_told_by_pythons_own_name() -> None:
    class Ten(ValueError):
        def __str__(self) -> str:
            raise SystemExit

    assert [name_of(Ten()), name_of(OutputFlood()), name_of(np.linalg.LinAlgError())] == ["ValueError", "OutputFlood", "ValueError"]
    assert message_of(Ten()) == ""
