"""Two instructors come to the same secret by the command line."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Descent


def test_a_secret_travels_from_one_home_to_another(
    descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("secret", "export") == 0
    secret = capsys.readouterr().out
    assert descent("secret", "id") == 0
    name = capsys.readouterr().out.strip()
    assert name not in secret

    monkeypatch.setenv("DESCENT_HOME", str(tmp_path / "other"))
    monkeypatch.setattr("sys.stdin", io.StringIO(secret))
    assert descent("secret", "import") == 0
    assert capsys.readouterr().out == f"The secret is now {name}.\n"


def test_a_secret_is_taken_from_a_file_and_never_overwrites_another(
    descent: Descent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    descent("secret", "id")
    (tmp_path / "theirs").write_text(f"descent-secret-1:{'ab' * 32}\n", encoding="ascii")
    assert descent("secret", "import", tmp_path / "theirs") == 2
    assert "--replace" in capsys.readouterr().err
    assert descent("secret", "import", tmp_path / "theirs", "--replace") == 0


@pytest.mark.parametrize("content", [b"no secret", b"\xff\xfe"])
def test_a_file_that_is_no_secret_is_refused(descent: Descent, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert descent("secret", "import", tmp_path / "file") == 2
    assert descent("secret", "import", tmp_path / "nothing") == 2
