"""How does a report look as a page of its own?

One file that needs nothing else: no script, no font or image from elsewhere, and a content security policy that would stop any.
It reads well aloud and on paper, in light and in dark. Templates escape everything.
"""

import base64
import hashlib
from functools import cache

from markupsafe import Markup

from autograder.feedback import byhand, descent, plain, plot, words
from autograder.feedback.byhand import NOTHING, ByPeople
from autograder.feedback.reading import read
from autograder.feedback.templating import source, template
from autograder.grading.report import Report


def render(report: Report, people: ByPeople = NOTHING) -> str:
    """The report as a whole HTML document.

    Args:
        people: what people say beside it.
    """
    style, policy = _style()
    return template("page.html").render(
        reading=read(report),
        people=byhand.read(people, report),
        headings=byhand,
        report=report,
        plot=plot.drawing(report),
        pictures=descent.pictures(report),
        descent=descent,
        words=words,
        plain=plain,
        style=style,
        policy=policy,
    )


@cache
def _style() -> tuple[Markup, str]:
    """The page's style sheet, and the policy that allows it and nothing else."""
    css = source("page.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Markup(css), f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"  # noqa: S704  # our own file
