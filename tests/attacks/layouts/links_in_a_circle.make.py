# tries: to send whoever follows links round for ever
# from: G4 E6

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    (folder / "mallory/gradient.py").symlink_to("gradient.ipynb")
    (folder / "mallory/gradient.ipynb").symlink_to("gradient.py")
    (folder / "mallory/again").symlink_to(".")
    (folder / "mallory/01-gradient-step").symlink_to("again/again")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
