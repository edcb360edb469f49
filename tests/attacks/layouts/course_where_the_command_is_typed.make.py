# tries: to bring the course by which it is graded, with questions that the judge runs
# from: G2 G3 (course.toml)

from pathlib import Path

from tests.attacks.laying import WRONG, hand_in

_PROGRAM = b"open('descent-loot', 'w').close()\n"
GRADED: dict[str, float] = {}
EXIT = 2
HANDED = (".",)
STANDING = "mallory"
COURSE = False


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    course = Path(__file__).parents[3]
    head, entry, *_ = (course / "course.toml").read_bytes().split(b"[[assignments]]")
    hand_in(folder, "mallory/course.toml", head + b"[[assignments]]" + entry)
    for name in ("driver.py", "questions.py", "start.py"):
        text = (course / "solutions/00-start-here" / name).read_bytes()
        hand_in(folder, f"mallory/solutions/00-start-here/{name}", text.replace(b"import", _PROGRAM + b"import", 1))
    hand_in(folder, "mallory/start.py", WRONG)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    hand_in(folder, "mallory/notes.toml")
