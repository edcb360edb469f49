"""Where is the course secret kept, and how do two instructors share it?

One file in the home folder, for its owner alone. It appears whole or not at all, so that two processes that start at once
agree on one secret. What `as_text` gives is what stands in the file.
"""

import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes
from typing import TextIO

from autograder.course.secret import LENGTH, Secret
from autograder.errors import UsageError

FILE = "secret"
PREFIX = "descent-secret-1:"


def load_or_create(home: Path) -> Secret:
    """The secret kept in `home`; a new one where there is none yet.

    Raises:
        UsageError: the file is damaged, others can read it, or it cannot be read or written.
    """
    path = home / FILE
    if (kept := _load(path)) is not None:
        return kept
    with suppress(FileExistsError):  # another process was quicker: its secret is the one
        _write(path, Secret(token_bytes(LENGTH)), replace=False)
    kept = _load(path)
    assert kept is not None
    return kept


def store(home: Path, secret: Secret, *, replace: bool) -> Secret:
    """Keep this secret in `home` from now on.

    Raises:
        UsageError: another one is kept there, and `replace` was not asked for; or the file cannot be written.
    """
    path = home / FILE
    kept = None if replace else _load(path)
    if kept == secret:
        return secret
    if kept is not None:
        raise UsageError(
            f"{path}: there is another secret already, {kept.id}; the one to import is {secret.id}. With --replace it is given "
            "up, and what was graded with it gets other hidden cases when graded again."
        )
    try:
        _write(path, secret, replace=replace)
    except FileExistsError:
        return store(home, secret, replace=False)
    return secret


def as_text(secret: Secret) -> str:
    """The secret as one line, for `parse`."""
    return PREFIX + secret.key.hex()


def parse(text: str) -> Secret:
    """The secret in a line that `as_text` made; white space around it is ignored.

    Raises:
        UsageError: it is no such line. The text is not repeated.
    """
    body = text.strip().removeprefix(PREFIX)
    try:
        if not text.strip().startswith(PREFIX):
            raise ValueError
        return Secret(bytes.fromhex(body))
    except ValueError:
        raise UsageError(
            f"This is not a course secret: expected one line that begins with {PREFIX} and goes on with {LENGTH * 2} hexadecimal "
            "digits, as 'descent secret export' prints it."
        ) from None


def _load(path: Path) -> Secret | None:
    try:
        with path.open(encoding="ascii") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            text = file.read(4096)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not text"
        raise UsageError(f"{path}: the course secret cannot be read: {why}.") from None
    if os.name == "posix" and mode & 0o077:
        raise UsageError(f"{path}: others on this machine may read the course secret. Run: chmod 600 '{path}'")
    try:
        return parse(text)
    except UsageError as error:
        raise UsageError(f"{path}: {error} Import the secret again with --replace, or remove the file to begin anew.") from None


def _write(path: Path, secret: Secret, *, replace: bool) -> None:
    """Write a file, whole and synced, and only then give it its name: instead of the one that has it, or FileExistsError."""
    try:
        if replace or not _write_nameless(path, secret):
            _write_beside(path, secret, os.replace if replace else _place)
    except FileExistsError:
        raise
    except OSError as error:
        raise UsageError(
            f"{path}: the course secret cannot be written: {error.strerror}. Set DESCENT_HOME to a folder of your own, "
            "on a disk of this machine."
        ) from None


def _write_nameless(path: Path, secret: Secret) -> bool:
    """By a file that has no other name before, so that nothing is left of it if we are killed; False where there are none such."""
    if not (nameless := getattr(os, "O_TMPFILE", 0)):
        return False
    try:
        handle = os.open(path.parent, nameless | os.O_WRONLY, 0o600)
    except OSError:  # a file system that cannot; what else is wrong is seen with a named one
        return False
    with os.fdopen(handle, "w", encoding="ascii") as file:
        _fill(file, secret)
        try:
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)  # with it, links are followed: linkat(2), AT_SYMLINK_FOLLOW
        except FileNotFoundError:  # no /proc
            return False
    return True


def _write_beside(path: Path, secret: Secret, place: Callable[[str, Path], None]) -> None:
    handle, name = tempfile.mkstemp(prefix=".secret-", dir=path.parent)  # O_EXCL and 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            _fill(file, secret)
        place(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(file: TextIO, secret: Secret) -> None:
    file.write(as_text(secret) + "\n")
    file.flush()
    os.fsync(file.fileno())


def _place(name: str, path: Path) -> None:
    """Put a new file in its place, or raise FileExistsError if that is taken."""
    if os.name == "posix":
        os.link(name, path)  # fails where the name is taken, which os.rename does not do on POSIX
    else:
        Path(name).rename(path)  # fails where the name is taken, on Windows
