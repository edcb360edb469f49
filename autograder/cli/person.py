"""Who sits at the keyboard, and what time is it? What the gradebook's log says of each change."""

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from autograder.errors import UsageError

if TYPE_CHECKING:
    from autograder.gradebook.log import By

AS = "Who decides, for the log. Default: the operating system's user."


def now() -> datetime:
    """The time, in a zone."""
    return datetime.now(UTC)


def whoever() -> str:
    """The operating system's name for the user whose process this is; "" where it has none.

    By the process' own user id where there are such, not by the environment, which says what one likes.
    """
    if hasattr(os, "getuid"):
        import pwd

        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            return ""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, ImportError):
        return ""


def person(chosen: str | None = None) -> str:
    """The name that was given, or the operating system's.

    Raises:
        UsageError: what was given is no name; or none was, and the operating system has none.
    """
    from autograder.gradebook.rows import storable

    found = whoever() if chosen is None else " ".join(chosen.split())
    if chosen is None and not found:
        raise UsageError("The operating system has no name for you. Say who you are: --as NAME")
    if not storable(found):
        raise UsageError(f"{found[:80]!r} is no name that can be kept. Say who you are: --as NAME")
    return found


def by(chosen: str | None = None) -> "By":
    """This person, now."""
    from autograder.gradebook.log import By

    return By(person(chosen), now())
