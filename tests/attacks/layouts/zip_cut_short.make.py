# tries: to hand in half a zip
# from: G4 (truncated)

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, zipped

REFUSED = dict.fromkeys(("mallory", "oscar", "peggy"), "The zip cannot be read")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    path = zipped(folder / "mallory.zip", [(FILE, RIGHT)])
    path.write_bytes(path.read_bytes()[:-40])
    (folder / "oscar.zip").write_bytes(path.read_bytes()[:60])
    (folder / "peggy.zip").write_bytes(b"")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    path = zipped(folder / "mallory.zip", [(FILE, RIGHT)])
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
