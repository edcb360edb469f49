"""Whatever happens, a person reads a sentence and a program gets the right exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

import autograder.gradebook
from autograder import cli
from autograder.errors import CourseError, DescentError, SandboxFault, UsageError
from tests.cli.conftest import Descent, Typed


def failing(error: BaseException) -> Callable[..., int]:
    def call(_: object) -> int:
        raise error

    return call


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("No such thing."), 2, "descent: No such thing.\n"),
        (SandboxFault("It failed."), 1, "descent: It failed.\n"),
        (CourseError(["One."]), 2, "descent: One.\n"),
        (CourseError(["One.", "Two."]), 2, "descent: 2 problems\n  One.\n  Two.\n"),
        (KeyboardInterrupt(), 130, "descent: stopped, as you asked.\n"),
    ],
    ids=["usage", "fault", "course", "several", "interrupt"],
)
def test_an_error_is_a_sentence_and_an_exit_code(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_call", failing(error))
    assert cli.run([]) == code
    assert capsys.readouterr() == ("", said)


def test_a_bug_of_ours_is_a_traceback_and_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_call", failing(ZeroDivisionError("oops")))
    assert cli.run([]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError: oops" in said
    assert said.endswith("Please report it to its authors with all of the text above.\n")


def test_a_package_that_is_not_installed_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.setattr("autograder.gradebook", autograder.gradebook)  # what is imported anew would stay in its place
    for name in [name for name in sys.modules if name.startswith("autograder.gradebook")]:
        monkeypatch.delitem(sys.modules, name)
    assert cli.run(["report"]) == 2
    assert "Install it: pip install 'descent-course[grading]'" in capsys.readouterr().err


def test_a_module_of_our_own_that_is_missing_is_a_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "_call", failing(ModuleNotFoundError("No module named 'autograder.x'", name="autograder.x")))
    assert cli.run([]) == 3


def test_every_extra_that_is_named_can_be_installed(root: Path) -> None:
    import tomllib

    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {*cli.EXTRAS.values()} <= {*extras}


def test_every_error_of_ours_has_an_exit_code_of_the_contract() -> None:
    def below(kind: type[DescentError]) -> set[type[DescentError]]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    assert {one.exit_code for one in below(DescentError)} <= {1, 2}


def test_an_interrupt_inside_a_verb_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("autograder.cli.place.home", lambda: failing(KeyboardInterrupt())(None))
    assert cli.run(["secret", "id"]) == 130
    assert capsys.readouterr().err == "descent: stopped, as you asked.\n"


def test_a_verb_that_stops_with_words_of_its_own_is_not_talked_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("autograder.cli.place.home", lambda: failing(typer.Exit(130))(None))
    assert cli.run(["secret", "id"]) == 130
    assert capsys.readouterr().err == ""


def test_an_unknown_verb_is_wrong_usage_and_the_nearest_is_named(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("chek") == 2
    assert "Did you mean 'check'?" in capsys.readouterr().err


def test_help_names_every_verb(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    from autograder.cli.app import GROUPS, VERBS

    assert descent("--help") == 0
    said = capsys.readouterr().out
    assert {line.split()[0] for line in said.partition("Commands:")[2].split("\n") if line.strip()} == {*VERBS, *GROUPS}
    assert "..." not in said.partition("Commands:")[2]


def test_help_loads_nothing_heavy(root: Path) -> None:
    """What makes `descent --help` quick, without a clock."""
    code = "import sys\nfrom autograder.cli import run\nrun(['--help'])\nprint('LOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True, text=True)
    loaded = {name.split(".")[0] for name in done.stdout.partition("LOADED")[2].split()}
    assert loaded.isdisjoint(
        {"numpy", "rich", "sqlalchemy", "alembic", "jinja2", "jupytext", "nbformat", "matplotlib", "pydantic", "msgspec"}
    )


def test_the_version_is_printed(typed: Typed, tmp_path: Path) -> None:
    done = typed("--version", folder=tmp_path)
    assert (done.returncode, done.stdout.split()[0]) == (0, "descent")


def test_outside_of_a_course_it_says_so(
    descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert descent("build") == 2
    assert "No course.toml in" in capsys.readouterr().err


def test_a_pipe_that_closes_is_no_traceback(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "autograder", "--help"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
