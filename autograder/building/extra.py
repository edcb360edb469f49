"""What if the packages for authors are not installed?

A student's installation has no jupytext, nbformat or Jinja2. Whoever builds without them is told what to install.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from autograder.errors import UsageError


@contextmanager
def authors_extra() -> Iterator[None]:
    """Around the import of a package that only authors have.

    Raises:
        UsageError: it is not installed; with the command that installs it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(
            f"Building needs the Python package {error.name}. Run: python -m pip install 'descent-course[authors]'."
        ) from None
