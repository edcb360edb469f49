"""A course has one secret, for its owner alone, and two instructors can share it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.marking.secrets import FILE, as_text, load_or_create, parse, store

ONE, TWO = Secret(bytes(32)), Secret(bytes(range(32)))
CREATE = "import sys, pathlib; from autograder.marking.secrets import *; print(as_text(load_or_create(pathlib.Path(sys.argv[1]))))"


def test_the_key_is_in_no_repr_and_in_no_message(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("descent-secret-1:" + "7" * 63)
    (tmp_path / FILE).chmod(0o600)
    assert "00000000" not in repr(ONE)
    with pytest.raises(UsageError) as error:
        load_or_create(tmp_path)
    assert "7777" not in str(error.value)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_others_may_not_read_it(tmp_path: Path) -> None:
    load_or_create(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_secret_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    load_or_create(tmp_path)
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(UsageError, match="chmod 600"):
        load_or_create(tmp_path)


def test_another_secret_is_not_overwritten(tmp_path: Path) -> None:
    store(tmp_path, ONE, replace=False)
    with pytest.raises(UsageError, match=f"another secret already, {ONE.id}.*{TWO.id}"):
        store(tmp_path, TWO, replace=False)
    assert load_or_create(tmp_path) == ONE


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    first = load_or_create(tmp_path)
    assert load_or_create(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_processes_that_start_at_once_agree_on_one_secret(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CREATE, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    said = [process.communicate()[0] for process in processes]
    assert len(set(said)) == 1
    assert [process.returncode for process in processes] == [0] * 6
    assert parse(said[0]) == load_or_create(tmp_path)


def test_the_loser_of_the_race_takes_the_winners_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(count: int) -> bytes:
        store(tmp_path, TWO, replace=False)  # another process, between the look and the write
        return bytes(count)

    monkeypatch.setattr("autograder.marking.secrets.token_bytes", slow)
    assert load_or_create(tmp_path) == TWO


def test_a_secret_goes_out_as_text_and_comes_in_again(tmp_path: Path) -> None:
    assert store(tmp_path, parse(f"\r\n {as_text(TWO)}\n"), replace=False) == load_or_create(tmp_path) == TWO


def test_importing_the_same_secret_again_is_no_error(tmp_path: Path) -> None:
    store(tmp_path, ONE, replace=False)
    assert store(tmp_path, ONE, replace=False) == ONE


def test_a_secret_is_replaced_when_asked(tmp_path: Path) -> None:
    store(tmp_path, ONE, replace=False)
    store(tmp_path, TWO, replace=True)
    assert load_or_create(tmp_path) == TWO


def test_a_damaged_secret_is_replaced_when_asked_and_told_of_else(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    (tmp_path / FILE).chmod(0o600)
    with pytest.raises(UsageError, match="cannot be read"):
        load_or_create(tmp_path)
    store(tmp_path, TWO, replace=True)
    assert load_or_create(tmp_path) == TWO


@pytest.mark.parametrize("text", ["", "no", "descent-secret-1:", "descent-secret-1:zz", as_text(ONE)[:-2], as_text(ONE) + "00"])
def test_what_is_no_secret_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a course secret"):
        parse(text)


def test_a_home_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        load_or_create(tmp_path / "nowhere")
