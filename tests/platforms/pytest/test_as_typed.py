"""`pytest` in a student's folder, as typed: a test for each question, our words where one is not right, and points at the end."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.building.build import build
from tests.building import calling
from tests.platforms.pytest.conftest import SLUG, Fill, Typed, filled

ASKED = ("h", "nn_output", "error", "error_term", "del_w")
TELLS = "import sys\nwith open('ran', 'a') as told: told.write(f'{\"_pytest\" in sys.modules} ')\n"


@dataclass(frozen=True)
class Ran:
    """What a run has said: on the terminal, and in JUnit XML."""

    code: int
    said: str
    cases: dict[str, ElementTree.Element]

    @property
    def outcomes(self) -> dict[str, str]:
        """Each test's outcome by its name."""
        return {name: next((one.tag for one in case if one.tag != "properties"), "passed") for name, case in self.cases.items()}

    def noted(self, name: str) -> dict[str, str]:
        """What JUnit XML has of one test besides its outcome."""
        return {one.attrib["name"]: one.attrib["value"] for one in self.cases[name].iter("property")}


def ran(typed: Typed, folder: Path, *arguments: str) -> Ran:
    """`pytest ARGUMENTS` in a folder, with everything that it says."""
    done = typed("-rs", "--junitxml=x.xml", "--descent-github", *arguments, folder=folder)
    cases = ElementTree.parse(folder / "x.xml").iter("testcase")
    return Ran(done.returncode, done.stdout + done.stderr, {case.attrib["name"]: case for case in cases})


