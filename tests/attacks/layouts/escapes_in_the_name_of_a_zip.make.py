# tries: to be graded under a name that steers the terminal, taken from its zip
# from: H9 H11

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

REFUSED = {"\\x1b[2Jmallory": "cannot be printed", "ada\\u200b": "cannot be printed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "\x1b[2Jmallory.zip", [(FILE, RIGHT)])
    zipped(folder / "ada\u200b.zip", [(FILE, WRONG)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT)])
