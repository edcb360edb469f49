# tries: to hand in a zip with a password, so that nobody can say what is wrong with it
# from: G4 (encrypted)

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, patched, zipped

REFUSED = {"mallory": "encrypted"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    path = zipped(folder / "mallory.zip", [(FILE, RIGHT)])
    patched(path, b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    patched(path, b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
