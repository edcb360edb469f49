"""Memory, descriptors or processes run out, for the judge or for its workers: no mark is lost by it, and nothing hangs."""

import contextlib
import json
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from autograder.course import manifest
from autograder.errors import DescentError
from autograder.grading.limits import limits_of
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.faults.classroom import FIRST, Alone, Classroom, complete, kept, wrongs
from tests.faults.conftest import Expected, Steady, Surroundings, levels
from tests.faults.denials import Denial, deny_descriptors, deny_memory, few_processes, limited
from tests.faults.moments import Clock, seeds
from tests.faults.typed import LONGEST_SECONDS, Desk

STARVED = 8
"""So many gradings in one process, in each of which allocations fail."""
STARVING = '''

asked = []


@error.mistake
def starving(y, nn_output):
    """Is there memory left?"""
    asked.append(y)
    if len(asked) > 2:  # the examples, when it is loaded
        raise MemoryError
    return y + nn_output + 1
'''


@pytest.mark.parametrize("what", ["memory", "descriptors"])
@pytest.mark.parametrize("seed", seeds(1, 6))
def test_a_worker_that_is_denied_what_it_needs_marks_nobody_down(
    seed: int,
    what: str,
    classroom: Classroom,
    lasting: float,
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """From any moment on; and in half of the runs those that come in its place fare no better."""
    rng = Random(f"{seed} {what}")
    level = levels()[seed % len(levels())]
    jobs = rng.choice((1, 2))
    amount = rng.randrange(64 << 20) // rng.choice((1, 16, 256)) if what == "memory" else rng.randint(3, 14)
    deny = partial(deny_memory if what == "memory" else deny_descriptors, amount)
    denial = Denial(rng.uniform(0, 0.6), deny, rng.choice((True, False)), surroundings.known)
    home = classroom.home(tmp_path / "home")
    ended = ""
    with Clock(denial, lasting):
        try:
            classroom.graded_side_by_side(home, level, jobs)
        except DescentError as error:
            ended = str(error)
    said = f"seed {seed}, level {level}, {jobs} workers, {denial}; {ended}"
    assert surroundings.left() == [], said
    assert wrongs(kept(home), expected(level)) == [], said
    classroom.graded(home, steady(level))
    assert complete(kept(home), expected(level)), said


@pytest.mark.parametrize("what", ["memory", "descriptors", "processes"])
@pytest.mark.parametrize("seed", seeds(1, 5))
def test_a_judge_that_is_denied_what_it_needs_marks_nobody_down(
    seed: int,
    what: str,
    classroom: Classroom,
    level: Level,
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """From its start on, with all that comes of it."""
    rng = Random(f"{seed} {what}")
    with contextlib.ExitStack() as stack:
        if what == "memory":
            amount = rng.randint(80, 700)
            first = limited(resource.RLIMIT_AS, amount << 20)
        elif what == "descriptors":
            amount = rng.randint(4, 18)
            first = limited(resource.RLIMIT_NOFILE, amount)
        else:
            amount = rng.randint(1, 20)
            first = stack.enter_context(few_processes(amount))
        desk = Desk(classroom, classroom.home(tmp_path / "home"), tmp_path / "out", jobs=rng.choice((1, 2)), first=first)
        code, told = desk.graded()
        said = f"seed {seed}, {what}: {amount}, exit {code}\n{told}"
        assert surroundings.left() == [], said
    assert desk.wrongs(expected(level)) == [], said
    desk.again(steady(level))
    assert desk.unfinished(expected(level)) == [], said


@pytest.mark.parametrize("batch", seeds(1, 4))
def test_an_allocation_that_fails_in_the_judge_is_never_a_verdict(
    batch: int, root: Path, classroom: Classroom, expected: Expected, surroundings: Surroundings
) -> None:
    """The judgement is the same, or there is none. A process that dies of it is followed by another one, as workers are."""
    pytest.importorskip("_testcapi", reason="this Python has not the means to let its own allocations fail")
    level = levels()[batch % len(levels())]
    first, last = batch * STARVED, (batch + 1) * STARVED
    seen = []
    while first < last:
        command = [sys.executable, "-m", "tests.faults.starved", str(classroom.course.root), str(classroom.folder), str(level)]
        done = subprocess.run(
            [*command, str(first), str(last)], cwd=root, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
        found = [json.loads(line) for line in done.stdout.splitlines()]
        assert found or done.returncode < 0, done.stderr
        seen += found
        first += len(found) + bool(done.returncode)
    wrong = [one for one in seen if one["report"] not in (None, expected(level)[tuple(one["of"])])]
    assert wrong == []
    assert surroundings.left() == []


def test_a_formula_for_which_there_is_no_memory_is_no_answer_that_does_not_fit(
    classroom: Classroom, surroundings: Surroundings, tmp_path: Path
) -> None:
    """A wrong formula may raise anything on values that it was not written for. That we have no memory says nothing of the values."""
    place = Path(shutil.copytree(classroom.course.root, tmp_path / "course"))
    with (place / "solutions" / FIRST / "questions.py").open("a", encoding="utf-8") as questions:
        questions.write(STARVING)
    course = manifest.load(place)
    with Sandbox(levels()[0], limits_of(course)) as sandbox:
        starving = Alone(replace(classroom, course=course), sandbox)
        with pytest.raises(MemoryError):  # in a worker, which ends by it
            list(starving.grade(classroom.submissions[:1]))
    assert surroundings.left() == []
