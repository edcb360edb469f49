"""What does a download say of a file by the place where it put it?

Each LMS has a reader: a function from the path of a file to its label, or None where the LMS gives no such path. A reader looks at
names alone, and trusts only the part of a name that the LMS has written, never the part that a student has chosen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from autograder.marking.tree import Parts, Tree


@dataclass(frozen=True, slots=True)
class Who:
    """A student as an LMS names them; "" for what it does not say.

    Attributes:
        name: the full name, as people or as file names have it.
        login, number, email: what tells two students of one name from each other.
        key: what this download calls the same student everywhere; another key is another student.
        sure: whether that is known of this LMS. If it is not, a roster on which the name stands once is believed instead.
        settled: what stands for the student's id, where a person has laid it out so.
        nick: what to call the student if there is no roster, where that is none of these.
    """

    name: str = ""
    login: str = ""
    number: str = ""
    email: str = ""
    key: str = ""
    sure: bool = True
    settled: str = ""
    nick: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What is known of a file before it is looked at.

    Attributes:
        who: whose it is; several if a group has handed it in.
        file: the name that the student gave it.
        attempt: what the files of one hand-in have in common.
        order: tells which of several attempts in one download is later, where times do not.
        at: when it was handed in, without a zone where the LMS writes none.
        late: what the LMS says of that.
        title: what the LMS calls the assignment.
        unclear: why nobody can say whose it is, in sentences; "" if it is clear.
    """

    who: tuple[Who, ...]
    file: str
    attempt: str = ""
    order: int = 0
    at: datetime | None = None
    late: bool | None = None
    title: str = ""
    unclear: str = ""


BY_HAND = "Put it into a folder of the right student's by hand, <student>/<assignment>/<file>, and collect that too."
"""What to do with a file of which nobody knows whose it is."""

Reader = Callable[[Parts], Label | None]
NOTHING = 0


@dataclass(frozen=True, slots=True)
class Format:
    """One LMS's way of laying out a download.

    Attributes:
        name: as people call it.
        reader: made for one download, whose first `depth` folders lie around everything; None: it is certainly not this LMS's.
        own: whether the LMS itself has put a file there, which nobody handed in.
        read: how many bytes are read of a file of this name, that is no submission.
        called: what the download's own name says of the assignment.
        typed: a reader of the places where the LMS puts what a student has typed in instead of handing in a file.
    """

    name: str
    reader: Callable[[Tree, int], Reader | None]
    own: Callable[[Parts], bool] = lambda parts: False
    read: Callable[[str], int] = lambda name: NOTHING
    called: Callable[[str], str] = lambda stem: stem
    typed: Callable[[Tree, int], Reader] = lambda tree, depth: lambda parts: None
