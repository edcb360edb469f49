"""How does a student's own descent go, beside the reference's? Up to two pictures for the feedback page.

The cost by the number of steps, and either the way of two parameters over the hills of the cost, or how the line turns on whose two
sides a neuron answers yes and no. All of it comes from the report. What is not a number there, or lies far out, is left out and said.
The student's own is a full line with dots, the reference's is dashed: colour is never alone.
"""

from collections.abc import Iterator, Sequence
from math import isclose, isfinite

import msgspec

from autograder.course.descent import Descended, Hills, Records, Valley, Walk
from autograder.feedback import plain, words
from autograder.feedback.contours import contours, extremes
from autograder.feedback.frames import Frame, Point
from autograder.feedback.pictures import Label, Line, Picture, dots, drawn, frame_of, straight
from autograder.grading.report import Report

TITLE = "Your descent, beside the reference's"
YOURS, REFERENCE = "yours", "the reference's"
MOST = 3.0  # so many times as high as the reference's costs, the student's are still drawn
SAME = 1e-3
SHORT = 4  # digits
SAID = 5  # places of a walk that are said where nothing is seen
HALF = 0.5


def pictures(report: Report) -> tuple[Picture, ...]:
    """The pictures of a report; none where it holds no descent, or nothing of one that can be drawn."""
    descent = report.descent
    if isinstance(descent, msgspec.UnsetType) or report.faulty:
        return ()
    return tuple(filter(None, (_costs(descent), _valley(descent), _way(descent), _border(descent))))


def _costs(descent: Descended) -> Picture | None:
    yours, theirs = _finite(descent.yours.costs), _finite(descent.reference.costs)
    if not yours or not theirs:
        return None
    kept, kept_theirs = _finite(descent.yours.kept), _finite(descent.reference.kept)
    highest = max(theirs + kept_theirs)
    top = min(max(yours + kept + [highest]), MOST * highest) or 1.0
    frame = Frame(0.0, float(max(len(yours), len(theirs)) - 1) or 1.0, min(0.0, max(min(yours), -top)), 1.05 * top)
    mine, other = _numbered(yours), _numbered(theirs)
    inside = [point for point in mine if frame.holds(point)]
    said = [f"{_upper(YOURS)}: {_series(yours)}.", f"{_upper(REFERENCE)}: {_series(theirs)}."]
    if kept:
        said.append(f"On the records kept back. {_upper(YOURS)}: {_series(kept)}. {_upper(REFERENCE)}: {_series(kept_theirs)}.")
    return Picture(
        name="costs",
        title="The cost, step by step",
        said=" ".join(said),
        caption=" ".join(_costs_caption(descent, yours, theirs, outside=len(inside) < len(mine))),
        across=frame.across(),
        up=frame.up(),
        across_name="steps made",
        up_name="cost",
        lines=drawn(
            Line(frame.path(_numbered(kept_theirs)) if kept else "", "reference-early"),
            Line(frame.path(_numbered(kept)), "early"),
            Line(frame.path(other), "reference"),
            Line(frame.path(mine), "yours"),
        ),
        dots=dots(frame, mine),
    )


def _costs_caption(descent: Descended, yours: Sequence[float], theirs: Sequence[float], *, outside: bool) -> Iterator[str]:
    yield f"What your {_code(descent.question)} says of the cost before each step, {_begun(descent)}."
    if len(yours) != len(theirs):
        yield f"It lists {words.counted(len(yours), 'cost')} for {descent.steps} steps."
    if _alike(yours, theirs):
        yield "It goes as the reference's does, and lies on it."
    else:
        yield f"Yours goes from {_short(yours[0])} to {_short(yours[-1])},"
        yield f"the reference's from {_short(theirs[0])} to {_short(theirs[-1])}."
    if descent.yours.kept:
        yield "Thin: on the records kept back."
    if outside:
        ways = [way for way, out in (("higher", max(yours) > MOST * max(theirs)), ("lower", min(yours) < 0)) if out]
        yield f"Where yours leaves the drawing, it is {' or '.join(ways) or 'higher'} than can be shown."


