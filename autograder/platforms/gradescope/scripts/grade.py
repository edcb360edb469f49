"""Grades what lies in submission/: run_autograder names the folder that all lies in. Made by `descent export gradescope`."""

import os
import sys
import time
from pathlib import Path

SLUG, UNTIL, ENGINE = "$slug", "$until", "$engine"
SECONDS = 600.0  # what Gradescope gives, if it does not say how much
TO_SPARE = 20.0


def main(base: Path) -> int:
    """Grade; the exit code."""
    begun = time.monotonic()
    sys.path.insert(0, str(base / "source" / "descent" / "engine"))
    from autograder.platforms.gradescope.run import Task, run
    from autograder.platforms.gradescope.visibility import Until

    given = os.environ.get("TIMEOUT_SECONDS", "")
    seconds = float(given) if given.isdecimal() else SECONDS
    return run(
        base,
        Task(SLUG, Until(UNTIL), ENGINE),
        seconds=max(seconds - TO_SPARE, seconds / 2),
        since=lambda: time.monotonic() - begun,
        say=lambda line: print(line, flush=True),
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
