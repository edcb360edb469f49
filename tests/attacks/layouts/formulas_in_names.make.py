# tries: to have its name run by a spreadsheet
# from: H9 (formula injection)

from pathlib import Path

from tests.attacks.laying import hand_in

_NAMES = ("=7919+6", "=cmd|' -C calc'!A0", "+7919+6", "-7919+6", "@SUM(7919)", "=HYPERLINK(1)")
GRADED = {"ada": 10.0} | dict.fromkeys(_NAMES, 10.0)
TWIN = ("ada", "=")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in _NAMES:
        hand_in(folder, f"{name}/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "=/gradient.py")
