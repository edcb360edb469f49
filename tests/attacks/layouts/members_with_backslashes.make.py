# tries: to have a zip unpacked elsewhere by signs that mean a folder on another system, or the end of a name in C
# from: G4

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": "backslash or a zero"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    names = ["..\\..\\descent-loot.py", "\\\\descent-loot.py", ".\\gradient.py"]
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((name, WRONG) for name in names)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
