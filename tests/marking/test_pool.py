"""Workers side by side, and what becomes of a submission whose worker dies. With the real sandbox."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.errors import DescentError, IsolationError
from autograder.grading.submission import Submission
from autograder.marking import pool as pool_module
from autograder.marking.pool import Pool
from autograder.marking.protocol import Begin, Mark
from autograder.sandbox.isolation import Level

SECRET = Secret(b"the tests' own key, known to all")


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return manifest.load(root)


@pytest.fixture(scope="module")
def right(root: Path) -> bytes:
    return (root / "solutions" / "01-gradient-step" / "gradient.py").read_bytes()


def handed_in(count: int, content: bytes) -> list[Submission]:
    return [Submission(f"s{n}", "01-gradient-step", "gradient.py", content + b"\n# %d" % n) for n in range(count)]


def test_reports_come_back_with_their_submissions_numbers(course: Course, right: bytes) -> None:
    """Two workers, seven submissions, each report with the number of its own."""
    with Pool(course, SECRET, Level.A, 2) as pool:
        done = dict(pool.grade(handed_in(7, right)))
    assert {number: report.student for number, report in done.items()} == {n: f"s{n}" for n in range(7)}
    assert {report.score for report in done.values()} == {10.0}


def test_the_same_work_gets_the_same_report_from_any_worker(course: Course, right: bytes) -> None:
    """However many workers there are, and whichever it was."""
    work = handed_in(4, right.replace(b"- nn_output", b"+ nn_output"))
    with Pool(course, SECRET, Level.A, 1) as one, Pool(course, SECRET, Level.A, 3) as three:
        assert dict(one.grade(work)) == dict(three.grade(work))


def test_a_worker_that_is_killed_costs_nothing(course: Course, right: bytes) -> None:
    """Its submission is graded again by a new worker, and no other notices."""
    with Pool(course, SECRET, Level.A, 2) as pool:
        done = {}
        for number, report in pool.grade(handed_in(12, right)):
            done[number] = report
            if len(done) == 3:
                os.kill(pool._workers[0]._process.pid, signal.SIGKILL)
    assert {report.score for report in done.values()} == {10.0}
    assert len(done) == 12


def test_a_submission_whose_workers_die_twice_is_a_fault_and_never_a_zero(course: Course, right: bytes) -> None:
    """The score is null, every question a fault, and the pool goes on."""
    with Pool(course, SECRET, Level.A, 1) as pool:
        mark = pool_module._Worker.mark

        def dying(worker: pool_module._Worker, asked: Mark) -> object:
            if asked.submission.student == "s1":
                worker._process.kill()
            return mark(worker, asked)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pool_module._Worker, "mark", dying)
            done = dict(pool.grade(handed_in(3, right)))
    assert done[1].score is None
    assert {question.verdict for question in done[1].questions} == {"fault"}
    assert done[0].score == done[2].score == 10.0


def test_where_no_level_is_named_all_grade_at_the_one_that_the_first_worker_finds(course: Course, right: bytes) -> None:
    begun: list[str] = []
    begin = pool_module._Worker.begin

    def noted(worker: pool_module._Worker, said: Begin) -> Level:
        begun.append(said.level)
        return begin(worker, said)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool_module._Worker, "begin", noted)
        with Pool(course, SECRET, None, 3) as pool:
            assert pool.wait() is Level.A
            done = dict(pool.grade(handed_in(6, right)))
    assert {(report.score, report.isolation) for report in done.values()} == {(10.0, "A")}
    assert begun == ["", "A", "A"]


def test_where_none_can_be_found_all_workers_are_told_why(course: Course, weak: None, right: bytes) -> None:
    with pytest.raises(IsolationError, match="apt install bubblewrap"), Pool(course, SECRET, None, 3) as pool:
        list(pool.grade(handed_in(6, right)))


def test_level_none_is_found_only_by_whoever_says_so(course: Course, weak: None, right: bytes) -> None:
    with Pool(course, SECRET, None, 2, unsafe=True) as pool:
        assert pool.wait() is Level.NONE
        assert {report.isolation for _, report in pool.grade(handed_in(2, right))} == {"none"}


def test_one_worker_that_cannot_start_does_not_end_the_class(course: Course, right: bytes) -> None:
    """The others grade what it would have; only when none is left there is an error."""
    hired: list[int] = []
    hire = Pool._hire

    def sometimes(pool: Pool, *, first: bool = False) -> object:
        hired.append(1)
        if len(hired) == 1:
            raise IsolationError("no room for this one")
        return hire(pool, first=first)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pool, "_hire", sometimes)
        with Pool(course, SECRET, Level.A, 2) as pool:
            done = dict(pool.grade(handed_in(5, right)))
        assert {report.score for report in done.values()} == {10.0}
        hired.clear()
        with pytest.raises(IsolationError, match="no room"), Pool(course, SECRET, Level.A, 1) as alone:
            list(alone.grade(handed_in(2, right)))


def test_no_process_is_left(course: Course, right: bytes) -> None:
    """After the pool no worker lives."""
    with Pool(course, SECRET, Level.A, 2) as pool:
        list(pool.grade(handed_in(4, right)))
    assert len(pool._workers) == 2
    assert all(worker._process.poll() is not None for worker in pool._workers)


def test_a_course_that_cannot_be_read_is_said_before_anything_is_graded(course: Course, tmp_path: Path) -> None:
    """The worker's own words reach the instructor."""
    (tmp_path / "course.toml").write_text('title = "x"\nassignmets = []\n')
    broken = manifest.Course(title="x", assignments=(), root=tmp_path)
    with pytest.raises(DescentError, match="assignmets"), Pool(broken, SECRET, Level.A, 1) as pool:
        pool.wait()


