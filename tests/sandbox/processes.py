"""Which processes came of a process?"""

from pathlib import Path


def descendants(pid: int) -> list[int]:
    """A process and all that came of it."""
    children: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        children += map(int, listed.read_text().split())
    return [pid, *(found for child in children for found in descendants(child))]
