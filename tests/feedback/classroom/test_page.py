"""The class as one page: what is never in it, what it holds, and that it is well-formed for those who hear it."""

import re
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from autograder.feedback.classroom.analysis import analyse
from autograder.feedback.classroom.drawings import attempts_said, scores_said
from autograder.feedback.classroom.page import ONCE, heat_map, render, top
from autograder.feedback.classroom.work import Work
from autograder.grading.report import Verdict
from tests.feedback.classroom.making import MISTAKE, SLUG, WRONG, answer, marked, report, sheet, work
from tests.feedback.samples import HOSTILE

VOID = {"meta", "br", "link", "img", "hr"}


class Outline(HTMLParser):
    """Elements with their attributes; every one that is opened is closed in its place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


def slip(name: str, mistake: str = "summed", value: float | None = 1.5) -> Work:
    """A student with a mistake in h and a wrong value in error."""
    return work(report(name, answer("h", MISTAKE, mistake=mistake, hint="Which one?"), answer("error", WRONG, seen=value)))


CLASS = [slip("ada"), slip("bob"), slip("cy", "rare", 2.5), *(work(marked(f"s{at}", (at % 2, 1, 1))) for at in range(12))]


def page(works: Sequence[Work] = CLASS, *, named: bool = False, similar: bool = True, slug: str = SLUG) -> str:
    """The page of one assignment, with pseudonyms unless names are asked for."""
    labels = {one.student: one.student if named else f"student {at}" for at, one in enumerate(works)}
    return render(analyse("A course", [sheet(works, slug)], labels, named=named, similar=similar))


@pytest.fixture(scope="module")
def outline() -> Outline:
    return Outline(page(named=True))


def test_without_being_asked_for_no_name_is_in_it() -> None:
    shown = page()
    assert "Names are left out." in shown
    assert "<details>" not in shown
    for name in ("ada", "bob", "cy", "s11"):
        assert not re.search(rf"\b{name}\b", shown)


def test_with_names_it_says_who_and_that_it_is_not_to_be_passed_on() -> None:
    shown = page(named=True)
    assert "With names: not to be passed on." in shown
    assert "<bdi>ada</bdi>, <bdi>bob</bdi>" in shown


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_mistake_or_value_becomes_markup(name: str) -> None:
    works = [
        work(
            report(
                student,
                answer("h", MISTAKE, mistake=name, hint=name),
                answer("error", WRONG, seen=name, message=name),
                title=name,
            ),
            student=student,
        )
        for student in (name, f"{name}.", "s")
    ]
    shown = page([*works, *CLASS], named=True)
    tags = Counter(tag for tag, _ in Outline(shown).elements)
    assert tags["script"] == tags["img"] == tags["b"] == 0
    assert all(attributes.keys() & {"onmouseover", "style"} == set() for _, attributes in Outline(shown).elements)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_it_needs_nothing_from_elsewhere_and_its_policy_forbids_it(outline: Outline) -> None:
    assert {tag for tag, _ in outline.elements} & {"script", "link", "img", "iframe", "object"} == set()
    assert next(one["content"] for one in outline.all("meta") if one.get("http-equiv")).startswith(
        "default-src 'none'; style-src 'sha256-"
    )
    assert not any("style" in attributes for _, attributes in outline.elements)
    assert [one["href"] for one in outline.all("a", "use") if not one["href"].startswith("#")] == []


def test_headings_begin_with_one_and_leave_out_no_level(outline: Outline) -> None:
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_tables_have_captions_and_headers_with_their_scope(outline: Outline) -> None:
    assert len(outline.all("table")) == len(outline.all("caption")) >= 4
    assert {one.get("scope") for one in outline.all("th")} == {"col", "row"}


def test_no_id_is_there_twice_and_whatever_is_referred_to_is_there(outline: Outline) -> None:
    ids = Counter(attributes["id"] for _, attributes in outline.elements if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    labels = [name for _, one in outline.elements for name in one.get("aria-labelledby", "").split()]
    targets = [one["href"][1:] for one in outline.all("a", "use")]
    clips = [found for _, one in outline.elements for found in re.findall(r"url\(#([^)]*)\)", one.get("clip-path", ""))]
    assert {*labels, *targets, *clips} <= ids.keys()


def test_every_drawing_says_in_words_what_is_in_it(outline: Outline) -> None:
    drawings = outline.all("svg")
    assert len(drawings) == 3
    assert all(one["role"] == "img" and len(one["aria-labelledby"].split()) == 2 for one in drawings)
    shown = page()
    assert "15 scores from" in shown
    assert "15 hand-ins between 2026-10-05 and 2026-10-05" in shown


def test_whatever_scrolls_can_be_reached_by_the_keyboard(outline: Outline) -> None:
    regions = [one for one in outline.all("div") if one.get("class") == "wide"]
    assert regions
    assert all(one["tabindex"] == "0" and one["role"] == "region" for one in regions)


def test_similar_work_is_never_called_more_than_that() -> None:
    alike = [slip("ada", "rare"), slip("bob", "rare"), *(work(marked(f"s{at}", (1, 1))) for at in range(60))]
    shown = page(alike)
    assert "Submissions to look at side by side" in shown
    assert "That is no finding about anybody" in shown
    assert "code was not" in shown
    for word in ("copied", "cheat", "plagiar", "suspect", "misconduct", "dishonest"):
        assert word not in shown.lower()


def test_unless_it_is_asked_for_nothing_is_said_of_similar_work() -> None:
    assert "side by side" not in page(similar=False)


def test_an_assignment_that_nobody_handed_in_says_so() -> None:
    assert "Nothing has been handed in." in page([Work("ada", None, 10.0)])


def test_it_is_the_same_each_time() -> None:
    assert page() == page()


def test_the_heat_map_has_a_row_for_each_mistake_and_each_other_way_and_is_hottest_where_most_are() -> None:
    (one,) = analyse("A course", [sheet(CLASS)], {}).assignments
    rows = {row.name: [(cell.count, cell.heat) for cell in row.cells] for row in heat_map(one)}
    names = [item.id for item in one.questions]
    assert names == ["h", "error", "a", "b", "c"]
    assert rows["summed"] == [(2, 3), (0, 0), (0, 0), (0, 0), (0, 0)]
    assert rows["rare"][0] == (1, 2)
    assert rows["wrong, unexplained"] == [(0, 0), (3, 4), (6, 8), (0, 0), (0, 0)]
    assert "stopped with an error" not in rows


def test_in_a_large_class_mistakes_of_one_alone_share_a_row() -> None:
    works = [slip("ada", "one"), slip("bob", "other"), *(slip(f"s{at}", "many") for at in range(30))]
    (one,) = analyse("A course", [sheet(works)], {}).assignments
    assert [(row.name, row.total) for row in heat_map(one)][:2] == [("many", 30), (ONCE, 2)]


def test_what_to_teach_next_is_what_the_largest_part_made() -> None:
    few = [slip("ada"), slip("bob")]
    many = [*(slip(f"x{at}", "often") for at in range(3)), *(work(marked(f"s{at}", (1, 1))) for at in range(60))]
    found = top(analyse("A course", [sheet(many, "02-b"), sheet(few)], {}))
    assert [(each.one.slug, each.made.mistake, each.made.count) for each in found] == [(SLUG, "summed", 2), ("02-b", "often", 3)]


def test_of_one_assignment_not_more_than_two_are_named_at_the_beginning() -> None:
    works = [slip(f"{mistake}{at}", mistake) for mistake in ("a", "b", "c") for at in range(3)]
    assert [each.made.mistake for each in top(analyse("A course", [sheet(works)], {}))] == ["a", "b"]


def test_a_verdict_that_is_a_fault_of_ours_is_no_outcome_of_the_class() -> None:
    faulty = report("eve", answer("h", Verdict.FAULT), score=None)
    (one,) = analyse("A course", [sheet([work(faulty, score=None)])], {}).assignments
    assert one.questions == ()
    assert heat_map(one) == ()


def test_where_nothing_can_be_drawn_the_words_stand_alone() -> None:
    analysis = analyse("A course", [sheet(CLASS)], {})
    drawn, worded = render(analysis), render(analysis, drawn=False)
    (one,) = analysis.assignments
    assert one.scores is not None
    assert "<svg" in drawn
    assert "<svg" not in worded
    assert "<figure" not in worded
    for words in (scores_said(one.scores), attempts_said(one.attempts)):
        assert f"<p>{words}</p>" in worded
    assert "<caption>In numbers</caption>" in worded
    tables = [re.findall(r"<tbody>.*?</tbody>", page, re.DOTALL) for page in (drawn, worded)]
    assert tables[0] == tables[1]
    Outline(worded)
