# tries: to turn the direction of writing where its name is shown
# from: H9 (bidirectional overrides)

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = dict.fromkeys(("\\u202eada", "ada\\u200b", "\\u2066x\\u2069", "one\\u2028two"), "cannot be printed")
TWIN = ("ada", "\u05e9\u05dc\u05d5\u05dd")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in ("\u202eada", "ada\u200b", "\u2066x\u2069", "one\u2028two"):
        hand_in(folder, f"{name}/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "\u05e9\u05dc\u05d5\u05dd/gradient.py")