def _valley(descent: Descended) -> Picture | None:
    valley = descent.valley
    yours, theirs = _walked(descent.yours), _walked(descent.reference)
    if valley is None or len(yours) < 2 or len(valley.heights) < 2:
        return None
    left, right, low, high = valley.window
    if (frame := frame_of((left, right, low, low + 1.05 * (high - low)))) is None:
        return None
    last = len(valley.heights) - 1
    curve = [(left + (right - left) * at / last, height) for at, height in enumerate(valley.heights) if isfinite(height)]
    outside = not all(map(frame.holds, yours))
    name = plain.name(valley.across)
    return Picture(
        name="valley",
        title="The way down into the valley of the cost",
        said=f"{name} and its cost. {_upper(YOURS)}: {_stations(yours)}. {_upper(REFERENCE)}: {_stations(theirs)}.",
        caption=" ".join(_valley_caption(descent, valley, yours, theirs, outside=outside)),
        across=frame.across(),
        up=frame.up(),
        across_name=name,
        up_name="cost",
        lines=drawn(Line(frame.path(curve), "curve"), Line(frame.path(theirs), "reference"), Line(frame.path(yours), "yours")),
        dots=dots(frame, yours),
    )


def _valley_caption(
    descent: Descended, valley: Valley, yours: Sequence[Point], theirs: Sequence[Point], *, outside: bool
) -> Iterator[str]:
    yield f"The curve is the cost for every {_code(valley.across)}."
    yield f"Where your {_code(descent.question)} stands after each step, {_begun(descent)}:"
    mine, other = [x for x, _ in yours], [x for x, _ in theirs]
    if _alike(mine, other):
        yield f"from {_short(mine[0])} to {_short(mine[-1])}, as the reference's does."
    else:
        yield f"from {_short(mine[0])} to {_short(mine[-1])}. The reference's arrives at {_short(other[-1])}."
    if outside:
        yield "Your way leaves the drawing."


def _way(descent: Descended) -> Picture | None:
    hills = descent.hills
    yours, theirs = _walked(descent.yours), _walked(descent.reference)
    if hills is None or (frame := frame_of(hills.window)) is None or len(yours) < 2:
        return None
    names = f"({plain.name(hills.across)}, {plain.name(hills.up)})"
    return Picture(
        name="way",
        title="The way over the hills of the cost",
        said=f"{names}. {_upper(YOURS)}: {_stations(yours)}. {_upper(REFERENCE)}: {_stations(theirs)}.",
        caption=" ".join(_way_caption(descent, hills, yours, theirs, outside=not all(map(frame.holds, yours)))),
        across=frame.across(),
        up=frame.up(),
        across_name=plain.name(hills.across),
        up_name=plain.name(hills.up),
        lines=drawn(
            *(Line(path, "level") for path in contours(hills, frame)),
            Line(frame.path(theirs), "reference"),
            Line(frame.path(yours), "yours"),
        ),
        dots=dots(frame, yours),
        labels=tuple(_words(hills, frame)),
    )


def _way_caption(descent: Descended, hills: Hills, yours: Sequence[Point], theirs: Sequence[Point], *, outside: bool) -> Iterator[str]:
    across, up = _code(hills.across), _code(hills.up)
    yield f"Each thin line runs at one height of the cost. Where your {_code(descent.question)} leads {across} and {up}:"
    if _alike([value for place in yours for value in place], [value for place in theirs for value in place]):
        yield f"from {_place(yours[0])} to {_place(yours[-1])}, as the reference's does."
    else:
        yield f"from {_place(yours[0])} to {_place(yours[-1])}. The reference's arrives at {_place(theirs[-1])}."
    if len(yours) < len(theirs):
        yield f"After step {len(yours) - 1} yours cannot be drawn: it is no longer two numbers of reasonable size."
    if outside:
        yield "Your way leaves the drawing."


def _border(descent: Descended) -> Picture | None:
    records, yours, theirs = descent.records, _lines(descent.yours), _lines(descent.reference)
    if records is None or (frame := frame_of(records.window)) is None or not yours:
        return None
    early = [Line(path, "early") for _, *line in yours[:-1] if (path := straight(frame, line))]
    last = [
        Line(path, kind)
        for kind, lines in (("reference", theirs), ("yours", yours))
        if lines and (path := straight(frame, lines[-1][1:]))
    ]
    said = [f"{_upper(YOURS)}: {_turns(yours)}.", f"{_upper(REFERENCE)}: {_turns(theirs)}."]
    return Picture(
        name="border",
        title="Where the neuron turns from no to yes",
        said=" ".join(said),
        caption=" ".join(_border_caption(descent, frame, yours, theirs)),
        across=frame.across(),
        up=frame.up(),
        across_name="first input",
        up_name="second input",
        lines=drawn(*early, *last),
        labels=tuple(_marks(records, frame)),
    )


