# tries: to be unpacked again and again, each time ten times as large
# from: G4 E3 (42.zip)

import zipfile
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, bombs, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": "Expected a .py or .ipynb file"}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    inner = bombs(folder / "mallory.zip", [FILE], 5_000_000).read_bytes()
    for _ in range(4):
        members = [(FILE, RIGHT), *((f"{number}.zip", inner) for number in range(10))]
        inner = zipped(folder / "mallory.zip", members, zipfile.ZIP_DEFLATED).read_bytes()


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)], zipfile.ZIP_DEFLATED)
