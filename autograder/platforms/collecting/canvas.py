"""What does Canvas write in the names of submissions.zip?

`<name>[_LATE]_<user>_<attachment>_<file>`, all in one folder. From a source: instructure/canvas-lms, lib/content_zipper.rb. The
name is the sortable one ("Lovelace, Ada") in small letters without anything but letters, digits and `_`; of a group assignment it
is the group's. An anonymous assignment has `anon_<id>` instead of name and user. A second file of the same name gets `-1` before
its ending. A zip holds what was handed in last, and no times: Canvas only says what came late, in older versions in small letters.
What was typed in is `<name>[_LATE]_<user>_text.html`, an address `..._link.html`. (Inferred: the attachment's number grows with time.)
"""

import re

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import BY_HAND, Format, Label, Reader, Who

_WORD = r"[^\x00-/:-@\[-^`{-\x7f]"  # of ASCII letters, digits and _; of all else what Ruby takes for a word: `\w` lacks vowel signs
_NAMED = re.compile(rf"(?P<name>{_WORD}*?)_(?P<late>LATE_|late_)?(?P<user>\d+)_(?P<attachment>\d+)_(?P<file>.+)", re.ASCII)
_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<user>anon_[A-Za-z0-9]+)_(?P<attachment>\d+)_(?P<file>.+)")
_TYPED_IN = re.compile(rf"(?P<name>{_WORD}*?)_(?P<late>LATE_|late_)?(?P<user>\d+)_(?P<file>(?:text|link)\.html)", re.ASCII)
_TYPED_IN_BY_NOBODY = re.compile(rf"{_WORD}+_(?:text|link)\.html")
_NUMBER_FIRST = re.compile(r"\d+_")

UNCLEAR = (
    f"Its name can be read in two ways, so it is not clear whose it is: the student's own part of it begins with a number. {BY_HAND}"
)
ANONYMOUS = "It was handed in anonymously. Let Canvas show the names (hide no student names) and download it again."


def read(parts: Parts) -> Label | None:
    """What Canvas says of a file."""
    if len(parts) != 1:
        return None
    if found := _ANONYMOUS.fullmatch(parts[0]):
        return _label(found, Who(key=found["user"]), ANONYMOUS)
    if found := _NAMED.fullmatch(parts[0]):
        return _label(found, _who(found), UNCLEAR if _NUMBER_FIRST.match(found["file"]) else "")
    return None


def typed(parts: Parts) -> Label | None:
    """What Canvas says of a text that a student has typed in."""
    found = _TYPED_IN.fullmatch(parts[0]) if len(parts) == 1 else None
    return None if found is None else Label((_who(found),), found["file"])


def _who(found: re.Match[str]) -> Who:
    nick = "-".join(filter(None, (found["name"], found["user"])))  # names are so squeezed that two may well be the same
    return Who(name=found["name"], number=found["user"], key=found["user"], nick=nick)


def _label(found: re.Match[str], who: Who, unclear: str) -> Label:
    """All files of one student are of one attempt: a zip holds no other."""
    late, order = bool(found["late"]), int(found["attachment"])
    return Label((who,), found["file"], order=order, late=late, unclear=unclear)


def _reader(tree: Tree, depth: int) -> Reader:
    return read


FORMAT = Format("Canvas", _reader, own=lambda parts: bool(_TYPED_IN_BY_NOBODY.fullmatch(parts[-1])), typed=lambda tree, depth: typed)
