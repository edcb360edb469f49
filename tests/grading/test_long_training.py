"""Ten thousand epochs in Python's own loops are slow and right: within the course's own limits they get their marks."""

from pathlib import Path

from autograder.course import cases, graph, manifest
from autograder.course.cases import Case
from autograder.course.closeness import parts
from autograder.course.load import Loaded, load_assignment
from autograder.course.vocabulary import Assignment
from autograder.grading.judge import grade
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.runs import Draw
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.grading.conftest import SECRET

EPOCHS = 10_000

XOR = f"""
def train_xor(seed):
    import math
    import random

    draw, hidden = random.Random(seed), range(4)
    W1 = [[draw.gauss(0, 1), draw.gauss(0, 1)] for _ in hidden]
    B1, W2, b2 = [draw.gauss(0, 1) for _ in hidden], [draw.gauss(0, 1) for _ in hidden], draw.gauss(0, 1)
    for _ in range({EPOCHS}):
        dW1, dB1, dW2, db2 = [[0.0, 0.0] for _ in hidden], [0.0 for _ in hidden], [0.0 for _ in hidden], 0.0
        for p, q, y in [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]:
            A1 = [1 / (1 + math.exp(-(W1[i][0] * p + W1[i][1] * q + B1[i]))) for i in hidden]
            a = 1 / (1 + math.exp(-(b2 + sum(W2[i] * A1[i] for i in hidden))))
            slope = (a - y) / 2 * a * (1 - a)
            db2 += slope
            for i in hidden:
                back = slope * W2[i] * A1[i] * (1 - A1[i])
                dW2[i] += slope * A1[i]
                dB1[i] += back
                dW1[i][0] += back * p
                dW1[i][1] += back * q
        b2 -= 2 * db2
        for i in hidden:
            W2[i] -= 2 * dW2[i]
            B1[i] -= 2 * dB1[i]
            W1[i][0] -= 2 * dW1[i][0]
            W1[i][1] -= 2 * dW1[i][1]
    return np.array(W1), np.array(B1)[:, None], np.array([W2]), np.array([[b2]])
"""


def graded(root: Path, slug: str, more: str = "", draw: Draw = cases.draw) -> Report:
    """The report on the solution, with `more` below it, by the limits in course.toml."""
    course = manifest.load(root)
    loaded: Loaded = load_assignment(course, slug)
    submission = Submission("ada", slug, loaded.entry.file, f"{loaded.master.read_text(encoding='utf-8')}\n{more}".encode())
    with Sandbox(Level.A, limits_of(course)) as sandbox:
        return grade(loaded, submission, course=course, secret=SECRET, sandbox=sandbox, draw=draw)


def long_ones(assignment: Assignment, entropy: bytes, count: int) -> tuple[Case, ...]:
    """Cases as ever, with many epochs."""
    drawn = [{**case.givens, "epochs": EPOCHS} for case in cases.draw(assignment, entropy, count)]
    made = tuple(Case(givens, graph.answers(assignment, givens)) for givens in drawn)
    assert all(parts(case.truth["train"])[-1].shape == (EPOCHS,) for case in made)
    return made


def test_a_network_may_be_trained_in_loops_for_every_seed(root: Path) -> None:
    (xor,) = [question for question in graded(root, "06-train-it", XOR).questions if question.id == "train_xor"]
    assert (xor.verdict, xor.points) == ("correct", xor.max_points), xor.message


def test_a_neuron_may_be_trained_in_loops_in_every_case(root: Path) -> None:
    report = graded(root, "02-single-neuron", draw=long_ones)
    assert [(one.id, one.message) for one in report.questions if one.verdict != "correct"] == []
