# tries: to hand in a second name for a file that it may not read, and to have it quoted
# from: G4 G5 (hard links); CMS #376

from pathlib import Path

from tests.attacks.laying import Outside, hand_in

GRADED = {"ada": 10.0, "mallory": 0.0}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    (folder / "mallory/gradient.py").hardlink_to(Outside(folder).secret)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/notes.txt").unlink()
    (folder / "mallory/gradient.py").hardlink_to(hand_in(folder.parent, "work.py"))
