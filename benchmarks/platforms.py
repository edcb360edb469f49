"""How quick are nbgrader, otter-grader and Gradescope with our engine in them, beside the same tools as they come?

`python -m benchmarks.platforms` grades the same answers by each, in one run, and prints a table in Markdown. What an instructor does
once (export, release, setting up) is not in the figures; the start of every command is.
"""

import argparse
import os
import platform
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.classroom import Handed, a_class, answered
from benchmarks.grading import ROOT, SLUG
from benchmarks.meter import Taken, taken
from benchmarks.stock import nbgrader, otter
from tests.platforms.gradescope import routes as in_gradescope
from tests.platforms.nbgrader import routes as in_nbgrader
from tests.platforms.otter import routes as in_otter

NOTEBOOK = "gradient.ipynb"


@dataclass(frozen=True, slots=True)
class Row:
    """One way of grading a class.

    Attributes:
        beside: the row that it is compared with; itself, where it is the tool as it comes.
        target: how many times as quick it is to be, at least.
    """

    what: str
    count: int
    took: Taken
    beside: "Row | None" = None
    target: float | None = None

    @property
    def times(self) -> float:
        """How many times as quick as the other, by the submission."""
        return (self.beside.took.wall / self.beside.count) / (self.took.wall / self.count) if self.beside else 1.0

    def line(self) -> str:
        """A line of the table."""
        target = f"at least {self.target:g}: {'met' if self.times >= self.target else 'missed'}" if self.target else ""
        each = f"{self.took.wall / self.count:.2f}"
        return f"| {self.what} | {self.count} | {self.took.wall:.1f} | {each} | {self.times:.1f} | {target} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="submissions graded by every way")
    parser.add_argument("--many", type=int, default=200, help="submissions that nbgrader's gradebook gets besides; 0 for none")
    chosen = parser.parse_args()
    few = a_class(chosen.count, max(chosen.count, chosen.many))
    many = a_class(chosen.many, chosen.many) if chosen.many else []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DESCENT_HOME"] = folder  # of the commands that are measured
        rows = [*by_nbgrader(Path(folder, "nbgrader"), few, many), *by_otter(Path(folder, "otter"), few)]
    print(table(rows))


def table(rows: Iterable[Row]) -> str:
    """The rows, in Markdown."""
    lines = [
        f"{platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end",
        "",
        "| what | submissions | s | s each | times as quick | target |",
        "|---|---:|---:|---:|---:|---|",
    ]
    return "\n".join([*lines, *(row.line() for row in rows)])


def by_nbgrader(folder: Path, few: Sequence[Handed], many: Sequence[Handed]) -> list[Row]:
    """nbgrader as it comes, ours in it, and ours straight into its gradebook."""
    stock = Row("stock `nbgrader autograde`", len(few), _stock(folder / "stock", few))
    rows = [
        stock,
        Row("ours inside `nbgrader autograde`", len(few), _inside(folder / "inside", few), stock, 3),
        Row("`descent grade --nbgrader`", len(few), _direct(folder / "direct", few), stock, 8),
    ]
    if many:
        stock = Row("stock `nbgrader autograde`", len(many), _stock(folder / "stock-many", many))
        rows += [stock, Row("`descent grade --nbgrader`", len(many), _direct(folder / "direct-many", many), stock, 40)]
    return rows


def _stock(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    folder.mkdir(parents=True)
    release = nbgrader.make_course(folder)
    for one in handed_in:
        nbgrader.hand_in(folder, one.student, nbgrader.answered(release, one.answers))
    with taken() as took:
        nbgrader.autograde(folder)
    _all_graded(handed_in, [path.parent.name for path in (folder / "autograded").glob(f"*/{nbgrader.ASSIGNMENT}")])
    return took


def _inside(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    _submitted(folder, handed_in)
    with taken() as took:
        in_nbgrader.run(folder, "nbgrader", "autograde", SLUG, check=True)
    _all_graded(handed_in, in_nbgrader.graded(folder, SLUG))
    return took


def _direct(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    _submitted(folder, handed_in)
    command = ("--course", str(ROOT), "grade", "--nbgrader", str(folder), "--assignment", SLUG, "--out", str(folder / "pages"))
    with taken() as took:
        in_nbgrader.run(folder, "descent", *command, check=True)
    _all_graded(handed_in, in_nbgrader.graded(folder, SLUG))
    return took


def _submitted(folder: Path, handed_in: Sequence[Handed]) -> None:
    """Our course for nbgrader, released, with the class's notebooks in it."""
    shutil.copytree(in_nbgrader.released(ROOT, SLUG), folder)
    release = (folder / "release" / SLUG / NOTEBOOK).read_bytes()
    for one in handed_in:
        path = folder / "submitted" / one.student / SLUG / NOTEBOOK
        path.parent.mkdir(parents=True)
        path.write_bytes(answered(release, one.answers))


def by_otter(folder: Path, handed_in: Sequence[Handed]) -> list[Row]:
    """Otter as it comes, ours in it, and ours as Gradescope runs it; each submission by a command of its own."""
    stock = Row("stock `otter run`", len(handed_in), _stock_otter(folder / "stock", handed_in))
    return [
        stock,
        Row("ours inside `otter run`", len(handed_in), _inside_otter(folder / "inside", handed_in), stock),
        Row("ours as Gradescope's `run_autograder`", len(handed_in), _script(folder / "script", handed_in), stock, 10),
    ]


def _stock_otter(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    folder.mkdir(parents=True)
    handed_out = otter.make_autograder(folder / "autograder.zip")
    files = _written(folder, {one.student: otter.answered(handed_out, one.answers) for one in handed_in})
    with taken() as took:
        for path in files:
            otter.run(folder / "autograder.zip", path, path.parent)
    _all_graded(handed_in, [path.parent.name for path in folder.glob("*/results.json")])
    return took


def _inside_otter(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    archive = in_otter.archive_of(ROOT, SLUG, folder / "export")
    handed_out = (archive.parent.parent / "student" / NOTEBOOK).read_bytes()
    files = _written(folder / "in", {one.student: answered(handed_out, one.answers) for one in handed_in})
    with taken() as took:
        ran = [in_otter.run(archive, path, path.parent) for path in files]
    _all_graded(handed_in, [path.parent.name for path, one in zip(files, ran, strict=True) if one.points])
    return took


def _script(folder: Path, handed_in: Sequence[Handed]) -> Taken:
    folder.mkdir(parents=True)
    place = in_gradescope.unpacked(folder, ROOT, SLUG)
    handed_out = (ROOT / "assignments" / SLUG / NOTEBOOK).read_bytes()
    files = {one.student: answered(handed_out, one.answers) for one in handed_in}
    graded, whole = [], Taken()
    for student, content in files.items():
        place.hand_in({NOTEBOOK: content}, student)
        with taken() as took:
            place.run()
        whole.wall, whole.cpu = whole.wall + took.wall, whole.cpu + took.cpu
        graded += [student] if place.results.exists() else []
    _all_graded(handed_in, graded)
    return whole


def _written(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    """A folder for each student, with the notebook in it; there the results go, too."""
    paths = {folder / student / NOTEBOOK: content for student, content in contents.items()}
    for path, content in paths.items():
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    return list(paths)


def _all_graded(handed_in: Sequence[Handed], graded: Iterable[str]) -> None:
    """Nothing is quick that has not done its work.

    Raises:
        RuntimeError: somebody has not been graded.
    """
    if missing := sorted({one.student for one in handed_in} - set(graded)):
        raise RuntimeError(f"not graded: {', '.join(missing)}")


if __name__ == "__main__":
    main()
