"""A file holds the Python that its student wrote, however it was saved; what cannot be read is refused in fixed words."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.inside.sources import Refused, extract
from tests.fuzz import promises
from tests.fuzz.wire import CORPUS
from tests.sandbox.forging import damaged


def notebook(*cells: str | list[str], **more: Any) -> bytes:
    made = [{"cell_type": "code", "source": cell, "outputs": [], "metadata": {}, "execution_count": None} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


def text(content: bytes, kind: str = "py") -> str:
    return extract(content, kind).text


WORK = "x = 1\nh = 'é'\n"
SAME = {
    "as-it-is": WORK.encode(),
    "byte-order-mark": b"\xef\xbb\xbf" + WORK.encode(),
    "windows-line-ends": WORK.replace("\n", "\r\n").encode(),
    "old-mac-line-ends": WORK.replace("\n", "\r").encode(),
    "mixed-line-ends": WORK.replace("\n", "\r\n", 1).encode(),
    "no-newline-at-the-end": WORK.rstrip().encode(),
    "blank-lines-around": b"\n\n" + WORK.encode() + b"\n\n\n",
    "trailing-blanks": WORK.replace("\n", "  \t\n").encode(),
    "everything-at-once": b"\xef\xbb\xbf" + (WORK.replace("\n", " \r\n") + "\r\n").encode(),
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME)
def test_the_same_work_is_the_same_text(content: bytes) -> None:
    assert text(content) == WORK.rstrip()


def test_a_coding_line_is_obeyed() -> None:
    assert text("# -*- coding: latin-1 -*-\nh = 'é'\n".encode("latin-1")).endswith("h = 'é'")


REFUSED = {
    "empty": (b"", "py", "The file is empty."),
    "blank": (b" \r\n\t\n", "py", "The file is empty."),
    "empty-notebook": (b"", "ipynb", "The file is empty."),
    "utf-16": ("h = 1".encode("utf-16"), "py", "not UTF-8"),
    "latin-1-without-saying-so": ("h = 'é'".encode("latin-1"), "py", "not UTF-8"),
    "unknown-coding": (b"# coding: klingon\nh = 1\n", "py", "not UTF-8"),
    "coding-that-is-no-text": (b"# coding: zlib\nh = 1\n", "py", "not UTF-8"),
    "mark-and-another-coding": (b"\xef\xbb\xbf# coding: latin-1\nh = 1\n", "py", "not UTF-8"),
    "null-bytes": (b"h = 1\0\n", "py", "null bytes"),
    "program": (b"\x7fELF\2\1\1" + bytes(200), "py", "not"),
    "zip": (b"PK\3\4\x14\0\0\0\x08\0\xff\xfe", "py", "not"),
    "notebook-that-is-python": (b"h = 1\n", "ipynb", "cannot be read as JSON"),
    "notebook-of-another-coding": (notebook("h = 1").decode().encode("utf-16"), "ipynb", "cannot be read as JSON"),
    "notebook-cut-short": (notebook("h = 1")[:-5], "ipynb", "cannot be read as JSON"),
    "json-bomb": (b"[" * 100_000, "ipynb", "cannot be read as JSON"),
    "json-of-a-list": (b"[1, 2]", "ipynb", "no list of cells"),
    "json-of-a-number": (b"1", "ipynb", "no list of cells"),
    "no-cells": (b'{"nbformat": 4}', "ipynb", "no list of cells"),
    "cells-that-are-text": (b'{"cells": "h = 1"}', "ipynb", "no list of cells"),
    "cells-without-end": (notebook(*["h = 1"] * 2001), "ipynb", "more than 2000 cells"),
}


@pytest.mark.parametrize(("content", "kind", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, kind: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        extract(content, kind)
    assert said in str(caught.value)
    assert str(caught.value).endswith(".")


@given(st.binary(max_size=300), st.sampled_from(["py", "ipynb"]))
def test_bytes_of_any_kind_are_read_or_refused(content: bytes, kind: str) -> None:
    try:
        found = extract(content, kind)
    except Refused:
        return
    assert "\r" not in found.text.replace("\\r", "")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["cells", "worksheets", "cell_type", "source", "input", "x"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["code", "markdown", 3, None]))
def test_json_of_any_shape_is_read_or_refused(inner: Any, kind: Any) -> None:
    for shape in (inner, {"cells": [{"cell_type": kind, "source": inner}]}, {"worksheets": [{"cells": inner}]}, {"cells": inner}):
        try:
            extract(json.dumps(shape).encode(), "ipynb")
        except Refused:
            continue


def kept(kind: str) -> st.SearchStrategy[bytes]:
    """A file of the corpus."""
    return st.sampled_from(sorted(path.read_bytes() for path in CORPUS.glob(f"*.{kind}")))


CODINGS = [
    "latin-1", "utf-7", "utf-16", "utf-8-sig", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "rot13", "hex", "undefined",
    "cp1252", "mbcs", "aliases", "charmap", "-", "..", "shift_jis",
]  # fmt: skip
MAGICAL = ["%matplotlib inline", "!ls", "%%time", "%%bash", "  % 3)", "h = (1", "x?", "?", "if x:", "    h = !ls", '"""', "\\"]
LINES = st.lists(st.one_of(st.sampled_from(MAGICAL), st.text(st.characters(codec=None), max_size=12)), max_size=6).map("\n".join)
WRITTEN = st.one_of(
    damaged(kept("source")),
    st.builds(lambda coding, text: f"# coding: {coding}\n".encode() + text, st.sampled_from(CODINGS), st.binary(max_size=40)),
    LINES.map(lambda text: text.encode("utf-8", "surrogatepass")),
)
CELLS = st.lists(st.one_of(LINES, st.lists(LINES, max_size=3)), max_size=4)


