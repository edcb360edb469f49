"""How is an export written, again and again, without anything being lost?

To a folder or a zip file. A list of what was exported lies with it, so that exporting again replaces that and nothing else: not what
somebody has changed or added since.
"""

import hashlib
import io
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from autograder.building.build import content_of, write
from autograder.errors import UsageError

LIST = ".descent-export.json"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
MODE = 0o100644  # a regular file that all may read
RUN = 0o100755  # one that all may run
OWNER_ALONE = 0o600

Files = Mapping[str, bytes]


class Export(msgspec.Struct, frozen=True):
    """The list that lies with an export: each file's SHA-256 by its path."""

    files: dict[str, str]
    schema: Literal["descent/export/1"] = "descent/export/1"


def listed(files: Files) -> dict[str, bytes]:
    """The files of an export with the list of them, sorted."""
    digests = {name: _digest(files[name]) for name in sorted(files)}
    return dict(sorted({**files, LIST: msgspec.json.format(msgspec.json.encode(Export(digests)), indent=2) + b"\n"}.items()))


def export(files: Files, target: Path, *, executable: Collection[str] = (), private: Collection[str] = ()) -> list[Path]:
    """Write files with their list to a folder, or to a zip file if `target` ends in .zip.

    Args:
        files: contents by paths with slashes; with their list, or without.
        executable: those that are programs.
        private: those that hold a secret: for their owner's eyes alone, and so is a zip that holds one of them.

    Returns:
        the files, by their paths within the target.

    Raises:
        UsageError: something is there already that is no earlier export, or was changed since. Then nothing is written.
    """
    files = files if LIST in files else listed(files)
    if target.suffix.lower() == ".zip":
        _export_zip(files, target, executable, OWNER_ALONE if private else 0o666)
    else:
        _export_folder(files, target, executable, private)
    return [Path(name) for name in files]


def _export_folder(files: Files, target: Path, executable: Collection[str], private: Collection[str]) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target}: is a file. Name a folder, or a file that ends in .zip.")
    there = target.is_dir() and any(target.iterdir())
    earlier = _listed(content_of(target / LIST)) if there else {}
    if earlier is None:
        raise UsageError(f"{target}: the folder is not empty and holds no earlier export. Name a new or an empty folder.")
    _refuse_changed({name: content_of(target / name) for name in {*earlier, *files} - {LIST}}, earlier, files, target)
    for name in earlier.keys() - files.keys():
        (target / name).unlink(missing_ok=True)
    for name, content in files.items():  # the list is first: an export that is cut off can be made again
        write(target / name, content, OWNER_ALONE if name in private else 0o666)
        if name in executable:
            (target / name).chmod(RUN & 0o777)


def _export_zip(files: Files, target: Path, executable: Collection[str], mode: int) -> None:
    if target.is_dir():
        raise UsageError(f"{target}: is a folder. Name a file that ends in .zip, or a folder that does not.")
    if target.exists():
        there = _zipped(target)
        earlier = _listed(there.get(LIST))
        if earlier is None or there.keys() - earlier.keys() - {LIST}:
            raise UsageError(f"{target}: the file is there and is no earlier export, or not only that. Name another one.")
        _refuse_changed({name: there.get(name) for name in earlier}, earlier, files, target)
    write(target, archive(files, executable), mode)


def _refuse_changed(there: Mapping[str, bytes | None], earlier: Mapping[str, str], files: Files, target: Path) -> None:
    """Refuse if a file that would be replaced or removed is neither as it was exported nor as it would be now."""
    changed = [
        name
        for name, content in sorted(there.items())
        if content is not None and content != files.get(name) and _digest(content) != earlier.get(name)
    ]
    if changed:
        raise UsageError(
            f"{target}: changed since it was exported: {', '.join(changed)}. Move that away, or name another folder or file."
        )


def _listed(content: bytes | None) -> dict[str, str] | None:
    """The files of an earlier export, or None if this is not the list of one."""
    try:
        files = msgspec.json.decode(content or b"", type=Export).files
    except msgspec.MsgspecError:
        return None
    inside = all(".." not in PurePosixPath(name).parts and not PurePosixPath(name).is_absolute() for name in files)
    return files if inside else None


def _zipped(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile):
        return {}


def archive(files: Files, executable: Collection[str] = ()) -> bytes:
    """A zip file whose bytes depend on the files alone: sorted, without times, and stored, since versions of zlib differ."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system, info.external_attr = (
                3,
                (RUN if name in executable else MODE) << 16,
            )  # as made on Unix, wherever it is made
            made.writestr(info, content)
    return buffer.getvalue()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
