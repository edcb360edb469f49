"""A gradebook file's cells: found where the LMS means them, and put back byte for byte."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.platforms.lms.table import LARGEST, Table, read, written
from autograder.platforms.lms.trouble import TemplateError
from tests.platforms.lms.making import PLAIN, UTF16, Style, file

STYLES = {
    "as-canvas": PLAIN,
    "semicolons": Style(delimiter=";"),
    "tabs": Style(delimiter="\t"),
    "unix": Style(end="\n"),
    "old-mac": Style(end="\r"),
    "no-end-at-the-last": Style(end_at_last=False),
    "byte-order-mark": Style(mark=codecs.BOM_UTF8),
    "utf-16": UTF16,
    "utf-16-big": Style(delimiter="\t", encoding="utf-16-be", mark=codecs.BOM_UTF16_BE),
    "all-quoted": Style(all_quoted=True),
}
BAD = {
    "latin-1": ("Name,ID\r\nZoë,1\r\n".encode("latin-1"), r"list\.csv, line 2: unknown encoding: expected UTF-8"),
    "utf-16-without-a-mark": ("Name,ID\r\n".encode("utf-16-le"), r"list\.csv: unknown encoding: it holds zero bytes"),
    "half-of-a-utf-16-sign": (codecs.BOM_UTF16_LE + b"N", r"list\.csv, line 1: unknown encoding"),
    "a-spreadsheet": (b"PK\x03\x04\x14\0\6\0", r"list\.csv: is a zip or a spreadsheet .* as CSV"),
    "an-old-spreadsheet": (b"\xd0\xcf\x11\xe0\xa1\xb1", r"list\.csv: is a zip or a spreadsheet .* as CSV"),
    "zeros": (b"Name\0,ID\r\n", r"list\.csv: unknown encoding: it holds zero bytes"),
    "empty": (b"", r"list\.csv, line 1: there is no header, but an empty line\. Expected Name and ID\."),
    "no-header": (b"Ada,1\r\n", r"list\.csv, line 1: there is no header, but 'Ada,1'\. Expected"),
    "no-header-that-steers-the-terminal": (b"\x1b[2J,1\r\n", r"but '\\x1b\[2J,1'"),
    "quote-within-a-cell": (b'Name,ID\r\nAda,"1"2\r\n', r"list\.csv, line 2: a quotation mark stands where no cell begins or ends"),
    "quote-without-end": (b'Name,ID\r\nAda,1\r\nBen,"2\r\n', r"list\.csv, line 3: a quotation mark"),
    "too-large": (b"Name,ID\r\n" + b" " * LARGEST, r"list\.csv: is larger than 64 MB"),
}


def named(header: object) -> bool:
    """Whether a first row is a header in these tests."""
    return "Name" in header and "ID" in header  # type: ignore[operator]


def table(content: bytes) -> Table:
    return read("list.csv", content, named, "Expected Name and ID.")


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_for_certain_is_refused_with_its_line(content: bytes, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        table(content)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_file_is_found_as_it_was_written(style: Style) -> None:
    rows = [["Name", "ID", "Note"], ["Cléo, de", "1", 'says "no"'], ["", "", ""], ["Zoë\n2", "=1", " x "]]
    found = table(style.file(rows))
    assert [row.texts() for row in found.rows] == rows
    assert (found.delimiter, found.encoding, found.mark) == (style.delimiter, style.encoding, style.mark)
    assert found.content() == style.file(rows)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    found = table(b'Name,ID\r\n"two\r\nlines",1\n"three\rold\nlines",2\rAda,3')
    assert [row.line for row in found.rows] == [1, 2, 4, 7]


def test_a_cell_is_filled_in_as_its_neighbours_are_quoted() -> None:
    plain, quoted, empty, mixed = table(b'Name,ID\nAda,\n"Ben",""\n"Cleo",\nDina,""\n').rows[1:]
    assert plain.filled({1: "8"}).cells == ("Ada", "8")
    assert quoted.filled({1: "8"}).cells == ('"Ben"', '"8"')
    assert empty.filled({1: "8"}).cells == ('"Cleo"', '"8"')
    assert mixed.filled({1: "8"}).cells == ("Dina", '"8"')
    assert plain.filled({3: "8"}).cells == ("Ada", "", "", "8")
    assert plain.filled({}).cells == plain.cells


def test_a_row_may_be_cut_down_to_some_columns() -> None:
    row = table(b"Name,ID,Note\nAda,1\n").rows[1]
    assert row.only([2, 0]).cells == ("", "Ada")
    assert (row.text(0), row.text(7)) == ("Ada", "")


def test_of_delimiters_the_one_counts_by_which_there_is_a_header() -> None:
    assert table(b"Name;ID;a, b, c, d\n").delimiter == ";"
    assert table(b"Name,ID,a; b; c; d\n").delimiter == ","
    assert table(b"Name\tID\ta; b, c\n").delimiter == "\t"


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs",)), max_size=12)
STYLED = st.builds(
    Style,
    delimiter=st.sampled_from(",;\t"),
    end=st.sampled_from(["\r\n", "\n", "\r"]),
    encoding=st.just("utf-8"),
    mark=st.sampled_from([b"", codecs.BOM_UTF8]),
    all_quoted=st.booleans(),
    end_at_last=st.booleans(),
) | st.just(UTF16)


@given(STYLED, st.lists(st.lists(TEXT, min_size=2, max_size=4), max_size=5), st.data())
def test_whatever_is_filled_in_nothing_else_changes(style: Style, rows: list[list[str]], data: st.DataObject) -> None:
    """Any texts, quotes and ends of lines: what was read is written back, and one new cell is the only difference."""
    rows = [["Name", "ID"], *rows]
    found = table(style.file(rows))
    assert found.content() == style.file(rows)
    at = data.draw(st.integers(0, len(rows) - 1))
    index = data.draw(st.integers(0, len(rows[at]) - 1))
    changed = Table(
        tuple(row.filled({index: "7.5"}) if number == at else row for number, row in enumerate(found.rows)),
        found.delimiter,
        found.encoding,
        found.mark,
    )
    again = table(changed.content()) if at else None
    wanted = [[*row] for row in rows]
    wanted[at][index] = "7.5"
    if again is not None:
        assert [row.texts() for row in again.rows] == wanted
        assert [row.cells for number, row in enumerate(again.rows) if number != at] == [
            row.cells for number, row in enumerate(found.rows) if number != at
        ]


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_new_file_is_what_the_standard_says(rows: list[list[str]]) -> None:
    content = written(rows)
    read_back = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert [row or [""] for row in read_back] == rows
    assert content.endswith(b"\r\n")


def test_a_new_file_has_the_ends_of_lines_that_every_lms_takes() -> None:
    assert file("a,b", 'x,"y,z"') == written([["a", "b"], ["x", "y,z"]]) == b'a,b\r\nx,"y,z"\r\n'


def test_a_cell_that_is_longer_than_any_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"list\.csv, line 2: not readable as a table: field larger than field limit"):
        table(b"Name,ID\r\nAda," + b"1" * 200_000)


def test_where_the_csv_module_finds_other_cells_the_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.platforms.lms.table.unquoted", lambda cell: cell.strip('"'))
    assert table(b'Name,ID\r\n"Ada",1\r\n').rows[1].texts() == ["Ada", "1"]
    with pytest.raises(TemplateError, match=r"list\.csv, line 2: it is not clear where its cells end"):
        table(b'Name,ID\r\n"""Ada""",1\r\n')
