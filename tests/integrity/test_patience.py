"""Nobody waits long for what never ends, and nothing is cut that takes no longer than the master."""

from autograder.integrity.patience import LEAST_SECONDS, TIMES, impatience
from tests.integrity import walking
from tests.integrity.conftest import MASTER, Prepared

BUSY = "sum(range({}))"


def test_quick_statements_and_calls_are_waited_for_the_least_time_or_little_more(subject: Prepared) -> None:
    assert LEAST_SECONDS <= impatience(subject()) < 0.5


def test_a_slow_call_is_waited_for_many_times_as_long(walk: Prepared) -> None:
    busy = walking.MASTER.replace("return np.sum(level)", f"return np.sum(level) + 0 * {BUSY.format(2_000_000)}")
    assert impatience(walk(busy)) > TIMES * 0.005


def test_a_slow_statement_of_a_file_that_is_run_once_too(walk: Prepared) -> None:
    assert impatience(walk(walking.MASTER + f"{BUSY.format(2_000_000)}\n")) > TIMES * 0.005


def test_a_slow_statement_of_a_file_that_is_run_for_each_case_too(subject: Prepared) -> None:
    assert impatience(subject(MASTER + f"{BUSY.format(2_000_000)}\n")) > TIMES * 0.005
