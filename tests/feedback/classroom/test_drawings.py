"""Drawings: what they say in words, and that they become part of a page."""

from datetime import date, timedelta
from xml.etree import ElementTree

import msgspec
import pytest
from matplotlib.figure import Figure

from autograder.feedback.classroom.analysis import Day, Handing, Scores, analyse
from autograder.feedback.classroom.drawings import attempts, attempts_said, percent, questions, scores, scores_said, signed
from autograder.feedback.classroom.svg import BAR, INK, inline, settings
from autograder.feedback.classroom.work import HandIn
from tests.feedback.classroom.making import DUE, marked, sheet, work


def test_a_drawing_has_no_style_of_its_own_and_its_colours_are_classes() -> None:
    with settings():
        figure = Figure(figsize=(2, 1))
        axes = figure.subplots()
        axes.bar([0, 1], [1, 2], color=BAR)
        axes.text(0, 0, "a < b & $x$", color=INK)
        drawn = inline(figure, "one", "A <title>", "Some & words")
    root = ElementTree.fromstring(drawn)
    assert all("style" not in element.attrib for element in root.iter())
    assert {"fill-bar", "fill-ink"} <= {name for element in root.iter() for name in element.get("class", "").split()}
    assert "#0" not in drawn.replace('href="#one-', "")
    texts = [element.text for element in root.iter() if element.tag.endswith(("text", "title", "desc"))]
    assert texts[:2] == ["A <title>", "Some & words"]
    assert "a < b & $x$" in texts


def test_two_drawings_share_no_names() -> None:
    def ids(name: str) -> set[str]:
        with settings():
            figure = Figure(figsize=(2, 1))
            figure.subplots().plot([0, 1], marker="o")
            root = ElementTree.fromstring(inline(figure, name, "t", "d"))
        return {element.attrib["id"] for element in root.iter() if "id" in element.attrib}

    assert len(ids("one")) >= 2
    assert ids("one") & ids("other") == set()


def test_what_a_drawing_refers_to_is_in_it_and_lines_stay_dashed_and_open() -> None:
    with settings():
        figure = Figure(figsize=(2, 1))
        figure.subplots().plot([0, 1], [1, 2], marker="o", color=BAR, linestyle=(0, (4, 3)))
        root = ElementTree.fromstring(inline(figure, "one", "t", "d"))
    ids = {element.get("id") for element in root.iter()}
    used = {element.get("href", "")[1:] for element in root.iter() if element.tag.endswith("use")}
    assert used
    assert used <= ids
    dashed = [element for element in root.iter() if "stroke-dasharray" in element.attrib]
    assert [(one.get("fill"), one.get("class")) for one in dashed] == [("none", "stroke-bar")]


def test_where_there_is_nothing_nothing_is_drawn() -> None:
    (one,) = analyse("A course", [sheet([])], {}).assignments
    assert (scores(one), questions(one), attempts(one)) == (None, None, None)


def test_scores_in_words() -> None:
    found = Scores(
        count=3, possible=10, mean=5.0, median=4.5, lowest=0.5, lower_quartile=2.5, upper_quartile=7.25, highest=10, tenths=(1,) * 11
    )
    assert scores_said(found) == (
        "3 scores from 0.5 to 10 of 10 points. The middle half lies between 2.5 and 7.25, the median is 4.5, the mean 5. "
        "1 of them has all points."
    )


def test_hand_ins_in_words() -> None:
    days = (Day(date(2026, 10, 3), 1), Day(date(2026, 10, 5), 4))
    assert attempts_said(Handing(total=5, days=days, each={1: 3, 2: 1}, late=1)) == (
        "5 hand-ins between 2026-10-03 and 2026-10-05, most of them (4) on 2026-10-05; 1.25 for each student, "
        "3 of 4 students handed in once. 1 student came after the due date with what counts."
    )


@pytest.mark.parametrize(("days", "said"), [(10, "hand-ins a day"), (80, "hand-ins a week")], ids=["days", "weeks"])
def test_many_days_become_weeks(days: int, said: str) -> None:
    hand_ins = tuple(HandIn(at, DUE - timedelta(days=at)) for at in range(days))
    (one,) = analyse("A course", [sheet([work(marked("ada", (1,)), attempts=hand_ins)])], {}).assignments
    drawn = attempts(one)
    assert drawn is not None
    assert said in drawn


def test_weeks_of_several_years_say_which() -> None:
    hand_ins = tuple(HandIn(at, DUE + timedelta(days=at)) for at in (0, 400))
    (one,) = analyse("A course", [sheet([work(marked("ada", (1,)), attempts=hand_ins)])], {}).assignments
    drawn = attempts(one)
    assert drawn is not None
    assert f"{DUE:%b %Y}" in drawn


@pytest.mark.parametrize(("low", "further"), [(-0.5, False), (-0.9, True)], ids=["within", "out of it"])
def test_an_interval_does_not_run_out_of_its_drawing(low: float, further: bool) -> None:
    (one,) = analyse("A course", [sheet([work(marked(f"s{at}", (at % 2, at % 3))) for at in range(12)])], {}).assignments
    item = msgspec.structs.replace(one.questions[0], discrimination=-0.4, low=low, high=-0.1)
    drawn = questions(msgspec.structs.replace(one, questions=(item,)))
    assert drawn is not None
    assert ("−0.5" in drawn) is further


def test_numbers_are_written_as_people_do() -> None:
    assert [signed(value) for value in (None, 0.456, -0.3, -0.001)] == ["–", "0.46", "−0.30", "0.00"]
    assert [percent(share) for share in (None, 0, 0.666, 1)] == ["–", "0 %", "67 %", "100 %"]
