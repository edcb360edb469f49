# tries: to write lines of its own and to steer the terminal where its name is shown
# from: H9

from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = dict.fromkeys(
    ("mallory\\nada  10 of 10", "\\x1b[2J\\x1b[31mred", "a\\tb\\rc", "\\x1b]0;title\\x07", "bell\\x07"), "cannot be printed"
)


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in ("mallory\nada  10 of 10", "\x1b[2J\x1b[31mred", "a\tb\rc", "\x1b]0;title\x07", "bell\x07"):
        hand_in(folder, f"{name}/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
