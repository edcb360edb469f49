# tries: to have the grader wait at a pipe for ever
# from: G4 E6; DOMjudge

import os
from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "not a regular file"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    os.mkfifo(folder / "mallory/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
