"""How does results.json come to lie there whole, and nobody's but ours?

Whoever can put a file there before us gives the score. So whatever lies there is removed before anything of the student's is looked
at: a file, a link, a pipe, a folder. The results are written last, when nothing of the student's runs any more, to a file of a random
name that is new (O_EXCL), and get their own name by a link, which never replaces anything. Something that has appeared there in
between has come from none but a process that should not have been able to: then nothing of that grading is trusted, and there is no
score. Half a file, which Gradescope takes for a zero, is never there. All of it goes by the opened folder: where a path leads later
does not matter.
"""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from autograder.errors import SandboxFault, UsageError

FILE = "results.json"
MODE = 0o644
NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK})


class Slot:
    """The one place for the results, empty from the beginning. Use as a context manager.

    Raises:
        UsageError: on entering, if there is no such folder, or what lies there cannot be removed.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder
        self._folder = -1

    def __enter__(self) -> Self:
        try:
            self._folder = os.open(self._path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            self._clear()
        except OSError as error:
            self._close()
            raise UsageError(f"{self._path}: the results cannot be written there: {error.strerror}.") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def write(self, content: bytes) -> None:
        """Put the results there, whole or not at all.

        Raises:
            SandboxFault: somebody else has written results since.
            OSError: they cannot be written.
        """
        aside = f".{FILE}.{secrets.token_hex(8)}"
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, MODE, dir_fd=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._name(aside)
        except FileExistsError:
            self._clear()
            raise SandboxFault(
                f"{self._path / FILE}: was written by somebody else while the work was graded. It was removed, and nothing of this "
                "grading counts."
            ) from None
        finally:
            with suppress(FileNotFoundError):
                os.unlink(aside, dir_fd=self._folder)

    def _name(self, aside: str) -> None:
        try:
            os.link(aside, FILE, src_dir_fd=self._folder, dst_dir_fd=self._folder, follow_symlinks=False)
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            self._rename(aside)

    def _rename(self, aside: str) -> None:
        """As a link does, where the file system has none."""
        try:
            os.stat(FILE, dir_fd=self._folder, follow_symlinks=False)
        except FileNotFoundError:
            os.rename(aside, FILE, src_dir_fd=self._folder, dst_dir_fd=self._folder)
        else:
            raise FileExistsError

    def _clear(self) -> None:
        """Remove whatever lies there."""
        try:
            os.unlink(FILE, dir_fd=self._folder)
        except FileNotFoundError:
            return
        except (IsADirectoryError, PermissionError):
            shutil.rmtree(FILE, dir_fd=self._folder)

    def _close(self) -> None:
        if self._folder >= 0:
            os.close(self._folder)
            self._folder = -1
