# tries: to steer the terminal where it is said that nothing was handed in
# from: H9

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"\\x1b[2J\\x1b]0;title\\x07": "", "\\u202eyrollam\\nada: 10 of 10": ""}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "\x1b[2J\x1b]0;title\x07").mkdir()
    (folder / "\u202eyrollam\nada: 10 of 10").mkdir()


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    (folder / ".cache").mkdir()
