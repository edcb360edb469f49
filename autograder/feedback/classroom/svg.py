"""How does a drawing of matplotlib's become part of a page?

What matplotlib writes is a document of its own, with styles on each element, that knows one colour for a thing. Here it becomes an
element of the page: nothing needs a style of its own (the page's policy allows none), colours are classes that the page's style sheet
fills in for light, dark and paper, letters stay letters in the page's type, and the names inside are unlike those of any other drawing.
"""

import io
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from markupsafe import Markup

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Colours that are no colours: each stands for what the style sheet makes of it.
INK, SOFT, LINE, BAR, MARK, PAPER = (f"#0{number}0{number}0{number}" for number in range(1, 7))
CLASSES: Mapping[str, str] = MappingProxyType({INK: "ink", SOFT: "soft", LINE: "line", BAR: "bar", MARK: "mark", PAPER: "paper"})
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "descent",
    "font.size": 10,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.formatter.use_mathtext": False,
    "figure.facecolor": "none",
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": SOFT,
    "ytick.labelcolor": SOFT,
    "grid.color": LINE,
    "axes.axisbelow": True,
}

_PAINTS = ("fill", "stroke")
_SPACE = re.compile(r"^\{[^}]*\}")
_REFERENCE = re.compile(r"url\(#([^)]*)\)")


def inline(figure: "Figure", name: str, title: str, text: str) -> Markup:
    """The figure as an `svg` element. It was made under `settings()`.

    Args:
        name: unlike that of any other drawing on the page.
        title, text: what is heard where nothing is seen.
    """
    written = io.StringIO()
    with settings():
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    root = ElementTree.fromstring(written.getvalue())  # noqa: S314  # what matplotlib has just written
    width, _, height = root.attrib["viewBox"].partition(" ")[2].partition(" ")[2].partition(" ")
    inside = "".join(_element(child, name) for child in root)
    return Markup(  # noqa: S704  # every piece is escaped
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}-title {name}-text" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(text)}</desc>{inside}</svg>'
    )


def settings() -> AbstractContextManager[None]:
    """What a figure for a page is drawn under."""
    from matplotlib import rc_context

    return rc_context(SETTINGS)


def _element(element: ElementTree.Element, name: str) -> str:
    if (tag := _tag(element)) in ("metadata", "style"):
        return ""
    given = " ".join(f'{key}="{escape(value)}"' for key, value in _attributes(element, name).items())
    inside = escape((element.text or "").strip()) + "".join(_element(child, name) for child in element)
    return f"<{tag} {given}>{inside}</{tag}>".replace(" >", ">", 1)


def _tag(element: ElementTree.Element) -> str:
    return _SPACE.sub("", str(element.tag))


def _attributes(element: ElementTree.Element, name: str) -> dict[str, str]:
    made: dict[str, str] = {}
    classes: list[str] = []
    for key, value in element.attrib.items():
        match _SPACE.sub("", key):
            case "id":
                if _tag(element) != "g":  # groups are named, and nothing refers to them
                    made["id"] = f"{name}-{value}"
            case "href":
                made["href"] = f"#{name}-{value.removeprefix('#')}"
            case "style":
                for part in value.split(";"):
                    what, _, how = (piece.strip() for piece in part.partition(":"))
                    _styled(what, how, made, classes)
            case plain:
                made[plain] = _REFERENCE.sub(rf"url(#{name}-\1)", value)
    return made | ({"class": " ".join(classes)} if classes else {})


def _styled(what: str, how: str, made: dict[str, str], classes: list[str]) -> None:
    if what in _PAINTS and how.lower() in CLASSES:
        classes.append(f"{what}-{CLASSES[how.lower()]}")
    elif what and not what.startswith("font"):  # letters are the page's
        made[what] = how
