# tries: to have the grader read from a device without end
# from: G4 E2

import os
import stat
from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "not a regular file"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    os.mknod(folder / "mallory/gradient.py", stat.S_IFCHR | 0o666, os.makedev(1, 5))


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
