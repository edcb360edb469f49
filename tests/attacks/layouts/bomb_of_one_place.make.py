# tries: to have the same bytes unpacked under many names
# from: G4 E3 (overlapping members)

import struct
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, bombs, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 0.0}
REFUSED = {"mallory": "damaged"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    path = bombs(folder / "mallory.zip", [FILE, *(f"more{number:02}.py" for number in range(40))], 900_000)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 42 : at + 46] = struct.pack("<L", 0)  # where the member begins: all at the first one
        at += 1
    path.write_bytes(content)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT), ("data.txt", RIGHT), ("more.txt", RIGHT)])
