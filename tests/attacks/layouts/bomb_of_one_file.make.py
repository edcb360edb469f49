# tries: to be small in a zip and very large out of it
# from: G4 E3 (ratio)

import zipfile
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, bombs, hand_in, zipped

REFUSED = {"mallory": "too large"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    bombs(folder / "mallory.zip", [FILE], 200_000_000)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT + b"#" * 500_000)], zipfile.ZIP_DEFLATED)
