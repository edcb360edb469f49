"""The pictures of a descent show the student's own values beside the reference's, in lines and in words, and never leave their box."""

import math
import re
from typing import Any

import msgspec
import pytest

from autograder.course.descent import Descended, Hills, Records, Valley, Walk
from autograder.feedback.descent import Picture, pictures
from autograder.feedback.frames import BOTTOM, HEIGHT, LEFT, WIDTH
from autograder.feedback.html import render
from autograder.grading.report import Report
from tests.feedback import samples
from tests.feedback.samples import HOSTILE

COSTS = (0.5, 0.25, 0.125, 0.0625)
WAY = ((0.0, 2.0), (-0.5, 1.5), (-1.0, 1.25), (-1.25, 1.0))
BORDERS = ((1, 1.0, 1.0, 1.5), (2, 1.0, 1.0, -0.25), (4, 1.0, 1.0, -0.5))
REFERENCE = Walk(COSTS, WAY, BORDERS)
HILLS = Hills("w", "b", (-2.0, 1.0, 0.0, 3.0), ("000040", "004080", "4080ff"))
VALLEY = Valley("w", (-2.0, 1.0, 0.0, 4.0), (4.0, 1.0, 0.0, 1.0))
RECORDS = Records((-0.5, 1.5, -0.5, 1.5), ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (9.0, 9.0, 1.0)))


def with_descent(yours: Walk = REFERENCE, **more: Any) -> Report:
    """A report that holds this descent."""
    values: dict[str, Any] = {"question": "train", "steps": 4, "yours": yours, "reference": REFERENCE, "settings": {"eta": 2.0}}
    return msgspec.structs.replace(samples.ALL_RIGHT, descent=Descended(**(values | more)))


def drawn(yours: Walk = REFERENCE, **more: Any) -> dict[str, Picture]:
    return {picture.name: picture for picture in pictures(with_descent(yours, **more))}


def everything(yours: Walk = REFERENCE) -> dict[str, Picture]:
    return drawn(yours, valley=VALLEY, hills=HILLS, records=RECORDS)


# --- what must not be drawn ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", [samples.ALL_RIGHT, samples.SLIP, samples.STUB, samples.FAULT])
def test_without_a_descent_there_is_no_picture_and_no_heading_for_one(one: Report) -> None:
    assert pictures(one) == ()
    assert "Your descent" not in render(one)


def test_of_a_fault_nothing_is_drawn() -> None:
    assert pictures(msgspec.structs.replace(with_descent(), score=None)) == ()


def test_the_reference_is_not_drawn_alone() -> None:
    """Where the student's code gave nothing, there is nothing to lay beside it."""
    assert everything(Walk()) == {}


WILD = {
    "huge": Walk((1e12, -1e12, 1e12), ((0.0, 2.0), (1e12, -1e12), (-1e12, 1e12)), ((1, 1e12, -1e12, 1e12), (2, 1e-12, 1.0, 1e12))),
    "tiny": Walk((1e-300,) * 3, ((1e-300, 1e-300),) * 3, ((1, 1e-300, 1e-300, 1e-300),)),
    "none": Walk((0.0, 0.0), ((0.0, 0.0), (0.0, 0.0)), ((1, 0.0, 0.0, 0.0),)),
    "one": Walk((0.5,), ((0.5, 0.5),), ((1, 0.0, 1.0, -0.5),)),
    "upright": Walk((0.5, 0.4), WAY[:2], ((1, 1.0, 0.0, -0.5),)),
    "no-numbers": Walk((math.nan, 0.5), ((math.nan, 0.0), *WAY), ((1, math.nan, 1.0, 1.0), *BORDERS)),
    "no-end": Walk((math.inf, 0.5), ((math.inf, 0.0), *WAY), ((1, math.inf, 1.0, 1.0), *BORDERS)),
}


@pytest.mark.parametrize("yours", WILD.values(), ids=WILD)
def test_whatever_a_student_gives_everything_stays_in_its_box(yours: Walk) -> None:
    for picture in everything(yours).values():
        places = [pair for line in picture.lines for pair in re.findall(r"[ML]([-\d.e]+),([-\d.e]+)", line.path)]
        places += [*picture.dots, *((label.x, label.y) for label in picture.labels)]
        assert places
        for x, y in places:
            assert LEFT <= float(x) <= LEFT + WIDTH
            assert BOTTOM - HEIGHT <= float(y) <= BOTTOM
        assert not re.search(r"\bnan\b|\binf\b", picture.said + picture.caption)


