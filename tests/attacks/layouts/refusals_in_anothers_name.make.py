# tries: to have it said of another student, and of students that nobody knows, that their work is refused
# from: H11

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": ""}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    names = ["../ada/gradient.py", "/ada/gradient.py", "C:/descent-loot.py", "ada\\gradient.py", "ada/more.zip"]
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((name, WRONG) for name in names)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
