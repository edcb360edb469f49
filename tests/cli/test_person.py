"""Who sits at the keyboard: the operating system says it, unless a name is given."""

import os
import sys

import pytest

from autograder.cli import person
from autograder.errors import UsageError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user ids")
def test_it_is_the_user_of_the_process_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    assert person.person() == pwd.getpwuid(os.getuid()).pw_name


def test_a_name_that_is_given_counts() -> None:
    assert person.person("  grace\nhopper ") == "grace hopper"
    assert person.by("grace").person == "grace"
    assert person.by("grace").when.tzinfo is not None


@pytest.mark.parametrize("name", ["", " ", "x" * 256, "nul\0", "caf\udce9"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"is no name that can be kept\. Say who you are: --as NAME"):
        person.person(name)


def test_who_has_no_name_is_asked_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person, "whoever", lambda: "")
    with pytest.raises(UsageError, match=r"has no name for you\. Say who you are: --as NAME"):
        person.person()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user ids")
def test_a_user_without_a_name_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)
    assert person.whoever() == ""
