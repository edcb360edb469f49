"""A receipt that was signed here is genuine, and one that says anything else than it said then is not."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.cases import seed
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.feedback import html
from autograder.gradebook.receiving import Received
from autograder.grading.report import Report
from autograder.marking.receipts import FILE, Genuine, Receipt, is_of, read, receipt, render, told, verified, written

SECRET, OTHER = Secret(bytes(32)), Secret(b"\1" * 32)
WORK = b"h = 0.8\n"
DIGEST = f"sha256:{hashlib.sha256(WORK).hexdigest()}"
WHEN = datetime(2026, 3, 2, 21, 14, 5, 678901, tzinfo=UTC)
OF = Received("ada", "01-gradient-step", "gradient.py", len(WORK), DIGEST, WHEN)
ONE = receipt(OF, "Gradient descent", SECRET)


def test_it_says_what_was_handed_in_when_and_is_genuine() -> None:
    assert msgspec.structs.replace(ONE, signature="") == Receipt(
        course="Gradient descent",
        student="ada",
        assignment="01-gradient-step",
        file="gradient.py",
        bytes=8,
        digest=DIGEST,
        handed_in=WHEN,
        secret=SECRET.id,
    )
    assert verified(ONE, SECRET) is Genuine.YES
    assert len(ONE.signature) == 64


CHANGED: dict[str, Any] = {
    "course": "Gradient descents",
    "student": "eve",
    "assignment": "02-single-neuron",
    "file": "gradient.ipynb",
    "bytes": 9,
    "digest": DIGEST.replace("sha256:", "sha256:0")[:71],
    "handed_in": WHEN - timedelta(microseconds=1),
    "signature": "0" * 64,
}


@pytest.mark.parametrize("what", CHANGED)
def test_one_that_says_anything_else_is_not_genuine(what: str) -> None:
    assert verified(msgspec.structs.replace(ONE, **{what: CHANGED[what]}), SECRET) is Genuine.NO


def test_every_field_is_signed() -> None:
    assert set(CHANGED) == set(Receipt.__struct_fields__) - {"secret"}  # which says whose signature it is


@pytest.mark.parametrize("signature", ["", "é", "\ud800", "0", ONE.signature.upper(), f"{ONE.signature} ", ONE.signature[:-1]])
def test_what_is_no_signature_is_not_genuine(signature: str) -> None:
    assert verified(msgspec.structs.replace(ONE, signature=signature), SECRET) is Genuine.NO


def test_one_of_another_secret_is_told_from_a_forged_one() -> None:
    assert verified(ONE, OTHER) is Genuine.UNKNOWN
    assert verified(msgspec.structs.replace(ONE, secret=OTHER.id), OTHER) is Genuine.NO


def test_the_same_time_in_another_zone_is_the_same() -> None:
    tokyo = WHEN.astimezone(timezone(timedelta(hours=9)))
    assert verified(msgspec.structs.replace(ONE, handed_in=tokyo), SECRET) is Genuine.YES


TEXTS = st.tuples(*[st.text(max_size=8)] * 3)


@given(TEXTS, TEXTS)
def test_two_receipts_have_the_same_signature_only_if_they_say_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Also where what ends one field could begin the next."""
    signed = [receipt(Received(*texts, 8, DIGEST, WHEN), "A course", SECRET).signature for texts in (one, other)]
    assert (signed[0] == signed[1]) is (one == other)


@given(st.text(), st.text())
def test_no_receipt_is_signed_with_what_hidden_cases_are_drawn_from(slug: str, source: str) -> None:
    """A student chooses much of what is signed, and is shown the signature."""
    signed = receipt(Received("ada", slug, source, 8, DIGEST, WHEN), slug, SECRET).signature
    assert signed != seed(SECRET.key, slug, 1, source).hex()
    assert SECRET.subkey("receipts") != SECRET.key


def test_the_signature_stays_from_version_to_version() -> None:
    """Receipts of past years are verified by it."""
    assert ONE.signature == "941d12856c4a1f09d0c232e0daef2186285d062b22233d5847b927ad1336a09d"


class TestFile:
    def test_what_is_written_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / FILE
        odd = receipt(Received("李雷\n\x1b[31m", "01", "a\u202e.py", 0, DIGEST, WHEN), "é", SECRET)
        path.write_bytes(written([ONE, odd]))
        assert read(path) == (ONE, odd)
        assert [verified(one, SECRET) for one in read(path)] == [Genuine.YES] * 2
        assert path.read_bytes().isascii()
        assert json.loads(path.read_bytes())["schema"] == "descent/receipts/1"

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b"\xff",
            b'{"schema": "descent/receipts/2", "receipts": []}',
            b'{"receipts": [{"student": "ada"}]}',
            written([ONE]).replace(b'"bytes": 8', b'"bytes": "8"'),
            written([ONE]).replace(b".678901Z", b".678901"),
            written([ONE]).replace(b"2026-03-02T21:14:05.678901Z", b"0001-01-01T00:00:00+14:00"),
        ],
        ids=["empty", "broken", "a-list", "no-text", "other-schema", "little", "no-number", "no-zone", "before-time"],
    )
    def test_what_is_no_file_of_receipts_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / FILE
        path.write_bytes(content)
        with pytest.raises(UsageError, match=r"is no file of receipts: .* Expected what descent receipt --out FILE has written"):
            read(path)

    def test_a_file_that_is_not_there_is_told_of(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="cannot be read: No such file"):
            read(tmp_path / FILE)

    def test_a_huge_one_is_not_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("autograder.marking.receipts.LARGEST", 100)
        path = tmp_path / FILE
        path.write_bytes(written([ONE]))
        with pytest.raises(UsageError, match="it is larger than"):
            read(path)


def test_people_read_all_of_it() -> None:
    assert render([ONE, ONE]).count("\n\n") == 1
    assert render([ONE]).splitlines() == [
        "Receipt: 01-gradient-step, ada",
        "  course     Gradient descent",
        "  file       gradient.py, 8 bytes",
        f"  sha256     {DIGEST[7:]}",
        "  handed in  2026-03-02 21:14:05 UTC",
        f"  signed     {ONE.signature} (course secret {SECRET.id})",
    ]


def test_in_a_line_nothing_steers_the_terminal() -> None:
    odd = receipt(Received("a\x1b[31m\nda", "01\r", "\u202egradient.py", 8, DIGEST, WHEN), "A course", SECRET)
    assert told(odd) == "a[31m da, 01: gradient.py, 8 bytes, handed in 2026-03-02 21:14:05 UTC"
    assert "\x1b" not in render([odd])


def test_the_students_page_has_the_same_digest() -> None:
    """So that students can compare it with their own file."""
    report = Report(student="ada", assignment="01", submission=DIGEST, isolation="A", score=0, max_score=0, questions=())
    assert DIGEST in html.render(report)


def test_a_file_is_what_was_handed_in_byte_for_byte() -> None:
    assert is_of(ONE, WORK)
    assert not is_of(ONE, WORK.replace(b"\n", b"\r\n"))
