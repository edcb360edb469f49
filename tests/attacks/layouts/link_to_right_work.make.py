# tries: to hand in a link to right work that lies elsewhere
# from: G4 G5; codejail TestSymlinks

from pathlib import Path

from tests.attacks.laying import Outside, hand_in

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    (folder / "mallory/gradient.py").symlink_to(Outside(folder).right)
    (folder / "mallory/gradient.ipynb").symlink_to("/etc/passwd")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
