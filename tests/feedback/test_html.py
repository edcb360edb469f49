"""A report as a page: well formed, sealed, readable without eyes or colours, and nothing of a student's that becomes markup."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from autograder.feedback import plain
from autograder.feedback.html import render
from tests.feedback import samples
from tests.feedback.samples import HOSTILE

VOID = {"meta", "line", "polyline", "circle", "br"}
REPORTS = [
    *("ALL_RIGHT", "SLIP", "TWO_SLIPS", "HARDCODED", "STUB", "STOPPED", "FAULT", "HALF", "REFUSED"),
    *("MEASURED", "UNGRADED", "UNGRADED_RIGHT"),
]


class Page(HTMLParser):
    """Reads a page and keeps what it is made of; what is not well formed is an assertion that fails."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.open == [], "elements that are never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute stands twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, "closes itself though it may hold something"
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements overlap"

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.setdefault(self.open[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(params=REPORTS)
def html(request: pytest.FixtureRequest) -> str:
    """The page of each characteristic report."""
    return render(getattr(samples, request.param))


class TestThePageIsSealed:
    def test_it_is_well_formed_and_each_id_stands_once(self, html: str) -> None:
        ids = [attributes["id"] for _, attributes in Page(html).elements if "id" in attributes]
        assert len(ids) == len(set(ids))

    def test_it_has_no_script_no_style_attribute_and_asks_for_nothing_from_elsewhere(self, html: str) -> None:
        for tag, attributes in Page(html).elements:
            assert tag not in {"script", "link", "img", "iframe", "object", "form", "a", "base"}
            assert not {name for name in attributes if name.startswith("on") or name in {"src", "href", "style", "srcset"}}
        style = Page(html).texts["style"][0]
        assert "url(" not in style
        assert "@import" not in style

    def test_its_policy_allows_its_own_style_and_nothing_else(self, html: str) -> None:
        policies = [meta["content"] for meta in Page(html).all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        style = html.partition("<style>")[2].partition("</style>")[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]

    def test_its_policy_stands_before_the_style_that_it_is_about(self, html: str) -> None:
        assert html.index("Content-Security-Policy") < html.index("<style>")


class TestThePageIsReadable:
    def test_it_says_its_language_and_has_one_title_and_one_first_heading(self, html: str) -> None:
        page = Page(html)
        assert page.all("html") == [{"lang": "en"}]
        assert len(page.all("h1")) == 1
        assert re.match(r"0\d-[a-z-]+, ada|0\d-[a-z-]+, bo", page.texts["title"][0])

    def test_its_table_has_a_caption_and_headers_with_scope(self, html: str) -> None:
        page = Page(html)
        assert page.texts["caption"] == ["Question by question"]
        columns = 2 if "ungraded" in html else 3
        assert [header["scope"] for header in page.all("th")] == ["col"] * columns + ["row"] * len(page.all("tr")[1:])

    def test_each_question_shows_what_was_seen_of_it(self) -> None:
        shown = Page(render(samples.SLIP)).texts["code"][:10]
        assert shown[:4] == ["h", "0.8", "nn_output", "0.2139097"]
        assert shown[-1] == "[0.02405335, 0.0481067, 0.07216005, 0.0962134]"

    def test_a_matrix_has_its_rows_below_each_other_and_code_in_a_sentence_is_code(self) -> None:
        page = Page(render(samples.UNGRADED))
        assert page.texts["code"][:3] == ["sigmoid", "z", "[[0.5, 0.26894],\n [0.73106, 0.5]]"]
        assert page.texts["code"].count("diagnose") == 2
        assert '"agrees"' in page.texts["code"]
        assert [one for one in page.all("code") if one.get("class") == "rows"] == [{"class": "rows"}]

    def test_an_ungraded_page_counts_what_is_right_and_has_no_points(self) -> None:
        html = render(samples.UNGRADED)
        assert "<strong>2</strong> <span>of 3 right, ungraded</span>" in html
        for points in ("0 / 0", "of 0", "Points", "points</span>"):
            assert points not in html

    def test_a_part_of_the_points_is_shown(self) -> None:
        assert "1.25 / 2" in render(samples.MEASURED)

    def test_every_drawing_has_a_text_in_its_place(self, html: str) -> None:
        page = Page(html)
        for drawing in page.all("svg"):
            assert drawing["role"] == "img"
            named = str(drawing["aria-labelledby"]).split()
            assert {attributes.get("id") for _, attributes in page.elements} >= set(named)
            assert page.texts["desc"]

    def test_it_is_made_for_light_for_dark_and_for_paper(self, html: str) -> None:
        style = Page(html).texts["style"][0]
        assert "prefers-color-scheme: dark" in style
        assert "@media print" in style

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_its_words_stand_out_from_the_paper(self, scheme: str) -> None:
        """At least 4.5 to 1, as WCAG 2 asks of body text."""
        palettes = re.findall(r":root \{(.*?)\}", Page(render(samples.SLIP)).texts["style"][0], re.DOTALL)
        colours = dict(re.findall(r"--([\w-]+): (#\w{6})", palettes[0 if scheme == "light" else 1]))
        inks = ("ink", "soft", "right", "carried", "not-yet", "blank", "stopped", "fault")
        low = {ink for ink in inks for paper in ("paper", "card", "tint") if _contrast(colours[ink], colours[paper]) < 4.5}
        assert low == set()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_students_is_markup(name: str) -> None:
    page, tame = Page(render(samples.hostile(name))), Page(render(samples.hostile("ada")))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in tame.elements] or not name.strip()
    assert [list(attributes) for _, attributes in page.elements] == [list(a) for _, a in tame.elements] or not name.strip()
    assert page.texts["bdi"][0] == plain.name(name)


def test_the_same_report_makes_the_same_page() -> None:
    assert render(samples.SLIP) == render(samples.SLIP)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG21/#dfn-relative-luminance"""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
