"""What can go wrong with a database, and how is it told?

Drivers speak in codes and in tracebacks; here their words become sentences that say what to do. A password in the URL is never
shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from autograder.errors import DescentError

VARIABLE = "DESCENT_DATABASE_URL"


class GradebookError(DescentError):
    """The gradebook cannot be opened, read or written, for a reason outside of the program."""


class NewerGradebookError(GradebookError):
    """The gradebook was written by a newer version of the program, whose tables this one does not know."""


# What a driver says, and what a person can do about it. The first that fits.
_SENTENCES = (
    ("file is not a database", f"is not a database. Move it away, or name another gradebook with {VARIABLE}."),
    ("malformed", "is damaged. Put back a copy of it, or move it away and grade again."),
    ("database is locked", "is in use by another program that does not let go of it. Close that program and try again."),
    ("lock timeout", "is in use by another program that does not let go of it. Close that program and try again."),
    ("unable to open database file", "cannot be opened. Check that its folder is there and that you may read and write it."),
    ("readonly database", "may be read but not written. Change its permissions, or name another gradebook."),
    ("disk is full", "cannot be written: the disk is full. Make room and try again; what was stored before is safe."),
    (
        "disk i/o error",
        "cannot be read or written: the disk reports an error. Check that it is not full, and that the file is still there.",
    ),
    ("already exists", f"holds tables that are not a gradebook's. Name a database of its own with {VARIABLE}."),
)


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what a database's driver raises inside into a `GradebookError` that names the gradebook."""
    try:
        yield
    except DBAPIError as error:
        raise GradebookError(f"The gradebook {name(url)} {_sentence(error)}") from error


def name(url: URL) -> str:
    """How the gradebook is called in a message: the file's path, or the URL with its password hidden."""
    if url.get_backend_name() == "sqlite":
        return f"'{url.database}'" if url.database else "in memory"
    return f"'{url.render_as_string(hide_password=True)}'"


def _sentence(error: DBAPIError) -> str:
    said = " ".join(str(error.orig).split())
    for words, sentence in _SENTENCES:
        if words in said.lower():
            return sentence
    if isinstance(error, OperationalError | InterfaceError):
        return f"cannot be reached: {said[:300]}. Check that the database runs and that {VARIABLE} is right."
    return f"could not be read or written: {said[:300]}"
