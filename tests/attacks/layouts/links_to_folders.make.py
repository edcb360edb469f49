# tries: to have a whole folder of others taken for its own: another student's, the parent, the root
# from: G4

from pathlib import Path

from tests.attacks.laying import Outside, hand_in

REFUSED = dict.fromkeys(("mallory", "oscar", "peggy"), "Links are not followed")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").symlink_to("ada")
    (folder / "oscar").symlink_to(Outside(folder).right.parent)
    (folder / "peggy").mkdir()
    (folder / "peggy/01-gradient-step").symlink_to("../ada")
    (folder / "peggy/up").symlink_to("..")
    (folder / "peggy/root").symlink_to("/")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
