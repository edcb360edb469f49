"""What do the tests of an assignment's content have in common? Its master run, its prose and tables read, its hints looked over."""

import hashlib
import re
import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.building.stub import stub
from autograder.course import Assignment, cases, graph
from autograder.course.load import Loaded

TELLS = r"[=*/@]|\w\(|\d[-+]| [-+] |np\."
BLAMES = r"(?i)\b(wrong|mistake|forgot\w*|incorrect|instead|you should)\b"


def entropy(text: str) -> bytes:
    """32 bytes to draw cases from."""
    return hashlib.sha256(text.encode()).digest()


def run(path: Path, text: str | None = None) -> dict[str, Any]:
    """The names of a script after it was run; `text` is written to `path` first."""
    if text is not None:
        path.write_text(text, encoding="utf-8")
    return runpy.run_path(str(path), run_name="__main__")


@contextmanager
def without_plots() -> Iterator[None]:
    """As on a machine without matplotlib."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(__import__("sys").modules, "matplotlib", None)
        yield


def figures_drawn(path: Path) -> list[list[Any]]:
    """The axes of each figure that a script shows, drawn with the real matplotlib."""
    pytest.importorskip("matplotlib").use("agg")
    from matplotlib import pyplot

    shown: list[list[Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyplot, "show", lambda: shown.append(list(pyplot.gcf().axes)))
        run(path)
        for axes in shown:
            axes[0].figure.canvas.draw()
    pyplot.close("all")
    return shown


def student(loaded: Loaded, folder: Path) -> Path:
    """The stub as a file of its own."""
    path = folder / loaded.entry.file
    path.write_text(stub(loaded.master.read_text(encoding="utf-8"), loaded.entry.file), encoding="utf-8")
    return path


def prose(master: str) -> str:
    """The text between the code, on one line."""
    blocks = re.findall(r"^# %% \[markdown\]\n((?:#.*\n)+)", master, flags=re.MULTILINE)
    return " ".join(re.sub(r"^# ?", "", "\n".join(blocks), flags=re.MULTILINE).split())


def table(master: str) -> dict[str, list[str]]:
    """The last table of the master, that of the public examples: the cells of each row by its first cell."""
    rows = [line.removeprefix("# |").removesuffix("|") for line in master.splitlines() if re.match(r"# \|.*\|$", line)]
    start = max(index for index, row in enumerate(rows) if re.search(r"first \| second", row))
    return {head.strip(): [cell.strip() for cell in cells] for head, *cells in (row.split(" | ") for row in rows[start + 2 :])}


def numbers(cell: str) -> list[float]:
    """A table's cell as numbers."""
    return [float(word) for word in re.split(r"[\s,\[\]]+", cell) if word]


def truths(assignment: Assignment) -> list[dict[str, Any]]:
    """Givens and answers of the two public examples by name."""
    return [{**case.givens, **case.truth} for case in cases.examples(assignment)]


def accepted(assignment: Assignment, count: int = 100) -> list[cases.Case]:
    """Accepted cases, each by itself."""
    found = list(cases.accepted(assignment, cases.generator(entropy("accepted")), count))
    assert len(found) == count
    return found


def agrees(got: Any, expected: Any, *, rtol: float = 1e-9) -> None:
    """Answers of one or several parts are the same."""
    if isinstance(expected, tuple):
        assert len(got) == len(expected)
        for one, other in zip(got, expected, strict=True):
            agrees(one, other, rtol=rtol)
    else:
        np.testing.assert_allclose(got, expected, rtol=rtol, atol=1e-14)


def hints_ask(assignment: Assignment, about: str = "") -> None:
    """Each hint is a question of its own, names its quantity, shows no formula and blames nobody.

    Args:
        about: other words that may stand for a quantity, as a pattern.
    """
    hints = [mistake.hint for mistake in graph.mistakes(assignment)]
    assert len(set(hints)) == len(hints)
    for mistake in graph.mistakes(assignment):
        named = "|".join(filter(None, [mistake.question, about]))
        assert "?" in mistake.hint, mistake.id
        assert re.search(rf"\b({named})\b", mistake.hint), mistake.id
        assert not re.search(TELLS, mistake.hint), mistake.id
        assert not re.search(BLAMES, mistake.hint), mistake.id
