# tries: to have the grader wait at a pipe that is named as a zip
# from: G4 E6

import os
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, zipped

REFUSED = {"mallory": "not a regular file"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    os.mkfifo(folder / "mallory.zip")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
