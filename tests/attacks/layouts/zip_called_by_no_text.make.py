# tries: to have a zip whose name is no text, and with it the student's
# from: G4 (invalid UTF-8)

import os
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, zipped

REFUSED = {"mallory\\udcff": "cannot be printed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / os.fsdecode(b"mallory\xff.zip"), [(FILE, RIGHT)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
