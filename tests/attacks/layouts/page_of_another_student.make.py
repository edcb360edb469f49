# tries: to have its page written over that of another student, by a name that is made for it
# from: G6 H11

from pathlib import Path

from tests.attacks.laying import WRONG, hand_in

GRADED = {"ada": 10.0, "O'Brien": 10.0, "O_Brien-e6e62496": 0.0}
TWIN = ("ada", "O'Brien", "O_Brien")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "O'Brien/gradient.py")
    hand_in(folder, "O_Brien-e6e62496/gradient.py", WRONG)  # as the folder of their page is called


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "O'Brien/gradient.py")
    hand_in(folder, "O_Brien/gradient.py")