@given(WRITTEN)
@settings(max_examples=200, deadline=None)
def test_a_file_of_any_kind_is_refused_or_what_the_judge_understands(content: bytes) -> None:
    """Nothing else is raised, neither in reading nor in compiling it: see `promises.source`."""
    assert promises.source(content) in ("refused", "taken")


@given(st.one_of(damaged(kept("notebook")), CELLS.map(lambda cells: notebook(*cells))))
@settings(max_examples=200, deadline=None)
def test_a_notebook_of_any_kind_is_refused_or_what_the_judge_understands(content: bytes) -> None:
    assert promises.notebook(content) in ("refused", "taken")


@given(st.text(max_size=60))
def test_reading_a_text_twice_gives_the_same(written: str) -> None:
    """The seed of the hidden cases hangs on it."""
    content = written.encode("utf-8", "surrogatepass")
    try:
        once = text(content)
    except Refused:
        return
    assert once == text(content)


def test_code_cells_are_counted_and_prose_is_not() -> None:
    cells = [
        {"cell_type": "markdown", "source": "h = 7"},
        {"cell_type": "code", "source": ["a = 1\n", "b = 2"]},
        {"cell_type": "raw", "source": "h = 8"},
        {"cell_type": "code", "source": "c = 3"},
    ]
    found = extract(json.dumps({"cells": cells}).encode(), "ipynb")
    assert [(cell.number, cell.text) for cell in found.cells] == [(1, "a = 1\nb = 2"), (2, "c = 3")]


def test_outputs_counts_and_metadata_are_ignored() -> None:
    """Running a notebook before handing it in changes nothing of what it is graded on."""
    cell = {"cell_type": "code", "source": "h = 1", "metadata": {"nbgrader": {"grade": True}}, "execution_count": 17}
    ran = {"cells": [{**cell, "outputs": [{"output_type": "stream", "text": "0.8"}]}], "metadata": {"kernelspec": {"name": "x"}}}
    assert text(json.dumps(ran, indent=4).encode(), "ipynb") == text(notebook("h = 1"), "ipynb")


def test_the_lines_of_a_cell_may_be_a_list_or_one_text() -> None:
    assert text(notebook(["a = 1\n", "b = 2\n"]), "ipynb") == text(notebook("a = 1\nb = 2"), "ipynb")


def test_a_notebook_of_version_three_is_read() -> None:
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["h = 1\n", "x = 2"]}]}, "nonsense", {}]}
    assert text(json.dumps(old).encode(), "ipynb") == "h = 1\nx = 2"


def test_a_notebook_with_a_byte_order_mark_and_windows_line_ends_is_read() -> None:
    assert text(b"\xef\xbb\xbf" + notebook("a = 1\r\nb = 2"), "ipynb") == "a = 1\nb = 2"