@pytest.fixture(scope="module")
def slips(typed: Typed, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run over work with a slip in the second of five links."""
    folder = Path(shutil.copytree(root / "assignments" / SLUG, tmp_path_factory.mktemp("slips") / SLUG))
    filled(root, folder / "gradient.py", nn_output="sigmoid_prime(h)")
    return ran(typed, folder)


def line_of(root: Path, text: str) -> int:
    """On which line of the stub a text begins, counted from 1."""
    lines = (root / "assignments" / SLUG / "gradient.py").read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(text))


# --- what must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("gradient.py",), ("--doctest-modules",)], ids=" ".join)
def test_a_students_file_is_never_imported_into_pytest(typed: Typed, fill: Fill, handout: Path, arguments: tuple[str, ...]) -> None:
    fill(above=TELLS)
    assert typed(*arguments, folder=handout).returncode == 0
    assert set((handout / "ran").read_text().split()) == {"False"}


def test_not_even_one_that_is_called_a_test(typed: Typed, handout: Path) -> None:
    """An assignment's file may be called so; here the notebook is worked in, and pytest would import the file beside it."""
    (handout / "gradient.py").unlink()
    (handout / "test_gradient.py").write_text(TELLS, encoding="utf-8")
    examples = (handout / "examples.json").read_text(encoding="utf-8").replace("gradient.py", "test_gradient.py")
    (handout / "examples.json").write_text(examples, encoding="utf-8")
    assert collected(typed, handout) == [f"test_gradient.py::{name}" for name in ASKED]
    (handout / "examples.json").write_text(json.dumps(json.loads(examples) | {"untouched": untouched(TELLS)}), encoding="utf-8")
    assert collected(typed, handout) == [f"gradient.ipynb::{name}" for name in ASKED]
    assert not (handout / "ran").exists()


def collected(typed: Typed, folder: Path, *arguments: str) -> list[str]:
    """The tests that are found, without one of them being run."""
    return [line for line in typed("--collect-only", "-q", *arguments, folder=folder).stdout.splitlines() if "::" in line]


def untouched(text: str) -> dict[str, str]:
    """What examples.json would say if the file had been handed out like this."""
    import hashlib

    return {"test_gradient.py": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"}


def test_no_line_of_ours_an_answer_or_a_second_hint_is_shown(slips: Ran) -> None:
    for never in ("Traceback", "autograder", "rehears", "0.68997448", "-0.18997448", "learnrate * error_term"):
        assert never not in slips.said
    assert slips.said.count("Hint:") == 2  # on the terminal and for GitHub


def test_what_was_not_judged_is_skipped_beside_what_it_hangs_on(slips: Ran) -> None:
    assert slips.code == 1
    assert slips.outcomes == {"h": "passed", "nn_output": "failure", "error": "skipped", "error_term": "skipped", "del_w": "skipped"}


def test_alone_it_fails_so_that_no_exit_code_takes_it_for_right(typed: Typed, fill: Fill, handout: Path) -> None:
    fill(error="abs(y - nn_output)")
    alone = ran(typed, handout, "gradient.py::del_w")
    assert (alone.code, alone.outcomes) == (1, {"del_w": "failure"})
    assert "Not judged yet: del_w, which hangs on error_term." in alone.said
    assert alone.noted("del_w")["descent.points"] == "0.0"


ENDINGS = {
    "leaves": ("import os\nos._exit(0)\n", "gradient.py ended Python before anything could be judged"),
    "leaves-as-if-something-were-wrong": ("import os\nos._exit(2)\n", "gradient.py ended Python before anything could be judged"),
    "is-killed": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "Python was ended by signal 9 while it ran gradient.py"),
    "says-something-else": (
        'import os\nos.write(1, b\'{"reports": [], "schema": "descent/reports/1"}\')\nos._exit(0)\n',
        "gradient.py ended Python before anything could be judged",
    ),
    "looks-like-a-bug-of-ours": ("import os\nos.write(2, b'a bug')\nos._exit(3)\n", "Descent itself failed, through no fault in"),
}


def test_a_file_that_ends_python_is_an_error_of_each_question_and_the_others_go_on(typed: Typed, root: Path, tmp_path: Path) -> None:
    for name, (above, _) in {**ENDINGS, "right": ("", "")}.items():
        folder = Path(shutil.copytree(root / "assignments" / SLUG, tmp_path / name))
        filled(root, folder / "gradient.py", above=above)
    done = typed("--tb=short", folder=tmp_path)
    assert f"5 passed, {5 * len(ENDINGS)} errors" in done.stdout
    assert "Traceback" not in done.stdout
    for name, (_, sentence) in ENDINGS.items():
        assert done.stdout.count(f"ERROR {name}/gradient.py::h - {sentence[:40]}") == 1, done.stdout
        assert f"\n{sentence}" in done.stdout
    said = " ".join(done.stdout.split())
    assert "right/gradient.py 10 of 10 points, 5 of 5 questions right" in said
    assert "leaves/gradient.py 0 of 10 points, 0 of 5 questions right" in said


def test_a_file_that_never_ends_is_stopped(typed: Typed, fill: Fill, handout: Path) -> None:
    fill(above="while True: pass\n")
    done = typed("-o", "descent_timeout=1.5", folder=handout)
    assert done.stdout.count("\ngradient.py was not done after 1.5 seconds and was stopped. Look for a loop that never ends.\n") == 5


def test_what_is_missing_empty_or_damaged_is_said_and_the_others_go_on(typed: Typed, fill: Fill, handout: Path) -> None:
    fill()
    empty, missing, damaged = (Path(shutil.copytree(handout, handout.parent / name)) for name in ("empty", "missing", "damaged"))
    (empty / "gradient.py").write_text("", encoding="utf-8")
    for name in ("gradient.py", "gradient.ipynb"):
        (missing / name).unlink()
    (damaged / "examples.json").write_bytes((damaged / "examples.json").read_bytes()[:3000])
    said = typed(folder=handout.parent).stdout
    assert "5 passed, 7 errors" in said
    assert said.count("\ngradient.py: The file is empty.\n") == 5
    assert said.count("\nNeither gradient.py nor gradient.ipynb is in this folder. Put your file back, under that name.\n") == 1
    assert said.count("not an examples.json of this course") == 1
    assert collected(typed, handout.parent, "damaged/gradient.py") == ["damaged/gradient.py::the work"]  # not as a test module
    assert "Put the examples.json that you received back in its place." in said


def test_other_peoples_tests_and_examples_are_left_alone(typed: Typed, fill: Fill, handout: Path, tmp_path: Path) -> None:
    """An examples.json of another making is none of ours; and a student's own tests beside the work are run."""
    fill()
    (handout / "test_mine.py").write_text("def test_it():\n    '''\n    >>> 1\n    1\n    '''\n", encoding="utf-8")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "examples.json").write_text('{"examples": []}', encoding="utf-8")
    (theirs / "test_theirs.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    (theirs / "gradient.py").write_text("h = None\n", encoding="utf-8")
    assert collected(typed, tmp_path, "--doctest-modules") == [
        *(f"Ada's work/gradient.py::{name}" for name in ASKED),
        "Ada's work/test_mine.py::test_mine.test_it",
        "Ada's work/test_mine.py::test_it",
        "theirs/test_theirs.py::test_it",
    ]


LIGHT = """
import sys

def test_light():
    ours = {name for name in sys.modules if name.startswith("autograder")}
    plugin = "autograder.platforms.pytest.plugin"
    assert ours == {"autograder", "autograder.platforms", "autograder.platforms.pytest", plugin}
    assert not {"numpy", "msgspec", "typer"} & set(sys.modules)
"""


def test_a_run_that_meets_no_assignment_loads_next_to_nothing_of_ours(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "test_light.py").write_text(LIGHT, encoding="utf-8")
    done = typed(folder=tmp_path)
    assert "1 passed" in done.stdout, done.stdout
    assert "public examples" not in done.stdout


BASE = """
import sys, pytest
assert pytest.main(["-q", "gradient.py"]) == 0
print("LOADED", *sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_a_run_that_meets_one_needs_only_what_a_student_has_installed(fill: Fill, handout: Path) -> None:
    fill()
    done = subprocess.run([sys.executable, "-c", BASE], cwd=handout, capture_output=True, check=True, text=True)
    loaded = set(done.stdout.partition("LOADED")[2].split())
    assert {"numpy", "msgspec"} <= loaded
    assert not loaded & {"jinja2", "sqlalchemy", "alembic", "rich", "jupytext", "nbformat", "nbgrader", "otter", "matplotlib"}


def test_a_students_file_is_not_taken_for_a_module_of_that_name(typed: Typed, fill: Fill, handout: Path) -> None:
    fill()
    for name in ("json.py", "numpy.py", "msgspec.py"):
        (handout / name).write_text("raise SystemExit\n", encoding="utf-8")
    assert typed(handout, folder=handout.parent).returncode == 0


# --- what a student sees -------------------------------------------------------------------------------------------------


def test_all_right_is_five_dots_and_the_points(typed: Typed, fill: Fill, handout: Path) -> None:
    fill()
    done = typed("-W", "error", "--strict-markers", folder=handout)
    assert done.returncode == 0
    assert "gradient.py ....." in done.stdout
    assert "gradient.py  10 of 10 points, 5 of 5 questions right\nWhen it is graded, it is tried on other inputs too" in done.stdout


def test_a_slip_reads_as_it_does_in_descent_check(slips: Ran, root: Path) -> None:
    line = line_of(root, "nn_output = ")
    assert (
        f"_\nnot right yet, line {line}\n"
        "The network's output: the sigmoid of the node's linear combination, one number.\n"
        "Not right yet, in a way that we have seen before.\n"
        "On the first example yours is 0.2139097.\n"
        "Hint: Your nn_output never rises above 0.25. Is it the height of the S-curve\n"
        "that you have there, or something else about it?\n"
    ) in slips.said
    assert "SKIPPED [1] gradient.py: Not judged yet: error, which hangs on nn_output.\n" in slips.said
    assert "gradient.py  2 of 10 points, 1 of 5 questions right" in slips.said
    assert "1 failed, 1 passed, 3 skipped" in slips.said


def test_an_error_is_told_with_its_line_and_pythons_own_words(typed: Typed, fill: Fill, handout: Path, root: Path) -> None:
    fill(del_w="np.dott(x, w)")
    said = " ".join(typed(folder=handout).stdout.split())
    assert f"stopped with an error, line {line_of(root, 'del_w = ')}" in said
    assert "has no attribute 'dott'" in said


def test_a_remark_on_the_whole_file_stands_with_the_first_that_is_not_right(typed: Typed, fill: Fill, handout: Path) -> None:
    path = fill(h="np.sum(x)", nn_output="1 + sigmoid(h)")
    path.write_text(path.read_text(encoding="utf-8").replace("\nlearnrate = 0.5\n", "\n"), encoding="utf-8")
    said = " ".join(typed(folder=handout).stdout.split())
    assert said.count("Note: The file no longer assigns learnrate.") == 1


def test_the_notebook_is_tried_where_that_is_what_was_worked_in(typed: Typed, fill: Fill, handout: Path) -> None:
    fill("gradient.ipynb", error="abs(y - nn_output)")
    done = typed("-q", "--descent-github", folder=handout)
    assert "FAILED gradient.ipynb::error - not right yet, cell 6, line 2" in done.stdout
    assert "gradient.ipynb  4 of 10 points" in done.stdout
    assert "gradient.py" not in done.stdout
    assert "::error file=gradient.ipynb,title=error::not right yet" in done.stdout


def test_the_file_goes_before_the_notebook_and_what_is_named_before_both(typed: Typed, fill: Fill, handout: Path) -> None:
    fill("gradient.ipynb", h="np.sum(x)")
    fill("mine.py", del_w=None)
    fill()
    assert collected(typed, handout) == [f"gradient.py::{name}" for name in ASKED]
    both = typed("gradient.ipynb", "mine.py", "--tb=no", folder=handout).stdout
    assert "gradient.ipynb  0 of 10 points, 0 of 5" in both
    assert "mine.py         8 of 10 points, 4 of 5" in both


def test_the_stub_has_nothing_attempted(typed: Typed, handout: Path) -> None:
    done = typed("--tb=no", folder=handout)
    assert done.stdout.count("not attempted, line") == 5
    assert "gradient.py  0 of 10 points, 0 of 5 questions right" in done.stdout


def test_functions_are_questions_and_what_is_worth_a_part_earns_it_and_is_not_right(typed: Typed, tmp_path: Path) -> None:
    build(calling.write(tmp_path / "course"))
    folder = Path(shutil.copytree(tmp_path / "course" / "assignments" / calling.SLUG, tmp_path / "Bo's work"))
    (folder / "steps.py").write_text(calling.RIGHT.replace("return 2 * X", "X *= 2\n    return X"), encoding="utf-8")
    part = ran(typed, folder)
    assert part.outcomes["double"] == "failure"
    assert 0 < float(part.noted("double")["descent.points"]) < float(part.noted("double")["descent.max_points"])


# --- pytest's own ways ---------------------------------------------------------------------------------------------------


def test_questions_are_chosen_by_name(typed: Typed, fill: Fill, handout: Path) -> None:
    fill(del_w=None)
    assert "gradient.py  4 of 4 points, 2 of 2 questions right" in typed("-k", "nn_output or error_term", folder=handout).stdout
    assert "2 of 2 points, 1 of 1 question right" in typed("gradient.py::h", folder=handout).stdout


def test_it_stops_at_the_first_and_goes_on_with_the_last_failed(typed: Typed, fill: Fill, handout: Path) -> None:
    fill(nn_output="sigmoid_prime(h)")
    assert "1 failed, 1 passed" in typed("-x", folder=handout).stdout
    fill()
    assert "rerun previous 1 failure" in typed("--lf", folder=handout).stdout


def test_tests_in_several_processes_say_the_same(typed: Typed, fill: Fill, handout: Path, root: Path) -> None:
    fill(nn_output="sigmoid_prime(h)")
    spread = ran(typed, handout, "-n", "2")
    assert spread.outcomes == {"h": "passed", "nn_output": "failure", "error": "skipped", "error_term": "skipped", "del_w": "skipped"}
    assert "gradient.py  2 of 10 points, 1 of 5 questions right" in spread.said
    assert f"::error file=gradient.py,line={line_of(root, 'nn_output')},title=nn_output::not right yet" in spread.said


def test_junit_has_the_points_and_the_verdict(slips: Ran, root: Path) -> None:
    assert slips.noted("h") == {
        "descent.points": "2.0",
        "descent.max_points": "2.0",
        "descent.verdict": "correct",
        "descent.line": str(line_of(root, "h = ")),
    }
    assert slips.noted("nn_output")["descent.verdict"] == "mistake"
    assert slips.noted("error") == {"descent.points": "0.0", "descent.max_points": "2.0"}
    (failure,) = slips.cases["nn_output"].iter("failure")
    assert failure.attrib["message"] == f"not right yet, line {line_of(root, 'nn_output = ')}"


def test_it_can_be_left_out(typed: Typed, handout: Path) -> None:
    assert typed("-p", "no:descent", folder=handout).returncode == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_setting_that_is_no_number_is_told(typed: Typed, handout: Path) -> None:
    done = typed("-o", "descent_timeout=soon", folder=handout)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "descent_timeout = soon: write a number of seconds" in done.stderr


def test_a_whole_course_is_collected_with_every_question(typed: Typed, root: Path) -> None:
    wanted = [
        f"assignments/{path.parent.name}/{found['file']}::{question['id']}"
        for path in sorted((root / "assignments").glob("*/examples.json"))
        for found in [json.loads(path.read_bytes())]
        for question in found["questions"]
    ]
    assert collected(typed, root, "assignments", "-p", "no:cacheprovider") == wanted
    assert len({name.split("/")[1] for name in wanted}) == 7


def test_an_ungraded_assignment_has_no_points(typed: Typed, root: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(root / "assignments" / "00-start-here", tmp_path / "00-start-here"))
    shutil.copy(root / "solutions" / "00-start-here" / "start.py", folder)
    done = typed("--descent-github", folder=folder)
    assert done.returncode == 0, done.stdout
    assert "start.py  ungraded, " in done.stdout
    assert "::notice" not in done.stdout


def test_github_is_told_where_to_begin_and_the_points(slips: Ran, root: Path) -> None:
    told = [line for line in slips.said.splitlines() if line.startswith("::")]
    begin = f"::error file=gradient.py,line={line_of(root, 'nn_output = ')},title=nn_output::not right yet, line "
    assert told[0].startswith(begin)
    assert "%0AHint: Your nn_output never rises" in told[0]
    assert told[1:] == [
        "::notice title=Autograding complete::Points 2/10",
        '::notice title=Autograding report::{"totalPoints":2,"maxPoints":10}',
    ]
