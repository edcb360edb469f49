"""The term is gone through once for all tests."""

import pytest

from tests.term.going import Gone, gone_through


@pytest.fixture(scope="session")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Gone:
    """The term of docs/instructors.md, when it is over."""
    return gone_through(tmp_path_factory.mktemp("term"))
