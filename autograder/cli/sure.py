"""Is somebody sure who asks for what cannot be undone? Only who says so is; nobody is taken at a silence."""

import sys


def sure(question: str, *, yes: bool) -> bool:
    """Whether it is to be done: because --yes was typed, or y at the question.

    Raises:
        UsageError: there is nobody to ask.
    """
    from autograder.errors import UsageError

    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError("This cannot be undone, and there is nobody to ask here. If it is meant, say so: --yes")
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
