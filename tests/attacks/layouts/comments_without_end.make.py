# tries: to have a table of contents that fills the memory
# from: G4 E2 (comments)

import zipfile
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, hand_in, zipped

REFUSED = {"mallory": "cannot be read"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    members = []
    for number in range(300):
        member = zipfile.ZipInfo(f"{number}/gradient.py")
        member.comment = b"x" * 65_535
        members.append((member, RIGHT))
    zipped(folder / "mallory.zip", members)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    member = zipfile.ZipInfo(FILE)
    member.comment = b"x" * 65_535
    with zipfile.ZipFile(zipped(folder / "mallory.zip", [(member, RIGHT)]), "a") as archive:
        archive.comment = b"y" * 65_535
