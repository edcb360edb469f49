# tries: to have the grader open a device that is named as a zip
# from: G4 E2

import os
import stat
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, zipped

REFUSED = {"mallory": "not a regular file"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    os.mknod(folder / "mallory.zip", stat.S_IFCHR | 0o666, os.makedev(1, 3))  # the null device, in case it is opened


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
