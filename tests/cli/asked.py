"""Somebody at the keyboard, for verbs that ask."""

import io

import pytest


class Keyboard(io.StringIO):
    """What is typed, at a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def types(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let somebody type this."""
    monkeypatch.setattr("sys.stdin", Keyboard(text))


def nobody(monkeypatch: pytest.MonkeyPatch, text: str = "") -> None:
    """Let nobody be there; what comes comes from a pipe."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
