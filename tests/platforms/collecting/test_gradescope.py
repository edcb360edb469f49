"""What Gradescope's export holds goes to whom its list names; nothing that a program has printed into the list is read as a name."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import UsageError
from autograder.platforms.collecting.gradescope import LIST, submissions
from tests.platforms.collecting.downloads import COURSE, LATER, NOBODY, STEP, WORK, collect, only, students, why, works, zipped

ROOT = "assignment_5_export"
ADA = """submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@example.org
  :created_at: 2026-11-20 22:58:59.310410000 Z
  :score: 9.0
"""


def exported(tmp_path: Path, text: str, *names: str) -> Path:
    return zipped(tmp_path / "export.zip", {f"{ROOT}/{LIST}": text.encode(), **{f"{ROOT}/{name}": WORK for name in names}})


# --- what must not happen ------------------------------------------------------------------------------------------------

PRINTED = """submission_666:
  :submitters:
  - :name: Eve
    :email: eve@example.org
  :created_at: 2026-11-20 22:58:59 Z
  :results:
    tests:
    - output: |-
        submission_666:
          :submitters:
          - :name: Ada Lovelace
            :email: ada@example.org
      name: a test
"""


def test_what_a_program_has_printed_names_nobody(tmp_path: Path) -> None:
    collection = collect([exported(tmp_path, PRINTED, "submission_666/gradient.py")], COURSE, NOBODY)
    assert students(collection) == ["eve@example.org"]


@given(st.text(alphabet="submiternal_1:- '\n\"|", max_size=200))
def test_nothing_that_is_indented_deeper_changes_whose_it_is(printed: str) -> None:
    inside = "".join(f"        {line}\n" for line in printed.split("\n"))
    found = submissions(f"{ADA}  :results:\n    tests:\n    - output: |2-\n{inside}")
    assert list(found) == ["submission_1"]
    assert [who.email for who in found["submission_1"].who] == ["ada@example.org"]


def test_a_list_in_a_students_folder_is_not_the_list(tmp_path: Path) -> None:
    """Eve hands in a list of her own, and a folder as Gradescope names them; she may even be the only one so far."""
    alone = {f"eve/{LIST}": ADA.encode(), "eve/submission_1/gradient.py": WORK}
    with pytest.raises(UsageError, match="or the work of one student"):
        collect([zipped(tmp_path / "alone.zip", alone)], COURSE, NOBODY)
    collection = collect([zipped(tmp_path / "class.zip", {**alone, "bob/gradient.py": WORK})], COURSE, NOBODY)
    assert students(collection) == ["bob"]


def test_a_folder_that_is_not_listed_is_left(tmp_path: Path) -> None:
    collection = collect([exported(tmp_path, ADA, "submission_1/gradient.py", "submission_2/gradient.py")], COURSE, NOBODY)
    assert students(collection) == ["ada@example.org"]
    assert "does not stand in submission_metadata.yml" in why(collection)[0]


@pytest.mark.parametrize("submitters", ["  :submitters: []\n", "  :submitters:\n  - :name:\n", ""], ids=["empty", "nameless", "none"])
def test_a_submission_of_nobody_is_left(tmp_path: Path, submitters: str) -> None:
    text = f"{ADA}submission_2:\n{submitters}  :created_at: 2026-11-20 22:58:59 Z\n"
    collection = collect([exported(tmp_path, text, "submission_1/gradient.py", "submission_2/gradient.py")], COURSE, NOBODY)
    assert students(collection) == ["ada@example.org"]
    assert "names nobody" in why(collection)[0]


def test_nobody_is_added_to_a_submission_by_lines_that_are_anothers() -> None:
    """A key in the long form begins a folder of its own."""
    found = submissions(f"{ADA}? submission_2\n:\n{ADA.partition(chr(10))[2].replace('ada@', 'eve@')}")
    assert {folder: [who.email for who in one.who] for folder, one in found.items()} == {
        "submission_1": ["ada@example.org"],
        "submission_2": ["eve@example.org"],
    }


TORN = {
    "a-quote-without-end": 'submission_2:\n  :submitters:\n  - :email: eve@example.org\n    :name: "Eve\n',
    "a-list-for-a-key": "submission_2:\n  :submitters:\n  - :email: eve@example.org\n    ? [a]\n    : b\n",
    "an-anchor-that-is-not-there": "submission_2:\n  :submitters:\n  - :email: eve@example.org\n  - *1\n  ]\n",
    "cut-off-in-a-brace": "submission_2:\n  :submitters: [{':email': eve@example.org}, {':em",
    "a-million-deep": "submission_2:\n  :submitters:\n  - :email: eve@example.org\n    :name: " + "[" * 10**6,
}


@pytest.mark.parametrize("rest", TORN.values(), ids=TORN)
def test_where_a_list_is_torn_nothing_is_taken_from_what_is_left(tmp_path: Path, rest: str) -> None:
    """A group of which half could be read would lose the other half."""
    collection = collect([exported(tmp_path, ADA + rest, "submission_1/gradient.py", "submission_2/gradient.py")], COURSE, NOBODY)
    assert students(collection) == ["ada@example.org"]
    assert "does not stand in submission_metadata.yml" in why(collection)[0]


@pytest.mark.parametrize("text", ["", "Ada", "[]", "- :submitters", "~", "submission_1", "submission_1: 3", "\0"])
def test_what_is_no_list_names_nobody(text: str) -> None:
    assert not any(one.who for one in submissions(text).values())


def test_results_may_be_nested_deeply() -> None:
    deep = "".join(f"{' ' * level}-\n" for level in range(4, 400))
    assert [who.email for who in submissions(f"{ADA}  :results:\n{deep}")["submission_1"].who] == ["ada@example.org"]


def test_a_name_of_several_lines_names_nobody_else() -> None:
    text = ADA.replace("Ada Lovelace", "|-\n      Ada\n      :email: eve@example.org\n      - :email: eve@example.org")
    (who,) = submissions(text)["submission_1"].who
    assert (who.name, who.email) == ("Ada :email: eve@example.org - :email: eve@example.org", "ada@example.org")


# --- what is read --------------------------------------------------------------------------------------------------------


def test_the_list_says_who_and_when(tmp_path: Path) -> None:
    one = only(collect([exported(tmp_path, ADA, "submission_1/gradient.py")], COURSE, NOBODY))
    assert one.attempt.submission.student == "ada@example.org"
    assert one.attempt.at == datetime.fromisoformat("2026-11-20T22:58:59.310410+00:00")
    assert one.late is False


def test_the_zone_of_a_time_counts(tmp_path: Path) -> None:
    text = ADA.replace("22:58:59.310410000 Z", "22:58:59.310410000 -08:00")
    assert only(collect([exported(tmp_path, text, "submission_1/gradient.py")], COURSE, NOBODY)).late is True


@pytest.mark.parametrize(
    "written",
    [
        "&1 2026-11-20 22:58:59.310410000 Z",
        "'2026-11-20T22:58:59.310410Z'",
        "!ruby/object:ActiveSupport::TimeWithZone\n    utc: &1 2026-11-20 22:58:59.310410000 Z\n"
        "    zone: !ruby/object:ActiveSupport::TimeZone\n      name: Europe/Berlin\n    time: 2026-11-20 23:58:59.310410000 Z",
    ],
    ids=["anchor", "quoted", "object"],
)
def test_a_time_is_read_in_each_way_that_ruby_writes_one(written: str) -> None:
    found = submissions(ADA.replace("2026-11-20 22:58:59.310410000 Z", written))["submission_1"]
    assert found.at == datetime.fromisoformat("2026-11-20T22:58:59.310410+00:00")


def test_a_list_may_be_written_again_by_another_program() -> None:
    text = ADA.replace("submission_1", "'submission_1'").replace("  - :name", "    - :name").replace("    :", "      :")
    found = submissions(text.replace("Ada Lovelace", '"\\U00020BB7\\u7530"'))
    in_one_line = "{submission_1: {':submitters': [{':name': 𠮷田, ':sid': '100', ':email': ada@example.org}]}}"
    assert submissions(in_one_line)["submission_1"].who == found["submission_1"].who
    assert [(who.name, who.number, who.email) for who in found["submission_1"].who] == [("𠮷田", "100", "ada@example.org")]


def test_all_of_a_group_have_handed_it_in(tmp_path: Path) -> None:
    text = ADA.replace("  :created", "  - :name: Bob\n    :sid: '101'\n    :email: bob@example.org\n  :created")
    collection = collect([exported(tmp_path, text, "submission_1/gradient.py")], COURSE, NOBODY)
    assert works(collection) == [("ada@example.org", STEP, WORK), ("bob@example.org", STEP, WORK)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("'O''Neil, Ada'", "O'Neil, Ada"),
        ('"Ada \\"the first\\" \\u00e9"', 'Ada "the first" é'),
        ("|-", ""),
        ("'Ada\n      Lovelace'", "Ada Lovelace"),
        ("~", ""),
        ("null", ""),
        ("'null'", "null"),
        ("!ruby/object:Gem::Installer {}", ""),
        ("!ruby/object:Gem::Installer\n      :name: Eve", ""),
        ("[Eve]", ""),
        ("&1 Ada", "Ada"),
    ],
    ids=["plain", "single", "double", "block", "folded", "nothing", "null", "Null", "empty-object", "object", "list", "anchor"],
)
def test_a_name_is_read_as_ruby_writes_it_or_not_at_all(written: str, name: str) -> None:
    (who,) = submissions(ADA.replace("Ada Lovelace", written))["submission_1"].who
    assert who.name == name


def test_an_export_that_was_unpacked_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / ROOT
    (folder / "submission_1").mkdir(parents=True)
    (folder / LIST).write_text(ADA, encoding="utf-8")
    (folder / "submission_1" / "gradient.py").write_bytes(LATER)
    assert works(collect([folder], COURSE, NOBODY)) == [("ada@example.org", STEP, LATER)]
