"""What files are in a zip that was handed in?

Nothing is extracted to disk. A member is refused by its name alone if the name could mean another place than the one it shows, and
each member is read only up to the course's limit, whatever size it declares.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.marking.tree import (
    ENDINGS,
    Aside,
    Found,
    Limit,
    OddError,
    Parts,
    Tree,
    checked,
    name_trouble,
    of_interest,
    regular,
    skipped,
    spelled,
    too_large,
)

MEMBERS = 50_000
OPENED = 10_000  # members of one zip: a class of a thousand with ten assignments
TOLD = 1000  # members of one zip of which it is said one by one why they are refused
TOTAL = 1024 * 1024 * 1024  # bytes read from one zip
DIRECTORY = 8 * 1024 * 1024  # bytes of a zip's table of contents
TIGHTEST = 1032  # bytes that come of one packed byte at the most

_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1
_UTF_8 = 0x800  # in a member's flags: so is its name spelled
_ENTRY = struct.Struct("<8xH18x3H12x")  # of the table of contents: flags, lengths of name, extra field and comment
_SIGNATURE = b"PK\x01\x02"
_OLD_LETTERS = frozenset("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜáíóúñÑª°ßº")  # what names hold of code page 437 besides ASCII
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # bz2 and lzma unpack without a bound
_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)


def read_archive(path: Path, limit: Limit, aside: Aside | None = None) -> Tree:
    """All that lies in the zip at `path`, as if it were a folder; `limit` as for `read_folder`."""
    tree = Tree()
    try:
        with _Guarded(io.FileIO(regular(path))) as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            names = file.settle()
            for number, member in enumerate(members):
                member.orig_filename = names.get(number, member.orig_filename)
            if len(members) > MEMBERS:
                tree.files.append(_whole(path, f"The zip holds more than {MEMBERS} members. Split it."))
                return tree
            if not members:
                tree.files.append(_whole(path, "The zip is empty."))
            refused = 0
            for part in _members(archive, members, path, limit, aside):
                if not isinstance(part, Found):
                    tree.folders.add(part)
                    continue
                if not of_interest(part.parts[-1]):
                    tree.others.append(part)
                    continue
                refused += bool(part.trouble)
                if not part.trouble or refused <= TOLD:
                    tree.files.append(part)
            if refused > TOLD:
                tree.folders.clear()
                tree.files.append(_whole(path, f"The zip holds {refused - TOLD} more files that cannot be graded."))
    except OddError as odd:
        tree.folders.clear()  # nothing is said of a folder whose files are not all known
        tree.files.append(_whole(path, str(odd)))
    except _UNREADABLE as error:
        why = getattr(error, "strerror", None) or "it is not a zip file, or it is damaged"
        tree.files.append(_whole(path, f"The zip cannot be read: {why}."))
    return tree


def member_parts(name: str) -> Parts:
    """The folders and the name of a member as its zip spells it.

    Raises:
        ValueError: the name could mean a place other than it shows; with the reason, in a sentence.
    """
    if "\0" in name or "\\" in name:
        raise ValueError(
            "Its name in the zip holds a backslash or a zero. Make the zip again with another program, or unpack it, and name the "
            "folder."
        )
    if name.startswith("/") or _DRIVE.match(name):
        raise ValueError("Its name in the zip is an absolute path.")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if ".." in parts:
        raise ValueError("Its name in the zip leads out of the zip, by '..'.")
    if trouble := name_trouble(parts):
        raise ValueError(trouble)
    return parts


class _Guarded(io.BufferedReader):
    """A file of which nobody reads a huge piece at once: a zip's table of contents becomes many objects.

    One name in the table that is said to be UTF-8, and is not, would make the whole zip unreadable. Until the table is read such names
    pass as of the old kind, so that only their members are refused.
    """

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__(raw)
        self._settled = False
        self._names: dict[int, str] = {}

    def read(self, size: int | None = -1, /) -> bytes:
        """What a BufferedReader reads; ValueError for more than a table of contents may have."""
        if size is not None and size > DIRECTORY:
            raise ValueError
        data = super().read(size)
        return data if self._settled or not data.startswith(_SIGNATURE) else self._readable(data)

    def settle(self) -> dict[int, str]:
        """From now on give everything as it is; the names that are no text, by their places in the table, with escapes in them."""
        self._settled = True
        return self._names

    def _readable(self, table: bytes) -> bytes:
        self._names, made, at, number = {}, bytearray(table), 0, 0
        while table.startswith(_SIGNATURE, at) and at + _ENTRY.size <= len(table):
            flags, *lengths = _ENTRY.unpack_from(table, at)
            start = at + _ENTRY.size
            name = table[start : start + lengths[0]].decode("utf-8", "surrogateescape")
            if flags & _UTF_8 and any("\udc80" <= sign <= "\udcff" for sign in name):
                self._names[number] = name
                struct.pack_into("<H", made, at + 8, flags & ~_UTF_8)
            at, number = start + sum(lengths), number + 1
        return bytes(made)


def _members(
    archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], path: Path, limit: Limit, aside: Aside | None
) -> Iterator[Found | Parts]:
    """The files that may be submissions, and the folders; the other files, too, for whoever asks for them.

    Raises:
        OddError: there is too much; when all that may be taken has been.
    """
    members = list(members)
    times = Counter(_place(member) for member in members)
    left, opened = TOTAL, 0
    for member in members:
        name = _named(member)
        origin = f"{spelled(str(path))}: {spelled(name)}"
        try:
            parts = member_parts(name)
            _check_encoding(member, name)
        except ValueError as error:
            if of_interest(name) or aside is not None:
                yield Found(_shown(name), origin, trouble=str(error))
            continue
        if not parts or skipped(parts):
            continue
        yield from (parts[:depth] for depth in range(1, len(parts)))
        if name.endswith("/") and not name.rstrip("/").lower().endswith(ENDINGS):
            yield parts
        elif of_interest(parts[-1]) or aside is not None:
            most = limit(parts[-1]) if of_interest(parts[-1]) or aside is None else aside(parts[-1])
            if trouble := _trouble(member, times[_place(member)], most or member.file_size):
                yield Found(parts, origin, trouble=trouble)
                continue
            if not most:
                yield Found(parts, origin)
                continue
            if left <= 0 or opened == OPENED:
                held = f"{OPENED} files" if left > 0 else f"{TOTAL // 1024 // 1024} MB"
                raise OddError(f"The zip holds more than {held} of submissions, and the rest was not looked at. Split it.")
            opened += 1
            left -= min(member.file_size, most + 1)  # no more of it is read, whatever comes out
            yield _read(archive, member, parts, origin, most)


def _trouble(member: zipfile.ZipInfo, times: int, limit: int) -> str:
    """Why a member is not even opened; "" if it may be."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if times > 1:
        return f"Its name stands {times} times in the zip, so it is not clear which one is meant."
    if member.orig_filename.endswith("/"):
        return "It is a folder with the name of a file. Hand in the file itself."
    if kind == stat.S_IFLNK:
        return "It is a link. Links are not followed: hand in the file itself."
    if kind not in (0, stat.S_IFREG):
        return "It is not a regular file."
    if member.flag_bits & _ENCRYPTED:
        return "It is encrypted. Make the zip again without a password."
    if member.compress_type not in _METHODS:
        return "It is packed in a way that is not read here. Make the zip again with another program."
    if limit < member.file_size <= member.compress_size * TIGHTEST:  # another size is a lie, and only reading tells
        return too_large(limit, member.filename)
    return ""


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, parts: Parts, origin: str, limit: int) -> Found:
    try:
        with archive.open(member) as file:
            content = file.read(limit + 1)
    except _UNREADABLE:
        return Found(parts, origin, trouble="It cannot be unpacked: the zip is damaged there.")
    return checked(parts, origin, content, limit)


