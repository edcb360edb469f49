"""The secret's id may be shown, its key may not."""

import pytest

from autograder.course.cases import seed
from autograder.course.secret import Secret

KEY = bytes(range(32))


def test_the_key_never_shows() -> None:
    shown = repr(Secret(KEY)) + str(Secret(KEY))
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown


def test_the_id_is_eight_digits_that_stay() -> None:
    """It stands in reports of past years."""
    assert Secret(KEY).id == "d1554b50"


def test_the_id_is_no_part_of_the_key() -> None:
    assert Secret(KEY).id not in KEY.hex()


def test_secrets_are_told_apart_by_their_id() -> None:
    assert Secret(KEY).id != Secret(KEY[::-1]).id


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=f"a course secret has 32 bytes, found {length}"):
        Secret(b"k" * length)


def test_each_use_has_a_key_of_its_own_that_stays() -> None:
    """Receipts of past years are verified by it."""
    secret = Secret(KEY)
    keys = {secret.subkey(purpose) for purpose in ("pseudonyms", "receipts", "")}
    assert len(keys | {KEY, Secret(KEY[::-1]).subkey("receipts")}) == 5
    assert secret.subkey("receipts") == Secret(bytes(KEY)).subkey("receipts")
    assert {len(key) for key in keys} == {32}


@pytest.mark.parametrize("source", ["", "receipts", "descent subkey\0receipts"])
def test_no_subkey_is_what_some_submissions_cases_are_drawn_from(source: str) -> None:
    for slug in ("descent subkey", ""):
        assert seed(KEY, slug, 1, source) != Secret(KEY).subkey("receipts")
