# tries: to send whoever goes into folders down for ever
# from: G4 E4

from pathlib import Path

from tests.attacks.laying import RIGHT, hand_in, zipped

GRADED = {"ada": 10.0, "oscar": 10.0}
REFUSED = {"mallory": "too deep"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/" + "a/" * 400 + "gradient.py")
    zipped(folder / "oscar.zip", [("oscar/" * 4000 + "gradient.py", RIGHT)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/" + "a/" * 5 + "notes.txt")
    hand_in(folder, "mallory/gradient.py")