def _named(member: zipfile.ZipInfo) -> str:
    """A member's name. One that is not said to be UTF-8, and is, was written by a program that does not say so."""
    name = member.orig_filename
    if member.flag_bits & _UTF_8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _check_encoding(member: zipfile.ZipInfo, name: str) -> None:
    """Refuse a name that would be of the old kind, code page 437, and hold other signs than Latin letters with accents.

    It is of another kind then, of which the zip says nothing, and whoever is called so would be given a wrong name.

    Raises:
        ValueError: it is one, with the reason, in a sentence.
    """
    if member.flag_bits & _UTF_8 or name != member.orig_filename or all(sign.isascii() or sign in _OLD_LETTERS for sign in name):
        return
    raise ValueError(
        "Its name is in an encoding that the zip does not say. Make the zip again with another program, or unpack it, and name the "
        "folder."
    )


def _place(member: zipfile.ZipInfo) -> str:
    """What two members have in common that a person would take for one: the same path but for dots and the case of the file's name.

    The case of a folder's name may tell two students from each other.
    """
    *folders, name = [part for part in _named(member).split("/") if part not in ("", ".")] or [""]
    return "/".join((*folders, name.casefold()))


def _shown(name: str) -> Parts:
    """The parts of a name that is refused, for its place in a list; never for a place on a disk."""
    return tuple(spelled(part) for part in re.split(r"[/\\\0]", name) if part not in ("", ".", "..")) or ("",)


def _whole(path: Path, trouble: str) -> Found:
    return Found((path.name,), spelled(str(path)), trouble=trouble)
