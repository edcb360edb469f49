"""How is a package imported without what it would take along and nobody here asks for?

As if that were not installed: jupytext brings a part for Jupyter's server wherever there is one, and jsonschema a grammar of web
addresses, which takes longer than all that is done here; either does without. Or a part of a package alone: nbgrader as a whole is four
extensions of that server, and its gradebook is a module that needs none of them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec

GRAMMAR = "rfc3987_syntax"
SERVERS = ("tornado", "jupyter_server", "notebook")


@contextmanager
def spared(*names: str) -> Iterator[None]:
    """Meanwhile packages of these names cannot be imported, but for those that have been already."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: an import says that it is not there
    try:
        yield
    finally:
        for name in hidden:
            if name in sys.modules and sys.modules[name] is None:
                del sys.modules[name]


def bare(package: str) -> None:
    """Have a package so that its parts can be imported, without anything that it would do itself; nothing, if it is imported already.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    if package in sys.modules:
        return
    if (spec := find_spec(package)) is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    sys.modules[package] = module_from_spec(spec)
