"""What do the pages say that are made from the code? `python -m tests.reference` writes them anew.

`docs/cli.md` is all of `descent --help`, verb by verb; `docs/attacks.md` is the table of `tests/attacks`.
"""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.cli import run
from autograder.cli.app import GROUPS, VERBS
from tests.attacks import page as attacks

FILE = Path("docs/cli.md")
HEAD = """# The command line

Made from `descent --help` by `python -m tests.reference`; a test compares the two.

Exit codes: 0 all is well; 1 there are findings (an answer is not right yet, a file could not be graded); 2 wrong usage or a wrong
course; 3 a bug in descent; 130 stopped with Ctrl-C. What is asked for goes to standard output, complaints to standard error.

Environment: `DESCENT_HOME` holds the course secret and the gradebook (default: a folder of the person's own);
`DESCENT_DATABASE_URL` names another gradebook, as an SQLAlchemy URL. `NO_COLOR` and `FORCE_COLOR` are honoured.
"""


def reference() -> str:
    """The page."""
    return "\n".join([HEAD, *(f"## descent {' '.join(call)}\n\n```text\n{_help(*call)}```\n" for call in _calls())]).replace(
        "## descent \n", "## descent\n"
    )


def _calls() -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((verb,) for verb in VERBS)
    for name, group in GROUPS.items():
        yield from ((name, str(command.name or command.callback.__name__)) for command in group.registered_commands if command.callback)


def _help(*call: str) -> str:
    keep = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            run([*call, "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if keep is not None:
            os.environ["COLUMNS"] = keep
    return said.getvalue()


PAGES = {FILE: reference, attacks.FILE: attacks.page}

if __name__ == "__main__":
    for path, made in PAGES.items():
        path.write_text(made(), encoding="utf-8", newline="\n")