@pytest.mark.parametrize(
    "window", [(0.0, 0.0, 0.0, 1.0), (1.0, 0.0, 0.0, 1.0), (math.nan, 1.0, 0.0, 1.0), (-math.inf, math.inf, 0.0, 1.0)]
)
def test_a_window_of_nothing_is_no_picture(window: tuple[float, float, float, float]) -> None:
    hills, records, valley = (msgspec.structs.replace(one, window=window) for one in (HILLS, RECORDS, VALLEY))
    assert drawn(hills=hills, records=records, valley=valley).keys() == {"costs"}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_becomes_markup(name: str) -> None:
    """Names come from the author, and a report may have been written by another version: they are escaped like all others."""

    def tags(one: str) -> list[str]:
        made = render(with_descent(question=one, settings={one: 2.0}, hills=msgspec.structs.replace(HILLS, across=one, up=one)))
        return re.findall(r"<(/?\w+)", made)

    assert set(tags(name)) == set(tags("train"))
    assert set(tags(f"a`{name}`b` {name} `c")) == set(tags("train"))  # what ends code in a caption, and begins it again


# --- what is drawn -------------------------------------------------------------------------------------------------------


def test_there_is_one_picture_of_the_cost_and_one_of_each_thing_that_is_there() -> None:
    assert list(drawn()) == ["costs"]
    assert list(drawn(hills=HILLS)) == ["costs", "way"]
    assert list(drawn(records=RECORDS)) == ["costs", "border"]
    assert list(drawn(valley=VALLEY)) == ["costs", "valley"]


def test_the_students_own_line_is_told_from_the_references_without_colour() -> None:
    for picture in everything().values():
        kinds = [line.kind for line in picture.lines]
        assert kinds.count("yours") == kinds.count("reference") == 1
        assert kinds.index("reference") < kinds.index("yours")  # which lies on top
    style = render(with_descent()).partition("<style>")[2].partition("</style>")[0]
    assert re.search(r"\.plot \.reference \{[^}]*stroke-dasharray", style)
    assert not re.search(r"\.plot \.yours \{[^}]*stroke-dasharray", style)


def test_the_cost_stands_where_its_number_says() -> None:
    picture = drawn(Walk((0.5, 0.25, 0.0, 0.0)))["costs"]
    top = 1.05 * 0.5
    heights = [round(BOTTOM - HEIGHT * cost / top, 1) for cost in (0.5, 0.25, 0.0, 0.0)]
    assert picture.dots == tuple(zip((38.0, 138.0, 238.0, 338.0), heights, strict=True))


def test_many_dots_do_not_run_into_each_other() -> None:
    assert [len(drawn(Walk((0.5,) * count))["costs"].dots) for count in (1, 24, 25, 60, 200)] == [1, 24, 13, 20, 23]


def test_what_it_costs_on_records_kept_back_is_drawn_thin() -> None:
    reference = msgspec.structs.replace(REFERENCE, kept=(0.6, 0.5, 0.45, 0.44))
    picture = drawn(Walk(COSTS, kept=(0.7, 0.6, 0.5, 0.4)), reference=reference)["costs"]
    assert [line.kind for line in picture.lines] == ["reference-early", "early", "reference", "yours"]
    assert "Thin: on the records kept back." in picture.caption
    assert "On the records kept back. Yours: 0.7 at the start, 0.6 after 1 step" in picture.said
    assert "Thin" not in drawn(Walk(COSTS), reference=reference)["costs"].caption


@pytest.mark.parametrize("name", ["costs", "valley", "way", "border"])
def test_the_students_line_hangs_on_the_students_values_alone_and_the_references_on_the_references(name: str) -> None:
    other = Walk((0.5, 0.4, 0.3, 0.2), ((0.0, 2.0), (0.5, 2.5)), ((4, 1.0, -1.0, 0.1),))

    def paths(yours: Walk, reference: Walk) -> dict[str, str]:
        made = drawn(yours, reference=reference, valley=VALLEY, hills=HILLS, records=RECORDS)[name]
        return {line.kind: line.path for line in made.lines if line.kind in ("yours", "reference")}

    one, two = paths(REFERENCE, other), paths(other, REFERENCE)
    assert (one["yours"], one["reference"]) == (two["reference"], two["yours"])
    assert one["yours"] != one["reference"]


