# tries: to have one file looked at and another one graded, under one name
# from: G4 (duplicate names, case clash)

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

REFUSED = {"mallory": "stands 2 times", "oscar": "stands 2 times", "peggy": "stands 2 times"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT), (FILE, WRONG)])
    zipped(folder / "oscar.zip", [("gradient.py", RIGHT), ("Gradient.PY", WRONG)])
    zipped(folder / "peggy.zip", [("./gradient.py", RIGHT), ("gradient.py", WRONG), ("peggy//../gradient.py", WRONG)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT), ("gradient.txt", WRONG)])
