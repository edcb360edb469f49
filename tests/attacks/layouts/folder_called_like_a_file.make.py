# tries: to hand in a folder under the name of a file, with right work in it
# from: G4

from pathlib import Path

from tests.attacks.laying import hand_in, zipped

REFUSED = dict.fromkeys(("mallory", "oscar"), "a folder with the name of a file")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py/gradient.py")
    zipped(folder / "oscar.zip", [("gradient.py/", b"")])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient/notes.txt")
    hand_in(folder, "mallory/gradient.py")
