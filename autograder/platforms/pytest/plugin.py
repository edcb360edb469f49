"""What does pytest load of us in every run on this machine? Only this: the hooks. The rest comes when an examples.json is met.

Registered as `descent` under pytest11; `-p no:descent` leaves it out.
"""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

SUFFIXES = (".py", ".ipynb", ".json")
SECONDS = "300"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our one option and our one setting."""
    group = parser.getgroup("descent", "descent: assignments, beside their examples.json")
    group.addoption("--descent-github", action="store_true", help="Print the points, and where to begin, as annotations for GitHub.")
    parser.addini("descent_timeout", "After so many seconds the check of one assignment's file is stopped.", default=SECONDS)


def pytest_configure(config: pytest.Config) -> None:
    """Our setting is a number.

    Raises:
        UsageError: it is none.
    """
    seconds = config.getini("descent_timeout")
    try:
        float(seconds)
    except ValueError:
        raise pytest.UsageError(f"descent_timeout = {seconds}: write a number of seconds, for example {SECONDS}.") from None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """A student's file is ours alone: nobody imports it into this process, whatever it is called."""
    others = yield
    if file_path.suffix not in SUFFIXES or not (file_path.parent / "examples.json").is_file():
        return others
    from autograder.platforms.pytest.collecting import collected

    return collected(file_path, parent, others)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a question says of itself stands for the traceback."""
    report = yield
    if call.excinfo is not None and (said := getattr(call.excinfo.value, "descent_said", None)) is not None:
        report.longrepr = said
    return report


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The points, if any question was tried."""
    told = [one for some in terminalreporter.stats.values() for one in some if isinstance(one, pytest.TestReport)]
    final = [one for one in told if one.when == "call" or not one.passed]  # that a set-up went well says nothing of the question
    reports = [one for one in final if any(name.startswith("descent.") for name, _ in one.user_properties)]
    if reports:
        from autograder.platforms.pytest.summary import summarise

        summarise(reports, terminalreporter, config)
