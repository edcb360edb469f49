# tries: to hand in a link to a zip that lies elsewhere
# from: G4

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, Outside, hand_in, zipped

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory.zip").symlink_to(Outside(folder).zip)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