def test_what_an_authors_file_prints_does_not_stand_between_the_reports(root: Path, right: bytes, tmp_path: Path) -> None:
    """A print that was left in questions.py goes to the worker's standard error."""
    shutil.copy(root / "course.toml", tmp_path)
    shutil.copytree(root / "solutions", tmp_path / "solutions")
    for questions in tmp_path.glob("solutions/*/questions.py"):
        questions.write_text(questions.read_text(encoding="utf-8") + '\nprint("a trace of my own")\n', encoding="utf-8")
    with Pool(manifest.load(tmp_path), SECRET, Level.A, 1) as pool:
        ((_, report),) = pool.grade(handed_in(1, right))
    assert report.score == 10.0


def test_level_none_is_stamped_on_the_report(course: Course, right: bytes) -> None:
    with Pool(course, SECRET, Level.NONE, 1) as pool:
        ((_, report),) = pool.grade(handed_in(1, right))
    assert (report.score, report.isolation) == (10.0, "none")


def test_who_has_more_time_has_it_and_the_report_is_the_same_in_all_else(root: Path, tmp_path: Path, right: bytes) -> None:
    """Work that takes longer than all have comes to its end; work that does not gets the very same report."""
    shutil.copytree(root / "solutions", tmp_path / "solutions")
    text = (root / "course.toml").read_text(encoding="utf-8")
    (tmp_path / "course.toml").write_text(text.replace("statement_seconds = 2.0", "statement_seconds = 0.1"), encoding="utf-8")
    busy = (
        b"import time\nend = time.perf_counter() + 0.15\nh = [np.dot(x, w) for _ in iter(lambda: time.perf_counter() < end, False)][-1]"
    )
    work = handed_in(2, right.replace(b"h = np.dot(x, w)", busy))
    quick = handed_in(1, right)
    with Pool(manifest.load(tmp_path), SECRET, Level.A, 2) as pool:
        found = dict(pool.grade(work, lambda submission: 50.0 if submission.student == "s1" else 1.0))
        usual, more = dict(pool.grade(quick)), dict(pool.grade(quick, lambda submission: 10.0))
    assert (found[0].questions[0].verdict, found[1].score) == ("failed", 10.0)
    assert usual == more
