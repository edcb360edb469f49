"""What a student reads of a report: what is right first, one hint, never the answer, never a zero for a fault of ours."""

from collections.abc import Callable

import pytest

from autograder.feedback import html, markdown, text
from autograder.feedback.reading import read
from autograder.grading.report import Place, QuestionReport, Report, Verdict
from tests.feedback import samples
from tests.feedback.samples import question, report

FORMS: dict[str, Callable[[Report], str]] = {"text": text.render, "markdown": markdown.render, "html": html.render}


@pytest.fixture(params=FORMS)
def render(request: pytest.FixtureRequest) -> Callable[[Report], str]:
    """Each of the three forms."""
    form = FORMS[request.param]
    return lambda one: " ".join(form(one).split())


class TestWhatMustNotAppear:
    def test_no_hint_and_no_message_beyond_the_first_broken_link(self, render: Callable[[Report], str]) -> None:
        page = render(samples.TWO_SLIPS)
        assert "First hint?" in page
        assert "First message." in page
        for hidden in ("Second", "Third"):
            assert hidden not in page

    def test_no_name_of_a_mistake(self, render: Callable[[Report], str]) -> None:
        assert "slope_for_output" not in render(samples.SLIP)

    def test_no_true_value_where_the_students_own_is_another(self, render: Callable[[Report], str]) -> None:
        page = render(samples.SLIP)
        for value in ("0.6899", "0.68997448", "-0.1899", "-0.0406", "-0.0203"):
            assert value not in page.replace("−", "-")

    def test_no_zero_and_no_cause_of_a_fault(self, render: Callable[[Report], str]) -> None:
        page = render(samples.FAULT)
        assert "roblem on our side" in page
        assert "worker" not in page
        for zero in ("0 / 2", "0 of 10", ">0<"):
            assert zero not in page

    def test_no_points_at_all_where_a_part_is_a_fault(self, render: Callable[[Report], str]) -> None:
        broken, carried, fault = question("h", Verdict.WRONG, hint="Hint of h?"), Verdict.CARRIED, Verdict.FAULT
        page = render(report(broken, question("nn_output", carried), question("del_w", fault)))
        assert "– / 2" in page
        for told in ("0 / 2", "2 / 2", "0.68997", "Hint of h?", "Begin here", "earns its points", "The sigmoid"):
            assert told not in page

    def test_no_accusation_where_values_were_written_as_numbers(self, render: Callable[[Report], str]) -> None:
        assert "ardcoded" not in render(samples.HARDCODED)

    def test_no_place_to_begin_where_everything_is_right_or_nothing_could_be_read(self, render: Callable[[Report], str]) -> None:
        for one in (samples.ALL_RIGHT, samples.REFUSED, samples.FAULT, samples.UNREADABLE):
            assert "Begin here" not in render(one)


class TestWhatIsSaid:
    def test_what_is_right_comes_before_what_is_not(self, render: Callable[[Report], str]) -> None:
        page = render(samples.SLIP)
        assert page.index("Right: h.") < page.index("not right yet") < page.index("Begin here") < page.index("Hint")

    def test_follow_through_is_explained_once_and_only_where_there_is_some(self, render: Callable[[Report], str]) -> None:
        assert render(samples.SLIP).count("with the answers before it set right") == 1
        assert "with the answers before it set right" not in render(samples.ALL_RIGHT)

    def test_every_label_stands_beside_its_mark(self, render: Callable[[Report], str]) -> None:
        for one in (samples.SLIP, samples.TWO_SLIPS, samples.STUB, samples.FAULT):
            page = render(one)
            for line in read(one).lines:
                assert line.label.mark in page
                assert str(line.label) in page

    def test_a_refusal_is_said_once(self, render: Callable[[Report], str]) -> None:
        assert render(samples.REFUSED).count("its JSON ends too early") == 1

    def test_a_file_that_is_not_python_is_said_once_and_nothing_is_said_to_be_wrong(self, render: Callable[[Report], str]) -> None:
        page = render(samples.UNREADABLE)
        assert page.count("Python could not read the file (line 14), so nothing of it was judged.") == 1
        assert "None of the answers" not in page

    def test_what_cannot_be_judged_before_the_first_broken_link_is_mended_stands_under_it(
        self, render: Callable[[Report], str]
    ) -> None:
        wrong, hung = Verdict.WRONG, Verdict.FAILED
        page = render(
            report(
                question("h", wrong, hint="Hint?"),
                question("error", hung, seen=None, behind="h"),
                question("del_w", wrong, behind="error"),
            )
        )
        said = "error and del_w are built on it: mend it first, then look at them again."
        assert page.replace("\\_", "_").count(said) == 1
        assert page.index("Hint") < page.index("built on it")

    def test_remarks_are_passed_on(self, render: Callable[[Report], str]) -> None:
        assert "The file no longer assigns w" in render(samples.HARDCODED)

    def test_a_part_of_the_points_is_shown(self, render: Callable[[Report], str]) -> None:
        page = render(samples.HALF)
        assert "1 / 2" in page
        assert "9" in page


def test_the_place_of_the_first_broken_link_is_named_once() -> None:
    in_words = report(question("h", Verdict.FAILED, message="Line 9 stopped.", place=Place(9)))
    not_in_words = report(question("h", Verdict.MISTAKE, message="Not right yet.", place=Place(4, cell=2)))
    assert [read(one).look.heading for one in (in_words, not_in_words)] == [  # type: ignore[union-attr]
        "Begin here: h",
        "Begin here: h, cell 2, line 4",
    ]


def built_on(*questions: QuestionReport) -> str:
    look = read(report(*questions)).look
    assert look is not None
    return look.built_on


def test_only_what_hangs_on_the_first_broken_link_is_named_under_it() -> None:
    wrong, carried = Verdict.WRONG, Verdict.CARRIED
    first, other = question("h", wrong), question("nn_output", wrong)
    assert built_on(first, other, question("error", wrong), question("del_w", wrong, behind="nn_output")) == ""
    assert built_on(first, question("error", carried, behind="h")) == ""
    assert built_on(first, question("error", wrong, behind="h"), question("del_w", carried)).startswith("error is built on it")


def test_what_is_not_there_yet_is_to_be_written_not_mended() -> None:
    waiting = question("error", Verdict.FAILED, seen=None, behind="h")
    for verdict in (Verdict.UNATTEMPTED, Verdict.MISSING):
        said = built_on(question("h", verdict, seen=None), waiting)
        assert said == "error is built on it: write it first, then look at error again."


def test_a_report_with_no_questions_is_still_a_page(render: Callable[[Report], str]) -> None:
    empty = Report(student="ada", assignment="00-start-here", submission="", isolation="A", score=0.0, max_score=0.0, questions=())
    assert "00-start-here" in render(empty)
