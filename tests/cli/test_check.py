"""A student's own check: what is right, the first broken link with one hint, and that hidden cases follow."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.grading import rehearsal
from autograder.grading.practice import Practice
from tests.building import calling
from tests.cli.conftest import Descent, Typed

Fill = Callable[..., Path]
BASE = {"numpy", "msgspec", "typer", "autograder"}
OF_NUMPY = {"cython_runtime"}
OF_TYPER = {
    "annotated_doc",
    "annotated_types",
    "click",
    "pydantic",
    "pydantic_core",
    "rich",
    "shellingham",
    "typing_extensions",
    "typing_inspection",
}


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_an_answer_is_never_shown(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(error="nn_output - y")
    assert descent("check") == 1
    said = capsys.readouterr().out
    assert "-0.18997448" not in said
    assert "y - nn_output" not in said


def test_what_the_students_code_prints_is_not_mixed_in(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(h="print('LOUD') or np.dot(x, w)")
    assert descent("check", "--json") == 0
    said = capsys.readouterr()
    assert "LOUD" not in said.out + said.err
    assert "Neural Network output" not in said.out
    json.loads(said.out)


def test_only_what_a_student_has_installed_is_imported(typed: Typed, fill: Fill, handout: Path) -> None:
    """The base install is NumPy, msgspec and Typer; all else that is loaded is theirs or the standard library's."""
    fill()
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom autograder.cli import run\nassert run(['check']) == 0\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    (handout / "probe.py").write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, "probe.py"], cwd=handout, capture_output=True, check=True, text=True, encoding="utf-8")
    loaded = set(done.stdout.partition("LOADED")[2].split())
    assert "numpy" in loaded
    assert {name for name in loaded if not name.startswith("_")} - BASE - OF_NUMPY - OF_TYPER - sys.stdlib_module_names == set()


def test_no_module_of_posix_alone_is_needed(fill: Fill, handout: Path) -> None:
    """Windows has no fcntl, pwd, resource ... : with them taken away the check works all the same."""
    fill()
    code = (
        "import sys, signal\n"
        "for name in ('fcntl', 'grp', 'pwd', 'resource', 'termios', 'posix_ipc', 'pty', 'tty'): sys.modules[name] = None\n"
        "for name in ('SIGALRM', 'setitimer', 'alarm', 'ITIMER_REAL'): delattr(signal, name)\n"
        "from autograder.cli import run\nsys.exit(run(['check']))"
    )
    (handout / "probe.py").write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, "probe.py"], cwd=handout, capture_output=True, check=False, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")


# --- what a student sees -------------------------------------------------------------------------------------------------


