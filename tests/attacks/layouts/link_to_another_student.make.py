# tries: to hand in a link to the work of another student
# from: G4 G6; nbgrader #978

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory/01-gradient-step").mkdir(parents=True)
    (folder / "mallory/01-gradient-step/gradient.py").symlink_to("../../ada/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/01-gradient-step/gradient.py")
