"""The known forgeries do work where they are known from: in nbgrader and in otter-grader as they come.

One that has stopped working would prove nothing when it fails with us. Part of `make parity`: the tools take their time.
"""

import io
import json
import zipfile
from pathlib import Path

import pytest

from benchmarks.stock import nbgrader, otter
from benchmarks.stock.asked import POINTS, QUESTIONS
from tests.platforms.parity.conftest import ALL
from tests.platforms.parity.forging import FORGERIES

pytestmark = [
    pytest.mark.skipif(not ALL, reason="the tools as they come take a minute: make parity"),
    pytest.mark.filterwarnings("ignore"),  # nbgrader's own
]

RIGHT = {asked.name: f"{asked.name} = {asked.right}" for asked in QUESTIONS}
SLIP = RIGHT | {"error": "error = nn_output - y"}
FULL = dict.fromkeys(RIGHT, float(POINTS))
HONEST = FULL | dict.fromkeys(("error", "error_term", "del_w"), 0.0)
Points = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A course of nbgrader's with hidden tests, and the notebook that it hands out."""
    folder = tmp_path_factory.mktemp("stock")
    return folder, nbgrader.make_course(folder)


def graded(folder: Path, **handed_in: bytes) -> Points:
    """Autograde a class with these newcomers: what the gradebook then has of everybody."""
    from nbgrader.api import Gradebook

    for student, notebook in handed_in.items():
        nbgrader.hand_in(folder, student, notebook)
    nbgrader.autograde(folder)
    with Gradebook(f"sqlite:///{folder / nbgrader.DATABASE}") as book:
        return {
            submission.student.id: {grade.name.removeprefix("test_"): grade.score for grade in submission.notebooks[0].grades}
            for submission in book.assignment_submissions(nbgrader.ASSIGNMENT)
        }


def test_stock_nbgrader_gives_forgers_all_points_and_others_too(stock: tuple[Path, bytes], tmp_path: Path) -> None:
    folder, handed_out = stock

    def forged(name: str) -> bytes:
        return FORGERIES[name].forged(handed_out, str(tmp_path))[0]

    before = graded(folder, amara=nbgrader.answered(handed_out, SLIP), dagmar=forged("all-close"), edgar=forged("transformer"))
    assert before == {"amara": HONEST, "dagmar": FULL, "edgar": FULL}
    after = graded(folder, frieda=forged("copier"), zuri=forged("database"))
    assert after["amara"] == FULL
    assert "BEGIN HIDDEN TESTS" in (tmp_path / "cells").read_text()
    assert (tmp_path / "gradebook").exists()


def test_stock_otter_gives_forgers_points_and_runs_what_they_have_pickled(stock: tuple[Path, bytes], tmp_path: Path) -> None:
    _, handed_out = stock
    archive, traces = tmp_path / "autograder.zip", tmp_path / "traces"
    traces.mkdir()
    otter.make_autograder(archive)

    def ran(name: str) -> dict[str, float]:
        content, beside = FORGERIES[name].forged(handed_out, str(traces))
        out = tmp_path / name
        out.mkdir()
        (out / "gradient.zip").write_bytes(_zipped({"gradient.ipynb": content, **beside}))
        otter.run(archive, out / "gradient.zip", out)
        tests = json.loads((out / "results.json").read_bytes())["tests"]
        return {test["name"]: test["score"] for test in tests if "score" in test}

    assert ran("all-close") == FULL
    assert set(ran("log").values()) == {POINTS / 2}  # for the visible half of each test
    assert (traces / "log").is_file()
    with pytest.raises(RuntimeError, match="not a GradingResults instance"):
        ran("pickle")
    assert (traces / "unpickled").is_dir(), "the pickled command has not run"


def _zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return content.getvalue()
