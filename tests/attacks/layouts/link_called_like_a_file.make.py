# tries: to hand in a link to a folder under the name of a file
# from: G4

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    (folder / "mallory/gradient.py").symlink_to(folder / "ada", target_is_directory=True)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
