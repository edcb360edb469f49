"""What cannot be undone is done for who says yes, and for nobody else."""

import pytest

from autograder.cli.sure import sure
from autograder.errors import UsageError
from tests.cli.asked import nobody, types


@pytest.mark.parametrize("text", ["", "\n", "n\n", "no\n", "yellow\n", "1\n", " \n", "ja\n"])
def test_who_does_not_say_yes_is_not_sure(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, text)
    assert not sure("Remove it?", yes=False)


@pytest.mark.parametrize("text", ["y\n", "yes\n", " YES \n", "Y"])
def test_who_says_yes_is_sure(text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    types(monkeypatch, text)
    assert sure("Remove it?", yes=False)
    assert capsys.readouterr().out == "Remove it? [y/N] "


def test_where_nobody_is_there_a_yes_from_a_pipe_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    nobody(monkeypatch, "y\n")
    with pytest.raises(UsageError, match=r"nobody to ask here\. If it is meant, say so: --yes"):
        sure("Remove it?", yes=False)


def test_who_has_said_so_already_is_not_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    nobody(monkeypatch)
    assert sure("Remove it?", yes=True)
    assert capsys.readouterr().out == ""
