"""Whatever a child may forge is a value or `Malformed`, and what is told of it holds no text of the child's."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox import answers
from autograder.sandbox.answers import Malformed, Told
from autograder.sandbox.inside import wire
from autograder.sandbox.inside.calls import Call
from tests.fuzz import promises
from tests.fuzz.wire import CORPUS
from tests.sandbox.forging import VALUES, altered

NAMES, GIVENS = ["h", "error"], ["x", "y"]
PAIR = np.array([1.0, 2.0])  # an array compared with a word has no truth value


def case(said: Any) -> answers.CaseValues:
    return answers.case_values(said, NAMES, GIVENS)


def extraction(said: Any) -> Any:
    return answers.extraction(said, "ipynb")


def places(said: Any) -> dict[str, tuple[int, int]]:
    return answers.places(said, NAMES)


def called(said: Any) -> answers.CallTold:
    return answers.called(said, FIT, ["fit", "step"])


FIT = Call("fit", ("x",), ("rows",))
DONE = ["absent"], [], [], ""
NOTHING = [["absent"], ["absent"]]
MALFORMED: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "text-without-notes": (extraction, ["text", [[0, 0, "a"]]]),
    "text-that-is-a-number": (extraction, ["text", 1, []]),
    "notes-that-are-numbers": (extraction, ["text", [[0, 0, "a"]], [1]]),
    "notes-that-are-text": (extraction, ["text", [[0, 0, "a"]], "b"]),
    "text-that-is-a-text": (extraction, ["text", "a", []]),
    "cell-without-number": (extraction, ["text", [["a"]], []]),
    "cell-with-a-null": (extraction, ["text", [[1, 0, "a\0b"]], []]),
    "cell-that-is-true": (extraction, ["text", [[True, 0, "a"]], []]),
    "cell-below-nothing": (extraction, ["text", [[1, -1, "a"]], []]),
    "cell-far-away": (extraction, ["text", [[10**9, 0, "a"]], []]),
    "cell-that-is-an-array": (extraction, ["text", [PAIR], []]),
    "refused-without-why": (extraction, ["refused"]),
    "neither": (extraction, ["case", [], []]),
    "an-array-for-a-word": (extraction, [PAIR, [], []]),
    "an-array": (extraction, PAIR),
    "one-place-too-few": (places, ["places", [[0, 1]]]),
    "one-place-too-many": (places, ["places", [[0, 1]] * 3]),
    "place-of-text": (places, ["places", [["0", "1"], []]]),
    "place-of-three": (places, ["places", [[0, 1, 2], []]]),
    "place-before-the-file": (places, ["places", [[0, 0], []]]),
    "place-in-a-negative-cell": (places, ["places", [[-1, 1], []]]),
    "place-far-beyond-the-file": (places, ["places", [[0, 10**9], []]]),
    "place-in-a-far-cell": (places, ["places", [[10**9, 1], []]]),
    "place-that-is-an-array": (places, ["places", [PAIR, []]]),
    "places-that-are-a-number": (places, ["places", 1]),
    "place-that-is-true": (places, ["places", [[0, True], []]]),
    "place-in-a-cell-that-is-false": (places, ["places", [[False, 1], []]]),
    "places-by-an-array": (places, [PAIR, [[], []]]),
    "number": (case, 1),
    "a-number-in-an-array": (case, np.array(1.0)),
    "an-answer-in-an-array-without-axes": (case, ["case", [np.array(1.0), ["absent"]], [], []]),
    "a-place-in-an-array-without-axes": (places, ["places", [np.array(1.0), []]]),
    "an-empty-array-for-a-place": (places, ["places", [np.array([]), []]]),
    "a-statement-in-an-array-without-axes": (case, ["case", NOTHING, [np.array(1.0)], []]),
    "empty": (case, []),
    "end-instead-of-a-case": (case, ["end"]),
    "word-that-is-an-array": (case, [PAIR, NOTHING, [], []]),
    "one-answer-too-few": (case, ["case", NOTHING[:1], [], []]),
    "one-answer-too-many": (case, ["case", NOTHING * 2, [], []]),
    "answers-that-are-text": (case, ["case", "ab", [], []]),
    "answer-of-an-unknown-word": (case, ["case", [["right"], ["absent"]], [], []]),
    "answer-that-is-a-bare-number": (case, ["case", [0.8, ["absent"]], [], []]),
    "answer-that-is-an-array": (case, ["case", [PAIR, ["absent"]], [], []]),
    "answer-whose-word-is-an-array": (case, ["case", [[PAIR], ["absent"]], [], []]),
    "value-that-is-a-number": (case, ["case", [["value", 0.8], ["absent"]], [], []]),
    "value-that-is-a-list": (case, ["case", [["value", [0.8]], ["absent"]], [], []]),
    "value-of-whole-numbers": (case, ["case", [["value", np.array([1])], ["absent"]], [], []]),
    "value-of-bytes": (case, ["case", [["value", np.array([1], np.uint8)], ["absent"]], [], []]),
    "value-with-more-behind-it": (case, ["case", [["value", PAIR, 1], ["absent"]], [], []]),
    "none-with-more-behind-it": (case, ["case", [["none", 1], ["absent"]], [], []]),
    "odd-of-a-number": (case, ["case", [["odd", 1], ["absent"]], [], []]),
    "verdict-behind-the-answers": (case, ["case", NOTHING, [], [], "correct"]),
    "raised-that-is-text": (case, ["case", NOTHING, ["ValueError"], []]),
    "raised-without-binds": (case, ["case", NOTHING, [[0, 1, "ValueError"]], []]),
    "raised-in-a-negative-line": (case, ["case", NOTHING, [[0, -1, "ValueError", []]], []]),
    "raised-in-a-line-that-is-true": (case, ["case", NOTHING, [[0, True, "ValueError", []]], []]),
    "raised-in-a-cell-that-is-true": (case, ["case", NOTHING, [[True, 1, "ValueError", []]], []]),
    "raised-in-a-far-line": (case, ["case", NOTHING, [[0, 10**12, "ValueError", []]], []]),
    "raised-with-a-number-for-a-name": (case, ["case", NOTHING, [[0, 1, 7, []]], []]),
    "raised-that-binds-arrays": (case, ["case", NOTHING, [[0, 1, "ValueError", [PAIR]]], []]),
    "raised-that-is-an-array": (case, ["case", NOTHING, [PAIR], []]),
    "raised-without-end": (case, ["case", NOTHING, [[0, 1, "ValueError", []]] * 2001, []]),
    "unassigned-arrays": (case, ["case", NOTHING, [], [PAIR]]),
    "unassigned-numbers": (case, ["case", NOTHING, [], [1]]),
    "unassigned-text": (case, ["case", NOTHING, [], "x"]),
    "value-in-single-precision": (case, ["case", [["value", np.array([1], np.float32)], ["absent"]], [], []]),
    "several-values-in-a-case": (case, ["case", [["parts", [["value", PAIR]]], ["absent"]], [], []]),
    "text-that-is-an-array": (case, ["case", [["text", PAIR], ["absent"]], [], []]),
    "text-that-is-long": (case, ["case", [["text", "a" * 65], ["absent"]], [], []]),
    "text-of-several-lines": (case, ["case", [["text", "a\nb"], ["absent"]], [], []]),
    "text-that-steers-a-terminal": (case, ["case", [["text", "\x1b[2J"], ["absent"]], [], []]),
    "text-that-turns-its-direction": (case, ["case", [["text", "\u202eseerga"], ["absent"]], [], []]),
    "a-case-for-a-call": (called, ["case", NOTHING, [], []]),
    "an-end-for-a-call": (called, ["end"]),
    "an-array-for-a-call": (called, PAIR),
    "a-call-by-an-array": (called, [PAIR, *DONE]),
    "a-call-cut-short": (called, ["called", ["absent"], [], []]),
    "a-call-with-more-behind-it": (called, ["called", *DONE, "correct"]),
    "a-call-that-is-right": (called, ["called", ["right"], [], [], ""]),
    "a-call-of-a-bare-number": (called, ["called", 0.8, [], [], ""]),
    "parts-that-are-an-array": (called, ["called", ["parts", PAIR], [], [], ""]),
    "parts-without-one": (called, ["called", ["parts", []], [], [], ""]),
    "parts-without-end": (called, ["called", ["parts", [["text", "a"]] * 17], [], [], ""]),
    "parts-in-parts": (called, ["called", ["parts", [["parts", [["text", "a"]]]]], [], [], ""]),
    "parts-of-bare-numbers": (called, ["called", ["parts", [0.5, 1.0]], [], [], ""]),
    "changed-that-is-text": (called, ["called", ["absent"], "x", [], ""]),
    "changed-arrays": (called, ["called", ["absent"], [PAIR], [], ""]),
    "raised-twice": (called, ["called", ["absent"], [], [[0, 1, "ValueError", []]] * 2, ""]),
    "raised-without-a-line": (called, ["called", ["absent"], [], [[0, "ValueError", []]], ""]),
    "raised-that-is-a-number": (called, ["called", ["absent"], [], 3, ""]),
    "waiting-for-an-array": (called, ["called", ["absent"], [], [], PAIR]),
    "waiting-for-no-question": (called, ["called", ["absent"], [], [], "secret"]),
    "waiting-for-itself": (called, ["called", ["absent"], [], [], "fit"]),
}


@pytest.mark.parametrize(("read", "said"), MALFORMED.values(), ids=MALFORMED)
def test_what_has_not_the_form_is_malformed_and_nothing_else(read: Callable[[Any], Any], said: Any) -> None:
    with pytest.raises(Malformed):
        read(said)


PLAIN = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["case", "value", "none", "odd", "places", "text", "refused", "end", "h", "x", "ValueError", "error"]),
        st.sampled_from(["called", "parts", "ask", "broken", "step", "fit", "rows", "absent", "nothing"]),
        st.sampled_from([PAIR, np.array(1.0), np.array([]), np.array([[True]]), np.array([1]), np.array([1], np.uint8)]),
    ),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)
SHAPED = st.one_of(
    PLAIN,
    st.tuples(st.sampled_from(["case", "places", "text", "refused", "end"]), PLAIN, PLAIN, PLAIN).map(list),
    st.tuples(st.just("case"), st.lists(PLAIN, min_size=2, max_size=2), st.lists(PLAIN), st.lists(PLAIN)).map(list),
    st.tuples(st.just("places"), st.lists(PLAIN, min_size=2, max_size=2)).map(list),
    st.tuples(st.just("called"), PLAIN, st.lists(PLAIN), st.lists(PLAIN, max_size=2), PLAIN).map(list),
    st.tuples(st.just("called"), st.tuples(st.just("parts"), PLAIN).map(list), st.just([]), st.just([]), st.just("")).map(list),
)


@given(SHAPED)
def test_no_frame_whatever_raises_anything_but_malformed(said: Any) -> None:
    assert answers.is_end(said) in (True, False)
    assert isinstance(answers.wanted(said), str | None)
    assert isinstance(answers.broken_driver(said), str)
    for read in (extraction, places, case, called):
        try:
            read(said)
        except Malformed:
            continue


REAL = sorted(path.read_bytes() for path in CORPUS.glob("taken-*.payload"))


@given(altered(altered(st.sampled_from(REAL).map(wire.decode))))
@settings(max_examples=500, deadline=None)
def test_what_is_nearly_said_as_children_say_it_is_read_as_values_and_names_of_ours_alone(said: Any) -> None:
    """In a real frame one thing or two are others: what still has the form is looked at, see `promises.read`."""
    assert promises.read(said) in (True, False)


@given(VALUES)
def test_whatever_can_be_sent_is_read_or_malformed(said: Any) -> None:
    assert promises.read(said) in (True, False)


def test_what_children_really_say_is_read() -> None:
    assert len(REAL) > 10
    assert all(promises.read(wire.decode(payload)) for payload in REAL)


def test_a_case_is_sorted_into_what_it_says() -> None:
    flags = np.array([True])
    told = [[0, 3, "ValueError", ["h", "z"]]]
    found = answers.case_values(["case", [["value", PAIR], ["none"], ["absent"], ["value", flags]], told, ["x"]], list("habc"), GIVENS)
    assert {name: value.tolist() for name, value in found.values.items()} == {"h": [1.0, 2.0], "c": [True]}
    assert (found.blank, found.odd, found.unassigned) == (frozenset("a"), {}, ("x",))
    assert found.raised == (Told(0, 3, "ValueError", frozenset("h")),)


def told(*said: Any) -> answers.CaseValues:
    """Of one case in which `fit` was called."""
    nothing = answers.case_values(["case", [], [], []], [], [])
    return answers.with_calls(nothing, {"fit": called(["called", *said])}, ["fit", "step"])


def test_a_call_is_sorted_into_what_it_says() -> None:
    several = told(["parts", [["value", PAIR], ["text", "agrees"]]], ["rows", "x", "other"], [], "").values["fit"]
    assert isinstance(several, tuple)
    assert [np.asarray(part).tolist() for part in several] == [[1.0, 2.0], "agrees"]
    assert told(["value", PAIR], ["rows", "x", "other"], [], "").changed == {"fit": ("x", "rows")}
    assert told(["text", "agrees"], [], [], "").values == {"fit": "agrees"}
    assert told(["none"], [], [], "").blank == {"fit"}
    waiting = told(["absent"], [], [[2, 3, "NotImplementedError", ["fit", "step"]]], "step")
    assert (waiting.waits, waiting.raised) == ({"fit": "step"}, (Told(2, 3, "NotImplementedError", frozenset({"fit"})),))


def test_what_was_not_come_to_is_named() -> None:
    assert told(*DONE).unasked == {"step"}


@pytest.mark.parametrize("part", [["none"], ["odd", "a dict"], ["absent"]], ids=["none", "odd", "absent"])
def test_several_values_of_which_one_is_none_are_odd_as_a_whole(part: list[Any]) -> None:
    found = told(["parts", [["value", PAIR], part]], [], [], "")
    assert (found.values, found.odd) == ({}, {"fit": "several values, one of which is no number"})


def test_a_statement_may_have_failed_to_define_what_is_called() -> None:
    raised = [[0, 1, "SyntaxError", ["h", "fit", "other"]]]
    found = answers.case_values(["case", [["absent"]], raised, []], ["h"], [], [FIT])
    assert found.raised[0].binds == {"h", "fit"}


@pytest.mark.parametrize(("said", "name"), [(["ask", "rows"], "rows"), (["ask", PAIR], None), (["ask"], None), (PAIR, None)])
def test_only_a_name_is_asked_for(said: Any, name: str | None) -> None:
    assert answers.wanted(said) == name


def test_names_that_were_not_asked_for_are_dropped() -> None:
    found = case(["case", NOTHING, [[0, 1, "ValueError", ["h", "secret"]]], ["y", "nonsense"]])
    assert found.raised[0].binds == frozenset({"h"})
    assert found.unassigned == ("y",)


@pytest.mark.parametrize("name", ["You get ten points", "x = [3, -2, 1, 4]", "print", "__import__", "", "h\0", "Exit 0"])
def test_an_exceptions_name_is_pythons_own_or_none(name: str) -> None:
    found = case(["case", NOTHING, [[0, 1, name, []]], []])
    assert found.raised[0].error == "Exception"


@pytest.mark.parametrize("name", ["ValueError", "SystemExit", "SyntaxError", "StatementTimeout"])
def test_an_exceptions_own_name_is_told(name: str) -> None:
    assert case(["case", NOTHING, [[0, 1, name, []]], []]).raised[0].error == name


@pytest.mark.parametrize("what", ["a x_3_minus2_1_4", "0.8", "a number; full marks", "", "a Secret"])
def test_what_an_odd_thing_is_comes_from_our_own_list(what: str) -> None:
    """A class may be named after a hidden input: its name goes no further."""
    assert case(["case", [["odd", what], ["absent"]], [], []]).odd == {"h": "an object"}


def test_a_well_known_odd_thing_is_told() -> None:
    assert case(["case", [["odd", "text"], ["odd", "a dict"]], [], []]).odd == {"h": "text", "error": "a dict"}


def test_notes_and_refusals_are_cut_to_a_length_that_a_person_reads() -> None:
    read, notes, why = answers.extraction(["text", [[0, 0, "a"]], ["n" * 500] * 100], "py")
    assert (read.text, len(notes), len(notes[0]), why) == ("a", 50, 200, "")
    assert len(answers.extraction(["refused", "w" * 500], "py")[2]) == 200


@pytest.mark.parametrize("said", [["text", [], ["a\ud800b"]], ["refused", "a\ud800b"]], ids=["note", "refusal"])
def test_half_of_a_surrogate_pair_goes_no_further(said: list[Any]) -> None:
    """A report that holds one can be neither sent nor stored nor shown."""
    _, notes, why = answers.extraction(said, "py")
    assert [text.encode() for text in (*notes, why) if text] == [b"a?b"]


class Walked(str):
    """A text that counts how often it was walked through for something."""

    __slots__ = ("times",)

    def count(self, *arguments: Any) -> int:
        self.times = getattr(self, "times", 0) + 1
        return super().count(*arguments)


def test_a_file_is_not_walked_through_for_each_place_that_a_child_names() -> None:
    """Two thousand statements of a long file, in each case of each run: the judge has no limit of time."""
    text = Walked("h = 1\n" * 9)
    source = answers.Extract("py", (text,), ((0, 2),))
    raised = tuple(Told(0, line, "ValueError", frozenset()) for line in range(2000))
    told = answers.CaseValues({}, frozenset(), {}, raised, ())
    places = {(one.cell, one.line) for one in answers.relocated(told, source).raised}
    assert places == {(0, line + 2) for line in range(1, 11)} | {answers.NOWHERE}
    assert text.times <= 1


def test_places_are_kept_for_those_that_are_assigned() -> None:
    assert places(["places", [[2, 7], []]]) == {"h": (2, 7)}


@pytest.mark.parametrize(
    ("said", "end"), [(["end"], True), (["end", 1], False), ("end", False), (PAIR, False), ([PAIR], False), ([], False)]
)
def test_only_the_word_is_the_end(said: Any, end: bool) -> None:
    assert answers.is_end(said) is end
