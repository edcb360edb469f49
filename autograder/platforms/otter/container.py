"""How is one submission graded where we are there before otter: on Gradescope, or in an image of `otter grade`?

What was handed in is put aside first, so that otter finds one blank notebook, and the plugin everything. Whatever goes wrong, no score
is left behind: otter itself would write a zero for some of it.
"""

import shutil
import traceback
from pathlib import Path

from autograder.errors import DescentError
from autograder.platforms.otter.folder import BLANK, empty
from autograder.platforms.otter.grading import ASIDE

SUBMISSION = "submission"
RESULTS = ("results/results.json", "results/results.pkl")
NOT_GRADED = "NOT GRADED, and no score was written. Nothing is marked down: see to the cause, then have it graded again."


def run(base: Path) -> int:
    """Grade what lies in `base`, laid out as Gradescope's /autograder, and write its results; 0, or 1 where there are none."""
    from otter.run.run_autograder import main  # type: ignore[import-untyped]

    try:
        _without_results(base)
        _put_aside(base)
        main(str(base), zips=False, logo=False)
    except Exception as error:  # whatever it is: no half of a result, and no zero of otter's
        _without_results(base)
        print(f"{NOT_GRADED}\n{_told(error)}")
        return 1
    return 0


def _told(error: Exception) -> str:
    """What went wrong; of what nobody has foreseen only where, since its words may hold a value of a hidden case or of a student's."""
    if isinstance(error, DescentError) or type(error).__module__.startswith("otter."):
        return f"{type(error).__name__}: {error}"
    frames = (f"  {frame.filename}, line {frame.lineno}, in {frame.name}" for frame in traceback.extract_tb(error.__traceback__))
    return "\n".join([type(error).__name__, *frames])


def _without_results(base: Path) -> None:
    for name in RESULTS:
        (base / name).unlink(missing_ok=True)


def _put_aside(base: Path) -> None:
    """Move all that was handed in to a folder that otter does not know of."""
    aside = base / ASIDE
    aside.mkdir(exist_ok=True)
    empty(aside)
    for entry in sorted((base / SUBMISSION).iterdir()):
        shutil.move(entry, aside / entry.name)
    (base / SUBMISSION / "submission.ipynb").write_bytes(BLANK)
