"""The same work gets the same report, a fault of ours is never a zero, and what is hidden stays hidden."""

import json
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.errors import SandboxFault
from autograder.grading.judge import Examination, examine, faulty, grade, refused
from autograder.grading.report import Place, Report, Verdict
from autograder.grading.submission import Submission
from autograder.sandbox.answers import Extract
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from tests.grading import calling
from tests.grading.conftest import SECRET, Grade, Small
from tests.grading.writing import LINES, MISTAKEN, TOP, row, written

RIGHT = written()
CHANCE = written(instead={"h": "np.random.default_rng().random()"})
SLIPPED = written(instead={"h": "np.sum(x)", "error": "nn_output - y"})


def submission(content: str | bytes, file: str = "gradient.py", student: str = "ada") -> Submission:
    return Submission(student, "01-gradient-step", file, content.encode() if isinstance(content, str) else content)


def notebook(*cells: str, **more: Any) -> str:
    made = [{"cell_type": "code", "source": cell, "outputs": [], "metadata": {}, "execution_count": None} | more for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class Examiner:
    """Examines what it is given, with the tests' own secret."""

    def __init__(self, loaded: Loaded, course: Course, sandbox: Sandbox) -> None:
        self.loaded, self.course, self.sandbox = loaded, course, sandbox

    def __call__(self, handed_in: Submission, secret: Secret = SECRET, **course: Any) -> Examination:
        changed = msgspec.structs.replace(self.course, **course)
        return examine(self.loaded, handed_in, course=changed, secret=secret, sandbox=self.sandbox)


@pytest.fixture(scope="module")
def examined(loaded: Loaded, course: Course, sandbox: Sandbox) -> Examiner:
    return Examiner(loaded, course, sandbox)


@pytest.mark.parametrize("text", [RIGHT, SLIPPED, TOP + "h = x\n" + "nn_output = np.random.rand()\n", CHANCE, "", "h ="])
def test_the_same_submission_gets_the_same_report(examined: Examiner, text: str) -> None:
    one, two = examined(submission(text or "# empty\n")).report, examined(submission(text or "# empty\n")).report
    assert msgspec.json.encode(one) == msgspec.json.encode(two)


def seed(examination: Examination) -> bytes:
    assert examination.plain is not None
    return examination.plain.seed


SAME_WORK = {
    "windows-line-ends": SLIPPED.replace("\n", "\r\n").encode(),
    "byte-order-mark": b"\xef\xbb\xbf" + SLIPPED.encode(),
    "trailing-blanks": SLIPPED.replace("\n", "   \n").encode(),
    "blank-lines-at-the-end": SLIPPED.encode() + b"\n\n\n",
}


@pytest.mark.parametrize("content", SAME_WORK.values(), ids=SAME_WORK)
def test_how_a_file_was_saved_changes_neither_cases_nor_verdicts(examined: Examiner, content: bytes) -> None:
    one, two = examined(submission(SLIPPED)), examined(submission(content))
    assert seed(one) == seed(two)
    assert one.report.questions == two.report.questions


def test_running_a_notebook_before_handing_it_in_changes_nothing(examined: Examiner) -> None:
    outputs = [{"output_type": "stream", "name": "stdout", "text": "0.8"}]
    one = examined(submission(notebook(TOP, SLIPPED), "gradient.ipynb"))
    two = examined(submission(notebook(TOP, SLIPPED, outputs=outputs, execution_count=3, metadata={"a": 1}), "gradient.ipynb"))
    assert seed(one) == seed(two)
    assert one.report.questions == two.report.questions


def test_another_students_name_changes_nothing_but_the_name(examined: Examiner) -> None:
    one, two = examined(submission(SLIPPED)), examined(submission(SLIPPED, student="grace"))
    assert seed(one) == seed(two)
    assert msgspec.structs.replace(two.report, student="ada") == one.report


def test_one_character_more_gets_other_cases(examined: Examiner) -> None:
    one, two = examined(submission(RIGHT)), examined(submission(RIGHT + "#\n"))
    assert seed(one) != seed(two)
    assert row(one.report) == row(two.report)


def test_another_secret_gets_other_cases_and_the_same_verdicts(examined: Examiner) -> None:
    one, two = examined(submission(SLIPPED)), examined(submission(SLIPPED), Secret(b"o" * 32))
    assert seed(one) != seed(two)
    assert row(one.report) == row(two.report)
    assert one.report.secret != two.report.secret


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_draw_of_cases_changes_a_verdict(examined: Examiner, key: bytes) -> None:
    assert (
        row(examined(submission(SLIPPED), Secret(key)).report) == "mistake:inputs_summed carried mistake:sign_reversed carried carried"
    )


def test_the_runs_of_a_submission_share_no_case(examined: Examiner) -> None:
    """In a mended run a true answer is shown to the student's code: that case is never asked again."""
    found = examined(submission(SLIPPED))
    runs = {found_run.seed: found_run for one in found.findings.values() if (found_run := one.run) is not None}
    assert found.plain is not None
    cases = [str(case.givens) for run in {**runs, found.plain.seed: found.plain}.values() for case in run.cases]
    assert len(runs) >= 2
    assert len(cases) == len(set(cases))


def test_a_question_that_was_mended_is_never_asked_in_that_run(examined: Examiner) -> None:
    found = examined(submission(SLIPPED))
    for name, one in found.findings.items():
        assert one.run is not None
        assert name not in one.run.mended


def test_the_first_two_cases_are_the_public_examples(examined: Examiner) -> None:
    plain = examined(submission(RIGHT)).plain
    assert plain is not None
    assert [np.asarray(case.givens["x"]).tolist() for case in plain.cases[:2]] == [[1, 2, 3, 4], [2, -1, 0, 3]]
    assert len(plain.cases) == 10


def test_follow_through_is_worth_what_the_course_says(examined: Examiner) -> None:
    report = examined(submission(written(instead={"h": "np.sum(x)"})), follow_through=0.5).report
    assert [question.points for question in report.questions] == [0.0, 1.0, 1.0, 1.0, 1.0]
    assert report.score == 4.0


def test_the_number_of_cases_is_the_courses(examined: Examiner) -> None:
    plain = examined(submission(RIGHT), hidden_cases=5).plain
    assert plain is not None
    assert len(plain.cases) == 7


def test_a_report_says_all_that_is_promised(examined: Examiner, loaded: Loaded) -> None:
    report = examined(submission(SLIPPED)).report
    assert (report.student, report.assignment, report.file, report.version) == ("ada", "01-gradient-step", "gradient.py", 1)
    assert report.submission.startswith("sha256:")
    assert (report.isolation, report.secret, report.max_score) == ("A", SECRET.id, 10.0)
    first = report.questions[0]
    assert (first.id, first.mistake, first.hint) == (
        "h",
        "inputs_summed",
        loaded.assignment.questions["h"].mistakes["inputs_summed"].hint,
    )
    assert (first.seen, str(first.place)) == (10.0, "line 16")
    assert report.first_broken == first


def test_places_in_notebooks_name_the_cell(examined: Examiner) -> None:
    cells = [TOP, "\n\nh = np.sum(x)\n", "nn_output = nonesuch\n"]
    report = examined(submission(notebook(*cells), "gradient.ipynb")).report
    assert [str(question.place) for question in report.questions[:2]] == ["cell 2, line 3", "cell 3, line 1"]
    assert report.questions[1].message.startswith("Cell 3, line 1 stopped")


def test_one_broken_cell_costs_what_stands_in_it(examined: Examiner) -> None:
    cells = [TOP, *(f"{name} = {LINES[name].format_map({key: key for key in LINES})}" for name in LINES)]
    cells[3] = "error = y -\n"
    assert row(examined(submission(notebook(*cells), "gradient.ipynb")).report) == "correct correct failed carried carried"


def test_a_given_that_is_gone_is_noted(examined: Examiner) -> None:
    report = examined(submission(RIGHT.replace("learnrate = 0.5\n", ""))).report
    assert report.score == 10.0
    assert len(report.notes) == 1
    assert "learnrate" in report.notes[0]


def test_skipped_magics_are_noted(examined: Examiner) -> None:
    report = examined(submission(notebook("%matplotlib inline\n" + RIGHT), "gradient.ipynb")).report
    assert (report.score, report.notes) == (10.0, ("cell 1, line 1: a magic or shell line was skipped.",))


def test_a_notebook_full_of_pictures_is_graded(examined: Examiner) -> None:
    """Which is four times as large as a .py file may be."""
    picture = {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo" * 400_000}, "metadata": {}}
    content = notebook(RIGHT, outputs=[picture])
    assert len(content) > 4 * 1024 * 1024
    assert examined(submission(content, "gradient.ipynb")).report.score == 10.0


UNREADABLE = {
    "empty": (b"", "gradient.py", "The file is empty."),
    "binary": (bytes(range(256)), "gradient.py", "The file is not"),
    "no-notebook": (b"h = 1", "gradient.ipynb", "The file is not a notebook"),
    "too-large": (b"#" * (1025 << 10), "gradient.py", "The file is larger than the 1024 kB that are accepted."),
    "too-large-notebook": (b" " * (16385 << 10), "gradient.ipynb", "The file is larger than the 16384 kB that are accepted."),
}


@pytest.mark.parametrize(("content", "file", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_has_failed_with_the_reason(examined: Examiner, content: bytes, file: str, said: str) -> None:
    found = examined(submission(content, file))
    assert row(found.report) == "failed failed failed failed failed"
    assert (found.report.score, found.plain, found.findings) == (0.0, None, {})
    assert found.report.refusal.startswith(said)
    assert all(question.message == found.report.refusal for question in found.report.questions)


def test_a_file_that_is_not_python_is_told_so_as_a_whole(examined: Examiner) -> None:
    unreadable = examined(submission(f"{RIGHT}\nprint(h\n".encode())).report.unreadable
    assert unreadable == Place(RIGHT.count("\n") + 2)
    assert examined(submission(RIGHT.encode())).report.unreadable is msgspec.UNSET
    assert examined(submission(b"\xff")).report.unreadable is msgspec.UNSET


def test_a_file_of_the_largest_size_is_read(examined: Examiner) -> None:
    content = RIGHT.encode()
    content += b"#" * ((1 << 20) - len(content))
    assert examined(submission(content)).report.score == 10.0


def test_the_endings_case_does_not_matter(examined: Examiner) -> None:
    assert examined(submission(notebook(RIGHT), "Gradient.IPYNB")).report.score == 10.0


def test_a_report_can_be_written_and_read(examined: Examiner) -> None:
    for report in (examined(submission(SLIPPED)).report, examined(submission(b"")).report):
        assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


class Failing:
    """A sandbox that fails at one of its steps."""

    level = Level.A

    def __init__(self, step: str, real: Sandbox | None = None, after: int = 0) -> None:
        self.step, self.real, self.left = step, real, after

    def job(self, content: bytes, kind: str, limits: Limits) -> Any:
        if self.left > 0:
            self.left -= 1
            assert self.real is not None
            return self.real.job(content, kind, limits)
        return self.again()

    def again(self, *_: object) -> Any:
        if self.step == "job":
            raise SandboxFault("The sandbox is not running.")
        return FailingJob()


class FailingJob:
    """A job that fails while it runs."""

    refused, notes, source = "", (), Extract("py", (RIGHT.rstrip(),), ((0, 0),))

    def __enter__(self) -> "FailingJob":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, **_: object) -> None:
        raise SandboxFault("A job was killed from outside.")


FAULTS = {"no-job": ("job", 0), "killed": ("run", 0), "second-job": ("job", 1), "killed-in-the-second": ("run", 1)}


@pytest.mark.parametrize(("step", "after"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_ours_is_an_exception_never_a_report(
    loaded: Loaded, course: Course, sandbox: Sandbox, step: str, after: int
) -> None:
    failing: Any = Failing(step, sandbox, after)
    with pytest.raises(SandboxFault):
        grade(loaded, submission(SLIPPED), course=course, secret=SECRET, sandbox=failing)


def test_a_faulty_report_has_no_score(loaded: Loaded) -> None:
    report = faulty(loaded, submission(RIGHT), isolation="A", secret_id="0" * 8)
    assert (report.score, report.faulty, report.max_score) == (None, True, 10.0)
    assert {question.verdict for question in report.questions} == {Verdict.FAULT}
    assert "on our side" in report.questions[0].message
    assert msgspec.json.decode(msgspec.json.encode(report))["score"] is None


def test_a_refused_report_has_failed_not_faulted(loaded: Loaded) -> None:
    report = refused(loaded, submission(b""), isolation="A", secret_id="0" * 8, message="Too large.")
    assert (report.score, report.faulty, report.refusal) == (0.0, False, "Too large.")
    assert {question.verdict for question in report.questions} == {Verdict.FAILED}


LEAKS = {
    "right": RIGHT,
    "two-slips": SLIPPED,
    "typed": TOP + "h = 0.8\n",
    "inputs-handed-back": TOP + "h = w[0]\nnn_output = y\nerror = learnrate\nerror_term = w[1]\ndel_w = w\n",
    "as-text": TOP + "h = f'{y} {w}'\nnn_output = str(w)\nerror = [str(y)]\n",
    "as-a-class": TOP + "h = type(f'y_is_{int(y * 1e4)}', (), {})()\nnn_output = type(f'w{w[0]}', (), {})()\n",
    "as-an-exception": TOP
    + """
class E(Exception): pass
E.__name__ = f'E{int(y * 1e4)}'
h = 1
nn_output = (_ for _ in ()).throw(E(str(w)))
""",
    "as-a-shape": TOP + "h = np.zeros(int(y * 1e4))\nnn_output = np.zeros(int(y * 1e4))\nerror = np.zeros((2, int(y * 1e4)))\n",
    "as-a-shape-of-hidden-cases": TOP
    + """
h = 7 * y
nn_output = 7 * y if y in (0.5, 0.2) else np.zeros(int(y * 1e4))
error = np.zeros(3 if y in (0.5, 0.2) else int(y * 1e4))
""",
    "printed": TOP + "print(x, y, w, learnrate)\nimport sys, warnings\nprint(w, file=sys.stderr)\nwarnings.warn(str(w))\nh = 1\n",
    "raised": TOP + "h = np.dot(x, w) if y in (0.5, 0.2) else {}[str(w)]\nraise SystemExit(str(w))\n",
    "forged": TOP
    + """
import os, sys
wire = sys.modules['inside.wire']
odd = [['odd', f'y = {y}'], ['odd', str(w)]] + [['odd', str(learnrate)]] * 3
said = wire.encode(['case', odd, [[0, 1, f'Error{y}', ['h']]], []])
os.write(3, len(said).to_bytes(4, 'big') + said)
os._exit(0)
""",
}


@pytest.mark.parametrize("text", LEAKS.values(), ids=LEAKS)
def test_a_report_tells_nothing_of_hidden_cases(examined: Examiner, text: str) -> None:
    """No given and no answer of any hidden case stands in it, in any spelling that the student's code might have chosen."""
    found = examined(submission(text))
    told = msgspec.json.encode(without_digests(found.report)).decode()
    runs = [found.plain, *(one.run for one in found.findings.values())]
    hidden = [case for run in runs if run is not None for case in run.cases if np.asarray(case.givens["y"]) not in (0.5, 0.2)]
    assert len(hidden) >= 8
    for case in hidden:
        for value in (*case.givens.values(), *case.truth.values()):
            for number in np.asarray(value).ravel().tolist():
                if number != int(number):
                    digits = str(abs(number)).removeprefix("0.").rstrip("0")[:4]
                    assert len(digits) < 4 or digits not in told, (number, told)


def test_a_report_tells_nothing_of_the_hidden_cases_of_calls(small: Small) -> None:
    """Whatever a call does with its arguments: only what it gave for the public example is seen."""
    instead = {
        "sigmoid": "return str(z)",
        "predict": "return np.zeros(int(1e4 * abs(w[0])))",
        "slope": "raise type(f'E{int(1e4 * y_hat[0])}', (Exception,), {})(str(Y))",
        "gradients": "return w, X, {str(b): Y}",
        "step": "return type(f'w_is_{int(w[0] * 1e4)}', (), {})()",
        "train": "print(w)\nreturn [str(rate), str(b)]",
        "middle": "return lambda high: high",
    }
    found = small.examined(calling.written(instead))
    told = msgspec.json.encode(without_digests(found.report)).decode()
    assert found.plain is not None
    numbers = [float(number) for case in found.plain.cases[2:] for value in case.givens.values() for number in np.ravel(value)]
    digits = {str(abs(number)).partition(".")[2][:4] for number in numbers if number != int(number)}
    assert len(digits) > 100
    assert not [one for one in digits if len(one) == 4 and one in told]


def without_digests(report: Report) -> Report:
    """Without the hexadecimal digits in it, among which any four may occur; the examples' own values are public."""
    questions = tuple(msgspec.structs.replace(question, seen=None) for question in report.questions)
    return msgspec.structs.replace(report, submission="", secret="", questions=questions)


def test_what_was_seen_is_of_the_public_example(graded: Grade) -> None:
    seen = graded(TOP + "h = w[0]\nnn_output = y\nerror = [y, y]\nerror_term = None\ndel_w = x\n").questions
    assert [question.seen for question in seen] == [0.5, 0.5, [0.5, 0.5], None, [1.0, 2.0, 3.0, 4.0]]


@pytest.mark.parametrize("formula", ["float('nan')", "[1.0, np.inf]", "np.zeros(65)", "'text'"])
def test_what_a_page_cannot_show_is_not_seen(graded: Grade, formula: str) -> None:
    assert graded(TOP + f"h = {formula}\n").questions[0].seen is None


def test_every_hint_in_a_report_is_of_its_mistake(graded: Grade, loaded: Loaded) -> None:
    question = graded(written(instead={"error_term": MISTAKEN["error_term", "slope_at_output"]})).questions[3]
    assert question.hint == loaded.assignment.questions["error_term"].mistakes["slope_at_output"].hint


def test_points_are_free_of_the_dust_of_fractions(examined: Examiner) -> None:
    found = examined(submission(written(instead={"h": "np.sum(x)"})), follow_through=0.1).report
    assert (found.score, [question.points for question in found.questions]) == (0.8, [0.0, 0.2, 0.2, 0.2, 0.2])
