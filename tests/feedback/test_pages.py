"""The pages as a browser shows them: axe-core finds nothing, in light and in dark; nothing runs off the side; nothing is asked for."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from autograder.course import manifest, walking
from autograder.course.descent import Descended, Walk
from autograder.course.load import load_assignment
from autograder.feedback.classroom import page as classroom
from autograder.feedback.classroom.analysis import analyse
from autograder.feedback.classroom.work import Work
from autograder.feedback.html import render
from autograder.grading.report import Report, Verdict
from tests import chromium
from tests.feedback import samples
from tests.feedback.classroom.making import answer, marked, report, sheet, work

ROOT = Path(__file__).resolve().parent.parent.parent
STUDENTS = {
    "00-start-here": "farid",
    "01-gradient-step": "aiko",
    "02-single-neuron": "ivan",
    "03-perceptron": "dina",
    "04-gradient-check": "carla",
    "05-two-layer-network": "hana",
    "06-train-it": "kavya",
}
PHONE = 360


@cache
def graded(slug: str) -> Report:
    """The report on one of the class, with a descent that goes astray where the assignment has one."""
    stored = ROOT / "tests" / "submissions" / "class" / slug / f"{STUDENTS[slug]}.json"
    one = msgspec.json.decode(stored.read_bytes(), type=Report)
    assignment = load_assignment(manifest.load(ROOT), slug).assignment
    if (declared := assignment.descent) is None:
        return one
    right = walking.reference(assignment, declared)
    yours = Walk(
        tuple(1.1 * cost for cost in right.costs),
        tuple((x, y + 0.02 * at) for at, (x, y) in enumerate(right.places)),
        tuple((steps, 0.7 * first, second, bias) for steps, first, second, bias in right.borders),
    )
    descent = Descended(
        question=declared.question,
        steps=declared.steps,
        yours=yours,
        reference=right,
        settings=walking.settings(declared),
        valley=walking.valley(assignment, declared),
        hills=walking.hills(assignment, declared),
        records=walking.records(assignment, declared),
    )
    return msgspec.structs.replace(one, descent=descent)


def _class(works: list[Work], *, named: bool = False) -> str:
    labels = {one.student: one.student if named else f"student {at}" for at, one in enumerate(works)}
    return classroom.render(analyse("A course", [sheet(works)], labels, named=named, similar=True))


def _slips(name: str) -> Work:
    return work(
        report(
            name,
            answer("h", Verdict.MISTAKE, mistake="summed", hint="How many numbers come back?"),
            answer("error", Verdict.WRONG, seen=1.5),
        )
    )


PAGES: dict[str, Callable[[], str]] = {
    **{slug: lambda slug=slug: render(graded(slug)) for slug in STUDENTS},
    **{
        f"student-{name.lower()}": lambda name=name: render(getattr(samples, name))
        for name in ("STUB", "STOPPED", "FAULT", "HARDCODED")
    },
    "class": lambda: _class([_slips("ada"), _slips("bob"), *(work(marked(f"s{at}", (at % 2, 1, 0.5))) for at in range(20))]),
    "class-with-names": lambda: _class([_slips("ada"), _slips("bob"), work(marked("cy", (1, 1, 1)))], named=True),
    "class-of-nobody": lambda: _class([]),
    "class-of-one": lambda: _class([_slips("ada")]),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium.required()
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="module", params=PAGES)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each page as a file."""
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    path.write_text(PAGES[request.param](), encoding="utf-8")
    return path


def opened(browser: Browser, path: Path, **how: Any) -> Page:
    page = browser.new_page(**how)
    page.goto(path.as_uri())
    return page


BROKEN = {
    "a-drawing-without-words": ('<h2 id="descent">', '<svg role="img" width="9" height="9"></svg><h2 id="descent">', "svg-img-alt"),
    "grey-on-grey": ("<h1>", '<h1 style="color: #999; background: #888">', "color-contrast"),
    "a-column-without-a-head": ('<th scope="col">Question</th>', '<th scope="col"></th>', "empty-table-header"),
}


@pytest.mark.parametrize(("old", "new", "rule"), BROKEN.values(), ids=BROKEN)
def test_axe_sees_what_is_broken_on_purpose(browser: Browser, tmp_path: Path, old: str, new: str, rule: str) -> None:
    html = render(graded("02-single-neuron"))
    assert old in html
    path = tmp_path / "broken.html"
    policy = html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    path.write_text(html.replace(old, new, 1).replace(policy, ""), encoding="utf-8")
    page = opened(browser, path, bypass_csp=True)
    try:
        assert rule in {one["id"] for one in Axe().run(page).response["violations"]}
    finally:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, written: Path, scheme: str) -> None:
    page = opened(browser, written, color_scheme=scheme, bypass_csp=True)  # axe-core is a script, and the page allows none
    try:
        found = Axe().run(page)
    finally:
        page.close()
    assert found.response["passes"], "axe-core did not run"
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]] == []


def test_on_a_phone_nothing_is_hidden_that_a_wide_window_shows(browser: Browser, written: Path) -> None:
    count = "[...document.querySelectorAll('main *')].filter(each => getComputedStyle(each).display === 'none').length"
    page = opened(browser, written, viewport={"width": PHONE, "height": 900})
    try:
        hidden = page.evaluate(count)
        page.set_viewport_size({"width": 1200, "height": 900})
        assert hidden == page.evaluate(count)
    finally:
        page.close()


def test_on_a_phone_nothing_runs_off_the_side(browser: Browser, written: Path) -> None:
    page = opened(browser, written, viewport={"width": PHONE, "height": 900})
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    finally:
        page.close()


def test_it_asks_for_nothing_and_breaks_no_policy(browser: Browser, written: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    try:
        page.goto(written.as_uri())
        page.emulate_media(media="print")
        assert asked == [written.as_uri()]
        assert said == []
    finally:
        page.close()


def test_a_screen_reader_hears_headings_in_their_order(browser: Browser, written: Path) -> None:
    """From the page's own downwards, none left out."""
    page = opened(browser, written)
    try:
        levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))")
    finally:
        page.close()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_on_paper_what_is_yours_and_what_is_the_references_are_told_apart(browser: Browser, tmp_path: Path) -> None:
    """Without any colour: one is dashed."""
    path = tmp_path / "neuron.html"
    path.write_text(render(graded("02-single-neuron")), encoding="utf-8")
    page = opened(browser, path)
    try:
        page.emulate_media(media="print")
        styles = "one => [getComputedStyle(one).stroke, getComputedStyle(one).strokeDasharray]"
        yours, reference = (page.eval_on_selector(f"svg .{kind}", styles) for kind in ("yours", "reference"))
    finally:
        page.close()
    assert yours == ["rgb(0, 0, 0)", "none"]
    assert reference[1] != "none"


@pytest.mark.parametrize(("ci", "ending"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)], ids=["at-home", "in-ci"])
def test_where_there_is_no_chromium_it_is_said_and_never_passed_over_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, ending: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(chromium, "NAMES", ("no-such-browser",))
    with pytest.raises(ending, match="apt install chromium"):
        chromium.required()
