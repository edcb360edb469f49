"""The page on privacy names every table and every column that there is, and none that there is not."""

import re
from pathlib import Path

import pytest

from autograder.gradebook.tables import metadata

ROW = re.compile(r"^\| `(?P<table>\w+)` \| (?P<what>[^|]+) \| (?P<columns>[^|]+) \|$", re.MULTILINE)
NAME = re.compile(r"`(\w+)`")
DOUBTFUL = re.compile(r"\([^)]*\)")  # what is said of a column


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """The columns that the page names, by table."""
    page = Path(__file__).resolve().parent.parent / "docs" / "privacy.md"
    rows = ROW.finditer(page.read_text(encoding="utf-8"))
    return {row["table"]: NAME.findall(DOUBTFUL.sub("", row["columns"])) for row in rows}


def test_every_table_has_its_row(said: dict[str, list[str]]) -> None:
    assert said.keys() == metadata.tables.keys()


@pytest.mark.parametrize("table", metadata.tables)
def test_every_column_is_named_in_it_in_its_order(said: dict[str, list[str]], table: str) -> None:
    assert said[table] == metadata.tables[table].c.keys()
