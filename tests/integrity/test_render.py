"""One line a proof, details for what failed and what is good to know, a tally last; colour is never alone."""

from autograder.integrity.proof import Verification, counted, proof
from autograder.integrity.render import overview, render

GOOD = proof("built", "all is as built", [])
NOTED = proof("mutation", "5 changes lose points", [], notes=["line 3: h = 1"])
BAD = proof("truth", "5 questions agree", ["h differs in 3 of 5 cases. One of the two is wrong.", "word " * 40])


def test_all_is_well() -> None:
    text = render(Verification("01-a", "A step", True, (GOOD, NOTED)))
    assert text == (
        "01-a  A step\n\n"
        "  ✓ built     all is as built\n"
        "  ✓ mutation  5 changes lose points\n"
        "      · line 3: h = 1\n\n"
        "01-a: 2 of 2 proofs hold.\n"
    )


def test_what_failed_says_so_in_words_and_why() -> None:
    lines = render(Verification("01-a", "A step", False, (GOOD, BAD))).splitlines()
    assert lines[3:5] == ["  ✗ truth  not proven: 5 questions agree", "      ! h differs in 3 of 5 cases. One of the two is wrong."]
    assert lines[-1] == "01-a: 1 of 2 proofs hold, 2 findings."
    assert max(map(len, lines)) <= 120


def test_the_mutation_score_stands_at_the_end() -> None:
    scored = proof("mutation", "5 changes", [], figures={"mutants": 5, "score": 0.9876})
    assert render(Verification("01-a", "A step", True, (GOOD, scored))).endswith("\n01-a: 2 of 2 proofs hold, mutation score 98.8%.\n")


def test_several_assignments_stand_one_below_the_other() -> None:
    scored = proof("mutation", "5 changes", ["one survives"], figures={"score": 0.8})
    made = [Verification("01-a", "A step", True, (GOOD,)), Verification("02-long", "A way", False, (GOOD, scored))]
    assert overview(made) == (
        "  ✓ 01-a     1 of 1 proof hold\n"
        "  ✗ 02-long  1 of 2 proofs hold, mutation score 80.0%, 1 finding\n"
        "\n1 of 2 assignments: all proofs hold.\n"
    )


def test_colour_adds_nothing_but_colour() -> None:
    import re

    made = Verification("01-a", "A step", False, (GOOD, BAD, NOTED))
    assert "\x1b" not in render(made)
    assert re.sub(r"\x1b\[\d+m", "", render(made, colour=True)) == render(made)


def test_counting_words() -> None:
    assert [counted(0, "case"), counted(1, "case"), counted(1200, "case"), counted(2, "proof")] == [
        "0 cases",
        "1 case",
        "1,200 cases",
        "2 proofs",
    ]
