"""`descent request`, `requests`, `answer`: one comment for a question, one person who answers, all of it in the log."""

import json
from pathlib import Path

import pytest

from tests.cli.byhand import keep, with_questions, wrote
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import noted

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def asked(course: Path) -> Path:
    """A course with questions for a person, and a hand-in."""
    with_questions(course)
    keep("ada", wrote("Up."), points=1.0)
    return course


def test_a_request_is_noted_shown_and_answered_with_points(descent: Descent, asked: Path, capsys: Captured) -> None:
    call = ("--course", asked)
    assert descent(*call, "request", "ada", SLUG, "error", "--comment", "the  sign\nis right", "--as", "ta") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Request 1: ada asks for another look at error of {SLUG}.",
        "To answer it: descent answer 1 --comment TEXT [--points P]",
    ]
    assert descent(*call, "request", "ada", SLUG, "--comment", "the due date", "--as", "ta") == 0
    assert descent(*call, "answer", "1", "--as", "grace", "--comment", "It is.", "--points", "2") == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        f"Request 1 of ada about error of {SLUG} is answered, 2 points for it.",
        "Stands at 6 of 15 now: error: set to 2 by grace (It is.); reflection: waits for a mark; momentum: waits for a mark",
    ]
    assert descent(*call, "requests") == 0
    said = capsys.readouterr().out
    assert said.index("2  open  ada, 01-gradient-step, the whole") < said.index("1  answered  ada, 01-gradient-step, error")
    assert "     the sign is right\n   grace, " in said
    assert said.endswith("2 requests, 1 open.\n")
    assert descent(*call, "requests", "--open", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["requests"]
    assert (one["number"], one["question"], one["answered"]) == (2, "", None)
    assert noted() == [
        ("ta", "request", "another look at error asked for"),
        ("ta", "request", "another look at the whole asked for"),
        ("grace", "answer", "request 1 about error answered"),
        ("grace", "override", "2 points for error: It is."),
    ]


def test_an_answer_about_what_a_person_marks_is_a_mark(descent: Descent, asked: Path, capsys: Captured) -> None:
    call = ("--course", asked)
    assert descent(*call, "mark", SLUG, "reflection", "ada", "1", "--as", "grace") == 0
    assert descent(*call, "request", "ada", SLUG, "reflection", "--comment", "I said why") == 0
    capsys.readouterr()
    assert descent(*call, "answer", "1", "--as", "henry", "--comment", "So it is.", "--points", "1.5") == 0
    assert "reflection: marked 1.5 by henry (So it is.)" in capsys.readouterr().out
    assert descent(*call, "mark", SLUG, "reflection") == 0
    assert "Nothing waits." in capsys.readouterr().out  # it is for the answer that was read


def test_without_points_all_stays(descent: Descent, asked: Path, capsys: Captured) -> None:
    call = ("--course", asked)
    assert descent(*call, "request", "ada", SLUG, "h", "--comment", "?") == 0
    assert descent(*call, "answer", "1", "--as", "grace", "--comment", "It stands.") == 0
    assert f"Request 1 of ada about h of {SLUG} is answered.\nStands at 5 of 15 now" in capsys.readouterr().out
    assert [one[1] for one in noted()] == ["request", "answer"]


REFUSED = {
    "the-same-again": (["request", "ada", SLUG, "h", "--comment", "again"], "has asked already: request 1, which is still open."),
    "no-such-question": (["request", "ada", SLUG, "hh", "--comment", "x"], "It has: h, nn_output, error, error_term, del_w, refl"),
    "nobody": (["request", "adda", SLUG, "--comment", "x"], "Did you mean 'ada'?"),
    "no-comment": (["request", "ada", SLUG, "error"], "Expected a comment in 1 to 1000 characters"),
    "long-comment": (["request", "ada", SLUG, "error", "--comment", "x" * 1001], "Expected a comment"),
    "no-such-request": (["answer", "9", "--comment", "x"], "There is no request 9. Those there are: descent requests"),
    "no-answer": (["answer", "1"], "Expected a comment"),
    "above": (["answer", "1", "--comment", "x", "--points", "2.5"], "2.5 points for h of 01-gradient-step: expected 0 to 2."),
    "not-a-number": (["answer", "1", "--comment", "x", "--points", "nan"], "nan points for h"),
    "no-such-assignment": (["requests", "99"], "there is no assignment '99'"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_and_nothing_of_it_is_kept(
    descent: Descent, asked: Path, arguments: list[str], said: str, capsys: Captured
) -> None:
    call = ("--course", asked)
    assert descent(*call, "request", "ada", SLUG, "h", "--comment", "?") == 0
    before = noted()
    assert descent(*call, *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == before
    assert descent(*call, "requests") == 0
    assert "1 request, 1 open." in capsys.readouterr().out


def test_one_person_answers_and_once(descent: Descent, asked: Path, capsys: Captured) -> None:
    call = ("--course", asked)
    assert descent(*call, "request", "ada", SLUG, "h", "--comment", "?") == 0
    assert descent(*call, "answer", "1", "--as", "grace", "--comment", "No.") == 0
    assert descent(*call, "answer", "1", "--as", "henry", "--comment", "Yes.", "--points", "2") == 2
    assert "Request 1 was answered by grace on" in capsys.readouterr().err
    assert descent(*call, "request", "ada", SLUG, "h", "--comment", "really?") == 2
    assert "which grace answered on" in capsys.readouterr().err
    assert [one[1] for one in noted()] == ["request", "answer"]


def test_where_nobody_asks_that_is_said(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("--course", course, "requests") == 0
    assert capsys.readouterr().out == "Nobody asks for another look.\n"