SENTENCES = {
    "the-same": (REFERENCE, "costs", "It goes as the reference's does, and lies on it."),
    "another-end": (Walk((0.5, 0.4, 0.3, 0.2)), "costs", "Yours goes from 0.5 to 0.2, the reference's from 0.5 to 0.0625."),
    "one-too-many": (Walk((*COSTS, 0.03)), "costs", "It lists 5 costs for 4 steps."),
    "far-too-high": (Walk((0.5, 5.0, 50.0, 500.0)), "costs", "Where yours leaves the drawing, it is higher than can be shown."),
    "far-too-low": (Walk((0.5, -5.0, -50.0, -500.0)), "costs", "Where yours leaves the drawing, it is lower than can be shown."),
    "both": (Walk((0.5, -50.0, 50.0, -500.0)), "costs", "Where yours leaves the drawing, it is higher or lower than can be shown."),
    "the-same-way": (REFERENCE, "way", "from (0, 2) to (−1.25, 1), as the reference's does."),
    "another-way": (Walk(places=(WAY[0], (0.5, 2.5))), "way", "from (0, 2) to (0.5, 2.5). The reference's arrives at (−1.25, 1)."),
    "a-way-that-breaks-off": (Walk(places=WAY[:2]), "way", "After step 1 yours cannot be drawn"),
    "a-way-out": (Walk(places=(*WAY[:3], (-9.0, 9.0))), "way", "Your way leaves the drawing."),
    "the-same-valley": (REFERENCE, "valley", "from 0 to −1.25, as the reference's does."),
    "another-valley": (Walk(places=((0.0, 1.0), (9.0, 99.0))), "valley", "from 0 to 9. The reference's arrives at −1.25."),
    "a-valley-left": (Walk(places=((0.0, 1.0), (9.0, 99.0))), "valley", "Your way leaves the drawing."),
    "the-same-border": (REFERENCE, "border", "It lies where the reference's does."),
    "another-border": (Walk(borders=((4, 1.0, -1.0, 0.1),)), "border", "The dashed one is the reference's."),
    "a-border-elsewhere": (Walk(borders=((4, 1.0, 1.0, 99.0),)), "border", "your neuron answers alike for all of these records."),
}


@pytest.mark.parametrize(("yours", "name", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_what_is_to_be_seen_is_said(yours: Walk, name: str, sentence: str) -> None:
    assert sentence in everything(yours)[name].caption


def test_it_is_said_what_training_began_with() -> None:
    assert "from the first example on, but with `eta` = 2." in drawn()["costs"].caption
    assert "from the first example on." in drawn(settings={})["costs"].caption


def test_who_sees_nothing_hears_the_numbers() -> None:
    made = everything()
    assert made["costs"].said == (
        "Yours: 0.5 at the start, 0.25 after 1 step, 0.125 after 2 steps, 0.0625 after 3 steps. "
        "The reference's: 0.5 at the start, 0.25 after 1 step, 0.125 after 2 steps, 0.0625 after 3 steps."
    )
    assert made["way"].said.startswith("(w, b). Yours: (0, 2) at the start, (−0.5, 1.5) after 1 step")
    assert "weights (1, 1) and bias −0.5 after 4 steps." in made["border"].said


def test_records_outside_of_the_window_are_left_out_and_the_others_say_what_is_wanted() -> None:
    assert [(label.text, label.ring) for label in everything()["border"].labels] == [("0", True), ("1", True)]


def test_each_picture_is_an_image_with_a_title_and_a_description_of_its_own() -> None:
    page = render(with_descent(valley=VALLEY, hills=HILLS, records=RECORDS))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for named in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert set(named.split()) <= set(ids)
    assert page.count('role="img"') == 5  # and the sigmoid


def test_the_page_of_a_report_from_before_has_no_pictures_and_is_read_all_the_same() -> None:
    written = msgspec.json.encode(samples.ALL_RIGHT)
    assert b'"descent":' not in written
    assert pictures(msgspec.json.decode(written, type=Report)) == ()


def test_what_a_report_holds_is_read_back_as_it_was() -> None:
    one = with_descent(valley=VALLEY, hills=HILLS, records=RECORDS)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Report) == one