def _border_caption(
    descent: Descended,
    frame: Frame,
    yours: Sequence[tuple[int, float, float, float]],
    theirs: Sequence[tuple[int, float, float, float]],
) -> Iterator[str]:
    steps = ", ".join(str(step) for step, *_ in yours[:-1])
    yield f"On the line your neuron answers one half; a ring says what a record's answer should be. Full: after {yours[-1][0]} steps."
    if any(straight(frame, line) for _, *line in yours[:-1]):
        yield f"Thin: earlier, after {steps}, as far as they lie in the drawing."
    if not straight(frame, yours[-1][1:]):
        yield "Yours does not lie in the drawing: your neuron answers alike for all of these records."
    elif theirs and _alike(yours[-1], theirs[-1]):
        yield "It lies where the reference's does."
    else:
        yield "The dashed one is the reference's."
    yield f"Trained {_begun(descent)}."


# --- pieces of drawings --------------------------------------------------------------------------------------------------


def _words(hills: Hills, frame: Frame) -> Iterator[Label]:
    """Where it is high and where low, a little inside of the box."""
    for text, point in zip(("low", "high"), extremes(hills) or (), strict=False):
        x, y = frame.placed(point)
        left, right, top, bottom = frame.x(frame.left), frame.x(frame.right), frame.y(frame.high), frame.y(frame.low)
        yield Label(min(max(x, left + 16), right - 16), min(max(y + 3.5, top + 14), bottom - 8), text)


def _marks(records: Records, frame: Frame) -> Iterator[Label]:
    for x, y, target in records.points:
        if frame.holds((x, y)):
            yield Label(*frame.placed((x, y)), "1" if target > HALF else "0", ring=True)


# --- pieces of walks -----------------------------------------------------------------------------------------------------


def _finite(costs: Sequence[float]) -> list[float]:
    return [cost for cost in costs if isfinite(cost)]


def _walked(walk: Walk) -> list[Point]:
    return [place for place in walk.places if all(map(isfinite, place))]


def _lines(walk: Walk) -> list[tuple[int, float, float, float]]:
    return [line for line in walk.borders if all(map(isfinite, line)) and (line[1] or line[2])]


def _numbered(costs: Sequence[float]) -> list[Point]:
    return [(float(step), cost) for step, cost in enumerate(costs)]


def _alike(yours: Sequence[float], theirs: Sequence[float]) -> bool:
    size = max(map(abs, theirs), default=0.0)
    pairs = zip(yours, theirs, strict=False)
    return len(yours) == len(theirs) and all(isclose(one, other, rel_tol=SAME, abs_tol=SAME * size) for one, other in pairs)


# --- pieces of sentences -------------------------------------------------------------------------------------------------


def _begun(descent: Descended) -> str:
    settings = ", ".join(f"{_code(name)} = {_short(value)}" for name, value in descent.settings.items())
    return f"from the first example on{f', but with {settings}' if settings else ''}"


def _code(name: str) -> str:
    return f"`{plain.name(name)}`"


def _short(value: float) -> str:
    return plain.number(value, SHORT).replace("-", "−")


def _place(point: Point) -> str:
    return f"({_short(point[0])}, {_short(point[1])})"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _some(count: int) -> list[int]:
    """A few numbers from the first to the last."""
    return sorted({round(number * (count - 1) / (SAID - 1)) for number in range(SAID)}) if count else []


def _when(step: int) -> str:
    return f"after {words.counted(step, 'step')}" if step else "at the start"


def _series(costs: Sequence[float]) -> str:
    return ", ".join(f"{_short(costs[step])} {_when(step)}" for step in _some(len(costs)))


def _stations(places: Sequence[Point]) -> str:
    return ", ".join(f"{_place(places[step])} {_when(step)}" for step in _some(len(places)))


def _turns(lines: Sequence[tuple[int, float, float, float]]) -> str:
    return ", ".join(f"weights {_place((one, other))} and bias {_short(bias)} {_when(steps)}" for steps, one, other, bias in lines)
