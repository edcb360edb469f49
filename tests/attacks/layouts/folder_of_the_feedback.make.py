# tries: to have the whole class's feedback written into its own folder, or to wherever its link leads
# from: F4 G5 G6; Judge0 CVE-2024-28185

from pathlib import Path

from tests.attacks.laying import Outside, hand_in

GRADED: dict[str, float] = {}
EXIT = 2
HANDED = (".",)
STANDING = "."
OUT = False


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "feedback").symlink_to(Outside(folder).right.parent)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
