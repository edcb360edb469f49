"""What is measured, and built on a function that has a slip, is tried with that function put right; and with nothing else put right."""

import pytest

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.grading.evidence import evidence
from autograder.grading.judge import Examination, examine
from autograder.grading.report import QuestionReport, Verdict
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from tests.grading.conftest import SECRET

SLUG = "06-train-it"
RIGHT = "return (X_train - mean) / deviation, (X_test - mean) / deviation"
BY_THEMSELVES = f"{RIGHT[: RIGHT.rindex('(X_test')]}(X_test - X_test.mean(axis=0)) / (X_test.std(axis=0) + 1e-9)"
RAISES = "return X_train @ X_test"
UNNAMED = "return np.cos(X_train), np.cos(X_test * 3)"
AXIS = ".argmax(axis=0)", ".argmin(axis=0)"


@pytest.fixture(scope="module")
def training(course: Course) -> Loaded:
    return load_assignment(course, SLUG)


@pytest.fixture
def examined(training: Loaded, course: Course, sandbox: Sandbox) -> "Examined":
    return Examined(training, course, sandbox)


class Examined:
    """The solution with some of its text changed, graded."""

    def __init__(self, training: Loaded, course: Course, sandbox: Sandbox) -> None:
        self.training, self.course, self.sandbox = training, course, sandbox

    def __call__(self, *changes: tuple[str, str]) -> Examination:
        text = self.training.master.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        submission = Submission("ada", SLUG, "train.py", text.encode())
        return examine(self.training, submission, course=self.course, secret=SECRET, sandbox=self.sandbox)

    def classifier(self, *changes: tuple[str, str]) -> QuestionReport:
        return next(one for one in self(*changes).report.questions if one.id == "train_classifier")


@pytest.mark.parametrize("slip", [BY_THEMSELVES, RAISES, UNNAMED], ids=["named", "raising", "unnamed"])
def test_a_slip_costs_what_it_is_in_and_not_what_is_trained_with_it(examined: Examined, slip: str) -> None:
    found = examined.classifier((RIGHT, slip))
    assert (found.verdict, found.points) == (Verdict.CARRIED, 3.0)
    assert found.message == "Right in itself: with standardize put right, it does what it should on fresh inputs."


def test_a_function_that_goes_by_a_second_name_is_put_right_there_too(examined: Examined) -> None:
    second = ("def train_classifier(", "scaled = standardize\n\n\ndef train_classifier(")
    call = ("forward(standardize(X_train, X_new)", "forward(scaled(X_train, X_new)")
    assert examined.classifier((RIGHT, BY_THEMSELVES), second, call).verdict is Verdict.CARRIED


def test_a_slip_of_its_own_is_not_carried(examined: Examined) -> None:
    found = examined.classifier((RIGHT, BY_THEMSELVES), AXIS)
    assert (found.verdict, found.points) == (Verdict.WRONG, 0.0)
    assert "standardize" not in found.message  # which is not why


def test_without_a_slip_before_it_nothing_is_put_right(examined: Examined) -> None:
    examination = examined(AXIS)
    assert examination.findings["train_classifier"].verdict is Verdict.WRONG
    assert examination.findings["train_classifier"].run is examination.plain


def test_what_is_right_without_help_is_simply_right(examined: Examined) -> None:
    own = ("    X = standardize(X_train, X_train)[0].T", "    X = (X_train - X_train.mean(0)).T / X_train.std(0)[:, None]")
    new = ("standardize(X_train, X_new)[1].T", "((X_new - X_train.mean(0)).T / X_train.std(0)[:, None])")
    assert examined.classifier((RIGHT, BY_THEMSELVES), own, new).verdict is Verdict.CORRECT


def test_what_is_not_written_is_not_written_for_the_student(examined: Examined) -> None:
    found = examined.classifier((RIGHT, 'raise NotImplementedError("TODO")'))
    assert (found.verdict, found.points) == (Verdict.FAILED, 0.0)
    assert found.message == "It needs standardize, which is not written yet."


def test_a_function_put_right_is_never_asked_for(examined: Examined) -> None:
    """In the child that is given the right function, nothing but what is built on it is called."""
    examination = examined((RIGHT, BY_THEMSELVES))
    run = examination.findings["train_classifier"].run
    assert run is not None
    assert run.mended == ("standardize",)
    assert all(set(values.values) == {"train_classifier"} for values in run.outcome.cases)
    assert examination.plain is not None
    assert run.seed != examination.plain.seed


def test_an_appeal_is_shown_what_was_put_right(examined: Examined, training: Loaded) -> None:
    shown = evidence(training, examined((RIGHT, BY_THEMSELVES)), "train_classifier")
    assert shown is not None
    assert list(shown.mended) == ["standardize"]
    assert shown.expected == "worth 1 of 1"
