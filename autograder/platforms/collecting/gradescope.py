"""What does Gradescope's export of submissions say?

`assignment_<n>_export/submission_metadata.yml` and beside it a folder `submission_<n>/` for each submission. From sources: several
instructors' scripts that read the file, and a test that lays out such an export: a mapping from folder to `:submitters:` (each with
`:name:`, `:sid:`, `:email:`; several of a group), `:created_at:`, `:score:`, `:results:` and `:history:`. The export holds the
submission that counts, one for each student or group.

The file is YAML, and it holds what students' programs have printed. It is heard event by event, and only texts at the wanted places
are kept: no object is made of anything, and however deep the file is, nothing calls itself for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import yaml  # type: ignore[import-untyped]

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import BY_HAND, Format, Label, Reader, Who
from autograder.platforms.collecting.times import in_numbers

LIST = "submission_metadata.yml"
MOST_BYTES = 64 * 1024 * 1024  # it holds the results of every submission
WANTED = 4  # names and numbers lead to a text that is wanted, at the most
DEEPEST = 500  # far beyond what results hold; reading takes a time that grows by the square of it

UNLISTED = f"Its folder does not stand in {LIST}, so it is not clear whose it is. Export the submissions again."
NOBODY = f"{LIST} names nobody for its folder. {BY_HAND}"

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the first is libyaml's, which not every platform's wheel has


@dataclass(slots=True)
class Submitted:
    """One submission in the list."""

    who: list[Who] = field(default_factory=list)
    at: datetime | None = None


def submissions(text: str) -> dict[str, Submitted]:
    """What the list says of each folder; where the list is torn, of those before."""
    found: dict[str, Submitted] = {}
    last = ""
    try:
        for path, value in _texts(text):
            match path:
                case [str(last)]:
                    found[last] = Submitted()
                case [str(folder), ":created_at"] | [str(folder), ":created_at", "utc"]:  # Ruby has a kind of time that is a mapping
                    found[folder].at = in_numbers(value)
                case [str(folder), ":submitters", int(number), str(key)]:
                    _add(found[folder].who, number, key, value)
    except yaml.YAMLError:
        found.pop(last, None)
    return found


@dataclass(slots=True)
class _Inside:
    """A list or mapping that an event stands in, and at which number or key; None where a key is due."""

    at: str | int | None

    def go_on(self) -> None:
        self.at = None if isinstance(self.at, str) else (self.at or 0) + 1


def _texts(text: str) -> Iterator[tuple[list[str | int | None], str]]:
    """(where, what) of each text that is not too deep; "" for what begins there and is none.

    Raises:
        yaml.YAMLError: from there on it is not YAML, or nothing that Gradescope writes.
    """
    inside: list[_Inside] = []
    for event in yaml.parse(text, Loader=_LOADER):
        match event:
            case yaml.ScalarEvent() if inside and inside[-1].at is None:
                inside[-1].at = event.value
                continue
            case yaml.NodeEvent() if inside and inside[-1].at is None:
                raise yaml.YAMLError("a key that is no text")
            case yaml.CollectionStartEvent() if len(inside) == DEEPEST:
                raise yaml.YAMLError("nested too deeply")
            case yaml.NodeEvent():
                if len(inside) <= WANTED:
                    yield [one.at for one in inside], _text(event)
                if isinstance(event, yaml.CollectionStartEvent):
                    inside.append(_Inside(None if isinstance(event, yaml.MappingStartEvent) else 0))
                    continue
            case yaml.CollectionEndEvent():
                inside.pop()
            case _:
                continue
        if inside:
            inside[-1].go_on()


def _text(event: yaml.NodeEvent) -> str:
    """What stands there, in one line."""
    if not isinstance(event, yaml.ScalarEvent) or (event.implicit[0] and event.value in ("~", "null")):
        return ""
    return " ".join(event.value.split())


def _add(who: list[Who], number: int, key: str, value: str) -> None:
    while len(who) <= number:
        who.append(Who())
    match key:
        case ":name":
            who[number] = replace(who[number], name=value)
        case ":sid":
            who[number] = replace(who[number], number=value)
        case ":email":
            who[number] = replace(who[number], email=value)


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
