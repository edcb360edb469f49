# tries: to say another size than it has, in a table that whoever unpacks it believes
# from: G4 E3 (lying sizes)

import struct
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, bombs, hand_in, patched, zipped

GRADED = {"ada": 10.0, "oscar": 0.0}
REFUSED = {"mallory": "damaged"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    small = bombs(folder / "mallory.zip", [FILE], 5_000_000)
    patched(small, struct.pack("<L", 5_000_000), struct.pack("<L", 10))
    large = bombs(folder / "oscar.zip", [FILE], 100)
    patched(large, struct.pack("<LH", 100, len(FILE)), struct.pack("<LH", 0xFFFFFFFE, len(FILE)))


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
