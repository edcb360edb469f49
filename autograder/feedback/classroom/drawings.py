"""What of a class is better seen than read? Scores, questions and hand-ins, drawn; each says in words what is to be seen in it.

Only what is drawn takes matplotlib: a page has the words without it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from autograder.feedback import plain
from autograder.feedback.classroom.analysis import AssignmentAnalysis, Day, Handing, Scores
from autograder.feedback.classroom.difficulty import Item
from autograder.feedback.classroom.svg import BAR, INK, LINE, MARK, SOFT, inline, settings
from autograder.feedback.words import counted, points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE = 6.4  # inches
LETTER = 0.078
HIDDEN = 0.3  # of a bar: how near the median a number would be struck through
LONGEST_LABEL = 30  # letters
MOST_LABELS = 8


def scores(one: AssignmentAnalysis) -> Markup | None:
    """How the scores are spread: a bar for each tenth of the points, and one for full marks."""
    if one.scores is None:
        return None
    with settings():
        figure, axes = _plain(2.1)
        tenths = one.scores.tenths
        axes.bar([place + 0.5 for place in range(len(tenths))], tenths, width=0.88, color=BAR)
        full = one.scores.median >= one.scores.possible
        middle = len(tenths) - 0.5 if full else 10 * one.scores.median / one.scores.possible
        axes.axvline(middle, color=MARK, linewidth=1.5, linestyle=(0, (4, 3)))
        for place, count in enumerate(tenths):
            if count:
                aside = 9 if abs(place + 0.5 - middle) < HIDDEN else 0
                axes.annotate(str(count), (place + 0.5, count), (aside, 2), textcoords="offset points", ha="center", color=INK)
        axes.set_xticks(range(len(tenths)), [points(one.scores.possible * tenth / 10) for tenth in range(len(tenths))])
        axes.set_xlabel("points (last bar: all of them; dashed: the median)")
        axes.set_ylabel("students")
        axes.margins(y=0.16)
        return inline(figure, f"scores-{one.slug}", f"The scores in {one.slug}", scores_said(one.scores))


def scores_said(found: Scores) -> str:
    """The same in words."""
    full = found.tenths[-1]
    return (
        f"{counted(found.count, 'score')} from {points(found.lowest)} to {points(found.highest)} of {points(found.possible)} points. "
        f"The middle half lies between {points(found.lower_quartile)} and {points(found.upper_quartile)}, the median is "
        f"{points(found.median)}, the mean {points(found.mean)}. {full} of them {'has' if full == 1 else 'have'} all points."
    )


def questions(one: AssignmentAnalysis) -> Markup | None:
    """How hard each question is, and how well it tells apart."""
    asked = [item for item in one.questions if item.share is not None]
    if not asked:
        return None
    with settings():
        names = [plain.line(item.id, LONGEST_LABEL) for item in asked]
        figure = _figure(0.6 + 0.28 * len(asked), left=0.25 + LETTER * max(map(len, names)), top=0.08)
        left, right = figure.subplots(1, 2, sharey=True, width_ratios=(3, 2), gridspec_kw={"wspace": 0.12})
        places = range(len(asked))
        left.barh(places, [100 * (item.share or 0.0) for item in asked], height=0.62, color=BAR)
        left.set_yticks(places, names)
        left.invert_yaxis()
        left.set_xlim(0, 100)
        left.spines["left"].set_visible(False)
        left.set_xlabel("points earned, in %")
        right.axvline(0, color=SOFT, linewidth=1)
        right.axvline(0.2, color=LINE, linewidth=1, linestyle=(0, (3, 3)))
        for place, item in enumerate(asked):
            if item.discrimination is not None and item.low is not None and item.high is not None:
                right.plot([item.low, item.high], [place, place], color=SOFT, linewidth=1.5)
                right.plot([item.discrimination], [place], marker="o", markersize=5, color=MARK)
        least = -0.5 if all(item.low is None or item.low >= -0.5 for item in asked) else -1  # nothing runs out of the drawing
        right.set_xlim(least, 1)
        right.set_xticks([0, 0.5, 1] if least > -1 else [-0.5, 0, 0.5, 1])
        right.spines["left"].set_visible(False)
        right.set_xlabel("correlation with the rest")
        for axes in (left, right):
            axes.tick_params(length=0)
        return inline(figure, f"questions-{one.slug}", f"The questions of {one.slug}", questions_said(asked))


def questions_said(asked: Sequence[Item]) -> str:
    """The same in words, the hardest first."""
    hardest = sorted(asked, key=lambda item: (item.share or 0.0, item.id))
    return (
        "The share of the points that was earned: "
        + ", ".join(f"{plain.name(item.id)} {percent(item.share)}" for item in hardest)
        + "."
    )


def percent(share: float | None) -> str:
    """A share as people read it."""
    return "–" if share is None else f"{100 * share:.0f} %"


def signed(value: float | None) -> str:
    """A correlation as people read it."""
    return "–" if value is None else f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def attempts(one: AssignmentAnalysis) -> Markup | None:
    """When work was handed in: a bar for each day, or for each week where there are many."""
    if not one.attempts.days:
        return None
    bars, step = _bars(one.attempts.days)
    due = one.due.date() if one.due is not None else None
    with settings():
        figure, axes = _plain(1.8)
        first = bars[0][0]
        axes.bar([(day - first).days / step for day, _ in bars], [count for _, count in bars], width=0.86, color=BAR)
        last = (bars[-1][0] - first).days // step
        ticks = range(0, last + 1, max(1, -(-(last + 1) // MOST_LABELS)))
        told = "%d %b" if step == 1 or first.year == bars[-1][0].year else "%b %Y"
        axes.set_xticks(ticks, [f"{first + timedelta(days=step * tick):{told}}" for tick in ticks])
        if due is not None and first <= due <= bars[-1][0] + timedelta(days=step):
            axes.axvline(((due - first).days + 1) / step - 0.5, color=MARK, linewidth=1.5, linestyle=(0, (4, 3)))
        axes.set_xlim(-0.6, max(last, 4) + 0.6)
        said = "hand-ins a day" if step == 1 else "hand-ins a week"
        axes.set_ylabel(said)
        if due is not None:
            axes.set_xlabel("dashed: due")
        return inline(figure, f"attempts-{one.slug}", f"Hand-ins for {one.slug}", attempts_said(one.attempts))


def attempts_said(found: Handing) -> str:
    """The same in words."""
    busiest = max(found.days, key=lambda day: day.count)
    students = sum(found.each.values())
    each = sum(times * count for times, count in found.each.items()) / students if students else 0.0
    once = found.each.get(1, 0)
    late = f" {counted(found.late, 'student')} came after the due date with what counts." if found.late else ""
    return (
        f"{counted(found.total, 'hand-in')} between {found.days[0].day} and {found.days[-1].day}, most of them ({busiest.count}) on "
        f"{busiest.day}; {points(each)} for each student, {once} of {counted(students, 'student')} handed in once.{late}"
    )


def _bars(days: Sequence[Day]) -> tuple[list[tuple[date, int]], int]:
    """By the day, or by the week from the first day on where that are too many."""
    first, span = days[0].day, (days[-1].day - days[0].day).days + 1
    step = 1 if span <= 45 else 7
    found: dict[date, int] = {}
    for one in days:
        start = first + timedelta(days=(one.day - first).days // step * step)
        found[start] = found.get(start, 0) + one.count
    return sorted(found.items()), step


def _figure(height: float, *, left: float, top: float) -> "Figure":
    """An empty one with these margins, in inches. They are given because to find them takes longer than all else."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDE, height))
    figure.subplots_adjust(left=left / WIDE, right=1 - 0.12 / WIDE, bottom=0.52 / height, top=1 - top / height)
    return figure


def _plain(height: float) -> "tuple[Figure, Axes]":
    from matplotlib.ticker import MaxNLocator

    figure = _figure(height, left=0.55, top=0.1)
    axes = figure.subplots()
    axes.grid(axis="y", linewidth=0.6)
    axes.tick_params(length=0)
    axes.tick_params(axis="x", pad=7)  # below the 0 of the other axis
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.spines["left"].set_visible(False)
    return figure, axes
