"""How far is it? A bar on standard error, on a terminal only, and only for what takes longer than a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

PATIENCE = 1.0


@contextmanager
def progress(total: int, what: str = "Grading") -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` steps."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total)
    began = monotonic()

    def step() -> None:
        bar.advance(task)
        if not bar.live.is_started and monotonic() - began > PATIENCE:
            bar.start()

    try:
        yield step
    finally:
        bar.stop()
