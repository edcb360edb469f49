"""What does Gradescope's export of submissions say?

`assignment_<n>_export/submission_metadata.yml` and beside it a folder `submission_<n>/` for each submission. From sources: several
instructors' scripts that read the file, and a test that lays out such an export: a mapping from folder to `:submitters:` (each with
`:name:`, `:sid:`, `:email:`; several of a group), `:created_at:`, `:score:`, `:results:` and `:history:`. The export holds the
submission that counts, one for each student or group.

The file is YAML as Ruby writes it, and it holds what students' programs have printed. Only the few lines that are wanted are read,
by how far they are indented, so that nothing that stands deeper is ever taken for one of them, and no object is made of anything.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import BY_HAND, Format, Label, Reader, Who
from autograder.platforms.collecting.times import in_numbers

LIST = "submission_metadata.yml"
MOST_BYTES = 64 * 1024 * 1024  # it holds the results of every submission

_KEY = re.compile(r"""(?P<indent>| {2}| {4}| {6})(?P<dash>- )?(?P<mark>["']?)(?P<key>:?[\w.-]+)(?P=mark):(?: (?P<value>.*))?""")
_CODE = r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5}|U0010[0-9A-Fa-f]{4}"
_ESCAPE = re.compile(rf'\\(?:(["\\/ ])|({_CODE}))')
_SIMPLE = re.compile(rf'(?:[^"\\]|\\(?:["\\/ ]|{_CODE}))*')
_ANCHOR = re.compile(r"&\w+ ")
_TIME_OBJECT = "!ruby/object:ActiveSupport::TimeWithZone"  # of which the line `utc:` below is the time

UNLISTED = f"Its folder does not stand in {LIST}, so it is not clear whose it is. Export the submissions again."
NOBODY = f"{LIST} names nobody for its folder. {BY_HAND}"


@dataclass(slots=True)
class Submitted:
    """One submission in the list."""

    who: list[Who] = field(default_factory=list)
    at: datetime | None = None


def submissions(text: str) -> dict[str, Submitted]:
    """What the list says of each folder."""
    found: dict[str, Submitted] = {}
    folder, section, at = "", "", 2
    for indent, dash, key, value in _lines(text):
        if indent == 0 and not dash:
            folder, section = key, ""
            if folder:
                found[folder] = Submitted()
        elif folder and indent == 2 and not dash:
            section = key
            if key == ":created_at":
                section = value if value == _TIME_OBJECT else key
                found[folder].at = in_numbers(_scalar(_ANCHOR.sub("", value)))
        elif folder and section == _TIME_OBJECT and (indent, dash, key) == (4, False, "utc"):
            found[folder].at = in_numbers(_scalar(_ANCHOR.sub("", value)))
        elif folder and section == ":submitters":
            at = indent if dash and not found[folder].who else at  # all of a list stand as far in as its first one
            if (indent, dash) in ((at, True), (at + 2, False)):
                _add(found[folder].who, dash, key, _scalar(value))
    return found


def _lines(text: str) -> Iterator[tuple[int, bool, str, str]]:
    """(indentation, whether an entry of a list begins, key, value) of each line; no key where a line at the margin has none."""
    for line in text.split("\n"):
        if found := _KEY.fullmatch(line.rstrip("\r ")):
            yield len(found["indent"]), bool(found["dash"]), found["key"], found["value"] or ""
        elif line[:1].strip():
            yield 0, False, "", ""


def _scalar(value: str) -> str:
    """A value that stands on its line; "" for one that goes on below, or is no text."""
    if value.startswith("'"):
        return value[1:-1].replace("''", "'") if len(value) > 1 and value.endswith("'") else ""
    if value.startswith('"'):
        inside = value[1:-1]
        return _ESCAPE.sub(_unescaped, inside) if len(value) > 1 and value.endswith('"') and _SIMPLE.fullmatch(inside) else ""
    return "" if value[:1] in ("|", ">", "&", "*", "!", "[", "{", "~") or value == "null" else value


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or chr(int(found[2][1:], 16))


def _add(who: list[Who], first: bool, key: str, value: str) -> None:
    if first:
        who.append(Who())
    if who:
        match key:
            case ":name":
                who[-1] = replace(who[-1], name=value)
            case ":sid":
                who[-1] = replace(who[-1], number=value)
            case ":email":
                who[-1] = replace(who[-1], email=value)


def _reader(tree: Tree, depth: int) -> Reader | None:
    listed = next((other for other in tree.others if other.parts[depth:] == (LIST,)), None)
    if listed is None or listed.trouble or not listed.content:
        return None
    known = submissions(listed.content.decode("utf-8", "replace"))
    return lambda parts: _label(parts, known)


def _label(parts: Parts, known: Mapping[str, Submitted]) -> Label | None:
    if len(parts) < 2:
        return None
    if parts[0] not in known:
        return Label((), parts[-1], unclear=UNLISTED)
    of = known[parts[0]]
    who = tuple(replace(one, key=one.email or one.number or one.name) for one in of.who)
    nameless = not who or any(not one.key for one in who)
    return Label(who, parts[-1], attempt=parts[0], at=of.at, unclear=NOBODY if nameless else "")


FORMAT = Format("Gradescope", _reader, own=lambda parts: parts == (LIST,), read=lambda name: MOST_BYTES if name == LIST else 0)
