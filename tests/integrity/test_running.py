"""A trusted program's answers come case by case, in as many runs as its time asks for."""

from dataclasses import replace

import pytest

from autograder.integrity import draws
from autograder.integrity.running import run_program
from autograder.sandbox.host import Job
from tests.integrity import walking
from tests.integrity.conftest import Prepared


def test_each_case_has_its_answers_by_question(walk: Prepared) -> None:
    made = walk()
    asked = list(made.loaded.assignment.questions.values())
    inputs = list(draws.wide(made.loaded.assignment, 30))
    found = run_program(made, made.text.encode(), inputs, asked)
    assert len(found) == 30
    assert all(values.keys() == {"quarter", "way", "slope", "total", "walk", "settle"} for values in found)
    assert found[0]["way"] == "down"


def test_only_what_is_asked_for_is_answered(walk: Prepared) -> None:
    made = walk()
    asked = [made.loaded.assignment.questions["total"]]
    assert [values.keys() for values in run_program(made, made.text.encode(), made.loaded.assignment.examples, asked)] == [
        {"total"}
    ] * 2


def test_what_takes_long_is_run_in_parts(walk: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    made = walk(walking.MASTER.replace("return np.sum(level)", "return np.sum(level) + 0 * sum(range(2_000_000))"))
    monkeypatch.setattr(made.sandbox, "limits", replace(made.sandbox.limits, cpu_seconds=1.0))
    runs: list[int] = []
    run = Job.run
    monkeypatch.setattr(Job, "run", lambda self, **what: (runs.append(len(what["inputs"])), run(self, **what))[1])
    found = run_program(
        made, made.text.encode(), list(draws.wide(made.loaded.assignment, 40)), [made.loaded.assignment.questions["total"]]
    )
    assert all(found)
    assert runs[0] == 6
    assert len(runs) > 3
    assert sum(runs) == 40


def test_a_program_that_is_refused_answers_nothing(walk: Prepared) -> None:
    made = walk()
    asked = list(made.loaded.assignment.questions.values())
    assert run_program(made, b"\xff\xfe\x00", made.loaded.assignment.examples, asked) == [{}, {}]
