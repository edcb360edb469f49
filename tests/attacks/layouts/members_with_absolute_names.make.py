# tries: to have a zip unpacked to a place of its own choice
# from: G4

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": "is an absolute path"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    names = ["/descent-loot.py", "//descent-loot.py", "///../descent-loot.py", "c:descent-loot.py"]
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((name, WRONG) for name in names)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [("mallory/gradient.py", RIGHT), ("/tmp/notes.txt", WRONG)])