def test_a_notebook_without_code_holds_no_python() -> None:
    assert text(b'{"cells": []}', "ipynb") == ""


def test_parts_that_are_no_text_are_left_out() -> None:
    assert text(notebook(["a = 1\n", 7, None, "b = 2"]), "ipynb") == "a = 1\nb = 2"  # type: ignore[list-item]


MAGICS = {
    "line-magic": ("%matplotlib inline\nh = 1", ["pass", "h = 1"]),
    "shell": ("!pip install numpy\nh = 1", ["pass", "h = 1"]),
    "shell-with-a-quote": ("!echo it's\nh = 1", ["pass", "h = 1"]),
    "help-before": ("?np.dot\nh = 1", ["pass", "h = 1"]),
    "help-behind": ("np.dot?\nh = 1", ["pass", "h = 1"]),
    "source-behind": ("np.dot??\nh = 1", ["pass", "h = 1"]),
    "bound-to-a-shell": ("files = !ls\nh = 1", ["pass", "h = 1"]),
    "timed": ("%time h = 1\nif h:\n    %time  k = 2", ["h = 1", "if h:", "    k = 2"]),
    "timed-and-no-python": ("%time h = (\n%time\n%timeit h = 1\n%timer h = 1", ["pass"] * 4),
    "bound-to-a-magic": ("t = %timeit -o 1\nh = 1", ["pass", "h = 1"]),
    "inside-a-block": ("for i in range(2):\n    !ls\n    h = 1", ["for i in range(2):", "    pass", "    h = 1"]),
    "open-bracket-in-a-magic": ("%timeit f(\nh = 1", ["pass", "h = 1"]),
    "cell-magic-that-runs": ("%%time\nh = 1", ["", "h = 1"]),
    "cell-magic-with-options": ("%%timeit -n 1 -r 1\nh = 1", ["", "h = 1"]),
    "cell-magic-below-a-blank-line": ("\n%%time\nh = 1", ["", "", "h = 1"]),
    "cell-magic-that-is-not-python": ("%%bash\nrm -rf x\nh = 1", [""]),
    "html-cell": ("%%html\n<b>h</b>", [""]),
    "a-continued-line-beside-a-magic": ("%matplotlib inline\nh = (10\n  % 3)", ["pass", "h = (10", "  % 3)"]),
}


@pytest.mark.parametrize(("cell", "lines"), MAGICS.values(), ids=MAGICS)
def test_magics_are_blanked_in_their_place(cell: str, lines: list[str]) -> None:
    assert extract(notebook(cell), "ipynb").cells[0].text.split("\n") == lines


UNTOUCHED = {
    "remainder-in-a-continued-expression": "h = (10\n     % 3)",
    "remainder-behind-a-backslash": "h = 10 \\\n  % 3",
    "formatted-text": "print('%d'\n      % 3)",
    "magic-in-a-text": "s = '''\n%matplotlib inline\n!ls\n'''",
    "not-equal": "if (h\n   != 3): pass",
    "comment": "# %matplotlib inline\nh = 1",
    "python-that-is-broken": "h = (1\n",
    "a-question-in-a-comment": "h = 1  # why?",
}


@pytest.mark.parametrize("cell", UNTOUCHED.values(), ids=UNTOUCHED)
def test_python_is_left_as_it_is(cell: str) -> None:
    found = extract(notebook(cell), "ipynb")
    assert (found.cells[0].text, found.notes) == (cell, ())


def test_what_was_skipped_is_noted_with_its_place() -> None:
    assert extract(notebook("h = 1", "x = 1\n!ls"), "ipynb").notes == ("cell 2, line 2: a magic or shell line was skipped.",)
    assert extract(b"h = 1\n%run x\n", "py").notes == ("line 2: a magic or shell line was skipped.",)
    note = extract(notebook("%%bash\nls"), "ipynb").notes[0]
    assert note == "cell 1, line 1: a cell that starts with %%bash is not Python and was skipped."


def test_a_cell_magic_that_runs_its_python_needs_no_note() -> None:
    assert extract(notebook("%%time\nh = 1"), "ipynb").notes == ()
