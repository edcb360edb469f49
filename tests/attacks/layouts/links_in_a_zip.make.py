# tries: to have links and devices made out of the members of a zip
# from: G4; go-judge TestCheckPathPrefixes

import stat
import zipfile
from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, Outside, hand_in, zipped

REFUSED = {"mallory": "Links are not followed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    members = []
    for kind, name in ((stat.S_IFLNK, "gradient.py"), (stat.S_IFIFO, "a.py"), (stat.S_IFCHR, "b.py"), (stat.S_IFSOCK, "c.py")):
        member = zipfile.ZipInfo(name)
        member.external_attr = (kind | 0o777) << 16
        members.append((member, str(Outside(folder).right).encode()))
    zipped(folder / "mallory.zip", members)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    member = zipfile.ZipInfo(FILE)
    member.external_attr = (stat.S_IFREG | 0o600) << 16
    zipped(folder / "mallory.zip", [(member, RIGHT)])
