# tries: to be forty thousand files that are each too large, and to have each unpacked
# from: G4 E3

import zipfile
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, bombs, hand_in

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": "too large"}
SECONDS = 45.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    path = bombs(folder / "mallory.zip", (f"more{number}.py" for number in range(40_000)), 1_100_000)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(FILE, RIGHT)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    bombs(folder / "mallory.zip", (f"{number}.txt" for number in range(10_000)), 100)
    with zipfile.ZipFile(folder / "mallory.zip", "a") as archive:
        archive.writestr(FILE, RIGHT)
