# tries: to be shown under the name of another student, by blanks that nobody sees
# from: H9 H11

from pathlib import Path

from tests.attacks.laying import WRONG, hand_in

REFUSED = {"ada ": "", "a\\xa0da": ""}
TWIN = ("ada", "mallory m")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "ada /gradient.py", WRONG)
    hand_in(folder, "a\N{NO-BREAK SPACE}da/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory m/gradient.py")
