"""Our run_autograder, laid out as on Gradescope and in an image of `otter grade`: graded as elsewhere, and a fault leaves nothing.

There is no Docker here: what its image would hold is read from otter's own Dockerfile.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.platforms.gradescope.schema import broken
from tests.platforms.otter import hostile
from tests.platforms.otter.conftest import SLUG
from tests.platforms.otter.containers import Container, gradescopes, otters

SCORES = {"h": 2.0, "nn_output": 2.0, "error": 0.0, "error_term": 2.0, "del_w": 2.0}
Done = tuple[Container, "subprocess.CompletedProcess[str]"]
Runs = Callable[[str], Done]


def points(container: Container) -> dict[str, float]:
    assert container.results is not None
    return {test["name"]: test["score"] for test in container.results["tests"]}


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a hostile one leaves a file if it gets through."""
    return tmp_path_factory.mktemp("traces")


@pytest.fixture(scope="module")
def done(archive: Path, filled: bytes, slip: bytes, traces: Path, tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """What run_autograder makes of each, when somebody asks for it."""
    made = tmp_path_factory.mktemp("containers")

    def linked() -> Done:
        container = gradescopes(archive, made / "linked")
        there = container.base / "source" / "files" / "descent" / "course" / "solutions" / SLUG / "gradient.py"
        assert there.is_file()
        (container.base / "submission" / "gradient.py").symlink_to(there)
        log = hostile.LOG.replace(b"@TRACES@", str(traces).encode())
        files = {"a/gradient.ipynb": filled, "notes.ipynb": filled, ".OTTER_LOG": log}
        return container, container.run(files, contained=os.geteuid() == 0)

    def image() -> Done:
        container = otters(archive, made / "image", made / "unpacked")
        return container, container.run({"ada.zip": hostile.submissions(traces, slip.decode())["beside"][1]})

    def broken_engine() -> Done:
        container = gradescopes(archive, made / "broken-engine")
        worker = container.base / "source" / "files" / "descent" / "engine" / "autograder" / "marking" / "worker.py"
        broken = "def broken(*_):\n    raise KeyError('a hidden value')\n\n\nMarker.mark = broken\n"
        worker.write_text(f"{worker.read_text()}\n\n{broken}")
        return container, container.run({"gradient.py": slip})

    def otters_zero() -> Done:
        """A config that has otter raise what it makes a zero of."""
        container = gradescopes(archive, made / "otters-zero")
        config = container.base / "source" / "otter_config.json"
        config.write_text(json.dumps({**json.loads(config.read_text()), "assignment_name": "another"}))
        return container, container.run({"gradient.py": slip})

    work: dict[str, Callable[[], Done]] = {one.__name__: one for one in (linked, image, broken_engine, otters_zero)}
    return cache(lambda what: work[what]())


def test_on_gradescope_the_file_that_counts_is_graded_and_no_link_is_followed(done: Runs) -> None:
    container, ran = done("linked")
    assert ran.returncode == 0, ran.stdout
    assert points(container) == SCORES
    assert container.results is not None
    assert list(broken(container.results)) == []
    assert "Note: gradient.py: It is a link." in container.results["output"]
    assert "01-gradient-step, version 1: gradient.ipynb of ada@example.edu: 8 of 10 points." in ran.stdout


@pytest.mark.skipif(os.geteuid() != 0, reason="level B gives each job a user of its own, which only root can do")
def test_root_without_namespaces_grades_at_level_b(done: Runs) -> None:
    assert "isolation B" in done("linked")[1].stdout


def test_an_image_of_otter_grade_takes_a_zip_and_its_host_needs_nothing_of_ours(done: Runs) -> None:
    container, ran = done("image")
    assert ran.returncode == 0, ran.stdout
    assert points(container) == SCORES
    reads = (
        "import sys; sys.modules['autograder'] = None; import dill; from otter.grade.utils import merge_scores_to_df\n"
        "results = dill.load(open(sys.argv[1], 'rb')); results.file = 'ada.zip'\n"
        "print(merge_scores_to_df([results]).to_json(orient='records'))"
    )
    command = [sys.executable, "-c", reads, container.base / "results" / "results.pkl"]
    possible, ada = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert {name: possible[name] for name in SCORES} == dict.fromkeys(SCORES, 2.0)
    assert {name: ada[name] for name in SCORES} == SCORES
    assert (ada["total_points_earned"], ada["percent_correct"], ada["grading_status"]) == (8.0, 0.8, "Completed")


def test_nothing_of_a_submission_is_run_imported_or_unpickled(done: Runs, traces: Path) -> None:
    assert {done(what)[1].returncode for what in ("linked", "image")} == {0}
    assert sorted(path.name for path in traces.iterdir()) == []


@pytest.mark.parametrize(
    ("what", "said"),
    [("broken_engine", "worker.py, line "), ("otters_zero", "Received submission for assignment 'None'")],
)
def test_a_fault_is_told_and_leaves_neither_a_score_nor_a_zero(done: Runs, what: str, said: str) -> None:
    container, ran = done(what)
    assert ran.returncode == 1
    assert said in ran.stdout
    assert "see to the cause, then have it graded again." in ran.stdout
    assert "a hidden value" not in ran.stdout
    assert list((container.base / "results").iterdir()) == []