def test_as_typed_in_the_students_folder(typed: Typed, fill: Fill, handout: Path) -> None:
    fill()
    done = typed("check", folder=handout)
    assert (done.returncode, done.stderr) == (0, "")
    assert "✓  del_w       correct" in done.stdout
    assert "All right on the public examples. When it is graded, it is tried on other" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_every_console_can_show_it(typed: Typed, fill: Fill, handout: Path, encoding: str) -> None:
    fill(h="np.sum(x)")
    done = typed("check", folder=handout, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "not right yet" in done.stdout
    assert done.stderr == ""


def test_the_stub_has_nothing_attempted(descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("check", "gradient.py") == 1
    assert capsys.readouterr().out.count("not attempted") == 5


def test_a_slip_gets_one_hint_and_what_hangs_on_it_waits(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(nn_output="sigmoid_prime(h)", del_w="learnrate * error_term")
    assert descent("check") == 1
    said = capsys.readouterr().out
    assert said.count("Hint:") == 1
    assert "Begin here: nn_output" in said
    assert "not judged yet: it hangs on nn_output" in said
    assert "not judged yet: it hangs on error_term" in said


def test_an_error_is_told_with_its_line_and_pythons_own_words(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    path = fill(h="np.dott(x, w)")
    line = path.read_text(encoding="utf-8").split("\n").index("h = np.dott(x, w)") + 1
    assert descent("check") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert f"stopped with an error, line {line}" in said
    assert "has no attribute 'dott'" in said


def test_a_syntax_error_is_told_with_its_line(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    path = fill(h="np.dot(x, w")
    assert descent("check") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert f"line {path.read_text(encoding='utf-8').split(chr(10)).index('h = np.dot(x, w') + 1}" in said
    assert "was never closed" in said


@pytest.mark.parametrize("change", [lambda b: b"\xef\xbb\xbf" + b, lambda b: b.replace(b"\n", b"\r\n")], ids=["bom", "crlf"])
def test_windows_files_are_read(descent: Descent, fill: Fill, change: Callable[[bytes], bytes]) -> None:
    path = fill()
    path.write_bytes(change(path.read_bytes()))
    assert descent("check") == 0


def test_a_file_of_another_folder_is_checked_with_the_examples_beside_it(
    descent: Descent, fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fill()
    monkeypatch.chdir(tmp_path)
    assert descent("check", path) == 0
    assert descent("check", path.parent) == 0


def test_a_file_elsewhere_is_checked_with_the_examples_here(descent: Descent, fill: Fill, tmp_path: Path) -> None:
    path = fill().rename(tmp_path / "mine.py")
    assert descent("check", path) == 0


def test_the_notebook_is_taken_where_there_is_no_file(descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (handout / "gradient.py").unlink()
    assert descent("check") == 1
    assert "gradient.ipynb" in capsys.readouterr().out


def test_the_notebook_is_taken_where_the_file_is_as_it_was_handed_out(
    descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = handout / "gradient.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("h = None", "h = w @ x", 1), encoding="utf-8")
    assert descent("check") == 1
    assert "gradient.ipynb" in capsys.readouterr().out
    (handout / "gradient.py").write_bytes((handout / "gradient.py").read_bytes().replace(b"\n", b"\r\n"))  # git on Windows
    assert descent("check", handout) == 1
    assert "gradient.ipynb" in capsys.readouterr().out


def test_the_file_is_taken_where_both_are_as_they_were_or_both_were_worked_in(
    descent: Descent, handout: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("check") == 1
    assert "gradient.py, on" in capsys.readouterr().out
    path = handout / "gradient.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("h = None", "h = w @ x", 1), encoding="utf-8")
    fill()
    assert descent("check") == 0
    assert "gradient.py, on" in capsys.readouterr().out


def test_a_cell_of_the_notebook_is_named(descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = handout / "gradient.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("h = None", "h = no_such_name", 1), encoding="utf-8")
    assert descent("check", path) == 1
    assert "cell " in capsys.readouterr().out


def test_json_is_a_reports_object(descent: Descent, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(error="abs(y - nn_output)", h="np.dot(x, w) + 0")
    assert descent("check", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == "descent/reports/1"
    (report,) = said["reports"]
    assert (report["isolation"], report["assignment"], report["max_score"]) == ("none", "01-gradient-step", 10.0)
    assert [(one["id"], one["verdict"]) for one in report["questions"]] == [
        ("h", "correct"),
        ("nn_output", "correct"),
        ("error", "mistake"),
    ]
    assert report["score"] == 4.0
    assert report["notes"] == ["Not judged yet: error_term, which hangs on error.", "Not judged yet: del_w, which hangs on error_term."]


# --- functions -----------------------------------------------------------------------------------------------------------


def test_the_stub_of_functions_has_nothing_attempted(descent: Descent, steps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("check") == 1
    assert capsys.readouterr().out.count("not attempted") == 6


def test_functions_that_are_right_are_right(descent: Descent, steps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (steps / "steps.py").write_text(calling.RIGHT, encoding="utf-8")
    assert descent("check", "--json") == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert (report["score"], report["max_score"]) == (10.0, 10.0)
    seen = {question["id"]: question["seen"] for question in report["questions"]}
    assert seen["word"] == "agrees"
    assert seen["shift"] == {"parts": [[[2.5, 0.5], [4.5, -1.5]], 6.0]}


def test_a_slip_in_a_function_gets_its_hint_and_what_is_built_on_it_waits(
    descent: Descent, steps: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (steps / "steps.py").write_text(calling.RIGHT.replace("return 2 * X", "return X**2"), encoding="utf-8")
    assert descent("check", "steps.py") == 1
    said = capsys.readouterr().out
    assert "  ✗  double  not right yet, line 16\n" in said
    assert "  ·  shift   not judged yet: it hangs on double\n" in said
    assert "  On the first example yours is [[0.25, 0], [1, 0.25]].\n  Hint: Two or the power of two?\n" in said


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows cannot stop a call")
@pytest.mark.parametrize(("told", "seconds"), [("", 20.0), (', "call_seconds": 30.0', 60.0)], ids=["usual", "longer"])
def test_a_call_may_take_twice_as_long_as_where_work_is_graded(
    descent: Descent, steps: Path, monkeypatch: pytest.MonkeyPatch, told: str, seconds: float
) -> None:
    asked: list[float | None] = []
    rehearse = rehearsal.rehearse

    def rehearsed(*arguments: Any, call_seconds: float | None, **options: Any) -> Practice:
        asked.append(call_seconds)
        return rehearse(*arguments, call_seconds=call_seconds, **options)

    path = steps / "examples.json"
    path.write_text(path.read_text(encoding="utf-8").rstrip().removesuffix("}") + told + "}", encoding="utf-8")
    monkeypatch.setattr(rehearsal, "rehearse", rehearsed)
    assert descent("check") == 1
    assert asked == [seconds]


def test_the_notebook_of_functions_is_checked_too(descent: Descent, steps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = steps / "steps.ipynb"
    text = path.read_text(encoding="utf-8").replace("half = None", "half = 0.5").replace("word = None", "word = 'agrees'")
    path.write_text(text.replace('raise NotImplementedError(\\"TODO: double\\")', "return X + 'a'"), encoding="utf-8")
    assert descent("check", path) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "stopped with an error, cell 4, line 3" in said
    assert "Python says:" in said


# --- what goes wrong -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nothing.py"], "nothing.py: not found."),
        (["check", "--loud"], "No such option"),
        (["check", "empty.py"], "empty.py: The file is empty."),
        (["check", "binary.py"], "binary.py: The file is not UTF-8 text."),
        (["check", "broken.ipynb"], "broken.ipynb: The file is not a notebook"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_what_cannot_be_checked_is_wrong_usage(
    descent: Descent, handout: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (handout / "empty.py").write_bytes(b"")
    (handout / "binary.py").write_bytes(b"\xff\xfe\x00\x01")
    (handout / "broken.ipynb").write_bytes(b"{")
    assert descent(*arguments) == 2
    assert said in capsys.readouterr().err


def test_without_examples_it_says_what_to_do(descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (handout / "examples.json").unlink()
    assert descent("check") == 2
    assert "examples.json: not found. Work in the assignment's folder" in capsys.readouterr().err


def test_damaged_examples_are_no_traceback(descent: Descent, handout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (handout / "examples.json").write_text("{", encoding="utf-8")
    assert descent("check") == 2
    assert "Traceback" not in capsys.readouterr().err
