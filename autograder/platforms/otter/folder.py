"""What becomes of the folder that otter keeps a submission in?

Nothing of it stays. Otter unpickles a log that lies there, starts a kernel in it and puts it on the kernel's path: so it is emptied
before, of whatever it holds, and a blank takes the place of the file that otter hands over.
"""

import os
import shutil
import tempfile
from pathlib import Path

from autograder.errors import UsageError
from autograder.marking.archive import read_archive
from autograder.marking.tree import ARCHIVE, ENDINGS, Limit, spelled

BLANK = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n'
MADE = "__init__.py"
TESTS = "tests"


def blank(path: Path) -> None:
    """Leave a blank of that name, and nothing else, in its folder.

    Raises:
        UsageError: something cannot be removed.
    """
    empty(path.parent)
    path.write_bytes(BLANK if path.suffix == ".ipynb" else b"")


def empty(folder: Path) -> None:
    """Remove all that lies in a folder; of a link only the link.

    Raises:
        UsageError: something cannot be removed.
    """
    for entry in os.scandir(folder):
        _remove(Path(entry.path))


def without_otters(folder: Path, files: Path) -> None:
    """Remove what otter itself has put into a submission's folder: the tests, an empty module, and what is in `files`.

    Raises:
        UsageError: something cannot be removed.
    """
    for path in (folder / TESTS, *(folder / entry.name for entry in os.scandir(files))):
        if os.path.lexists(path):
            _remove(path)
    made = folder / MADE
    if made.is_file() and not made.stat().st_size:
        _remove(made)


def unzipped(folder: Path, limit: Limit) -> list[str]:
    """Where one zip lies in a folder, put what may be a submission in the place of it, each file in a folder of its own.

    Args:
        limit: how many bytes a submission of some name may have.

    Returns:
        a sentence for each file in the zip that cannot be graded.
    """
    archives = [Path(entry.path) for entry in os.scandir(folder) if entry.name.lower().endswith(ARCHIVE)]
    if len(archives) != 1:
        return []
    files = sorted(read_archive(archives[0], limit).files, key=lambda found: (len(found.parts), found.parts))
    _remove(archives[0])
    inside = Path(tempfile.mkdtemp(prefix="zip-", dir=folder))  # new, so that no link of the student's leads out of it
    for number, found in enumerate(files):
        if not found.trouble and found.parts[-1].lower().endswith(ENDINGS):
            (inside / f"{number:05d}").mkdir()
            (inside / f"{number:05d}" / found.parts[-1]).write_bytes(found.content)
    return [f"{spelled('/'.join(found.parts))}: {found.trouble}" for found in files if found.trouble]


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise UsageError(f"{spelled(str(path))}: cannot be removed, so nothing is graded here: {error.strerror}.") from None
