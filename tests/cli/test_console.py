"""Any text can be printed anywhere, and colour only where it is wanted."""

import io

import pytest

from autograder.cli import console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (Terminal(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
    ids=["terminal", "no-colour", "empty-no-colour", "dumb", "pipe", "forced", "no-beats-force"],
)
def test_colour_is_for_terminals_that_want_it(
    stream: io.StringIO, environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console.sys, "platform", "linux")
    assert console.colour(stream, environment) is coloured


def test_an_old_windows_console_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console.sys, "platform", "win32")
    assert console.colour(Terminal(), {}) is False
    assert console.colour(Terminal(), {"WT_SESSION": "x"}) is True


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("ascii", "+ caf? ... 'x' ?"), ("cp1252", "+ café … ‘x’ ?"), ("utf-8", "✓ café … ‘x’ 漢")],
)
def test_what_an_encoding_lacks_is_spelled(encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    monkeypatch.setattr("sys.stdout", stream)
    console.prepare()
    print("✓ café … ‘x’ 漢", end="", flush=True)
    assert raw.getvalue().decode(encoding) == shown


def test_a_stream_that_cannot_be_set_up_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    console.prepare()


def test_json_is_ascii_and_knows_no_nan(capsys: pytest.CaptureFixture[str]) -> None:
    console.print_json({"name": "José", "seen": float("nan")})
    assert capsys.readouterr().out == '{\n  "name": "Jos\\u00e9",\n  "seen": null\n}\n'
