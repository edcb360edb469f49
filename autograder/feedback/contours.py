"""Where do the lines run that join places of one height? Marching squares on the hills that a report holds."""

from collections.abc import Iterator, Sequence

from autograder.course.descent import Hills
from autograder.feedback.frames import Frame, Point

LINES = 8
HIGHEST = 255
LEAST_SIDE = 2

Grid = Sequence[Sequence[float]]


def heights(hills: Hills) -> Grid:
    """The heights, from 0 to 255, row by row from low to high; nothing where the rows do not fit each other."""
    try:
        rows = [list(bytes.fromhex(row)) for row in hills.rows]
    except ValueError:
        return []
    fits = len(rows) >= LEAST_SIDE and len(rows[0]) >= LEAST_SIDE and all(len(row) == len(rows[0]) for row in rows)
    return rows if fits else []


def contours(hills: Hills, frame: Frame) -> tuple[str, ...]:
    """The lines as SVG writes them, from the lowest to the highest."""
    grid = heights(hills)
    levels = [HIGHEST * (number + 0.5) / LINES for number in range(LINES)]
    return tuple(filter(None, (_line(grid, level, frame) for level in levels))) if grid else ()


def extremes(hills: Hills) -> tuple[Point, Point] | None:
    """Where the lowest and the highest place are."""
    if not (grid := heights(hills)):
        return None
    left, right, low, high = hills.window
    places = [(height, column, row) for row, line in enumerate(grid) for column, height in enumerate(line)]

    def placed(column: int, row: int) -> Point:
        return left + (right - left) * column / (len(grid[0]) - 1), low + (high - low) * row / (len(grid) - 1)

    return placed(*min(places)[1:]), placed(*max(places)[1:])


def _line(grid: Grid, level: float, frame: Frame) -> str:
    return "".join(_drawn(one, other, grid, frame) for one, other in _pieces(grid, level))


def _drawn(one: Point, other: Point, grid: Grid, frame: Frame) -> str:
    (x1, y1), (x2, y2) = _placed(one, grid, frame), _placed(other, grid, frame)
    return f"M{x1:g},{y1:g}L{x2:g},{y2:g}" if (x1, y1) != (x2, y2) else ""


def _placed(point: Point, grid: Grid, frame: Frame) -> Point:
    across, up = point[0] / (len(grid[0]) - 1), point[1] / (len(grid) - 1)
    return frame.placed((frame.left + across * (frame.right - frame.left), frame.low + up * (frame.high - frame.low)))


def _pieces(grid: Grid, level: float) -> Iterator[tuple[Point, Point]]:
    """Within each square of the grid, the straight pieces of one line; columns and rows are the units."""
    for row in range(len(grid) - 1):
        for column in range(len(grid[0]) - 1):
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            crossed = [
                _between(one, other, grid, level)
                for one, other in zip(corners, [*corners[1:], corners[0]], strict=True)
                if (grid[one[1]][one[0]] < level) != (grid[other[1]][other[0]] < level)
            ]
            yield from zip(crossed[::2], crossed[1::2], strict=True)  # an edge is crossed by two or by all four sides


def _between(one: tuple[int, int], other: tuple[int, int], grid: Grid, level: float) -> Point:
    """Where the height is met on the way from one corner to the next."""
    here, there = grid[one[1]][one[0]], grid[other[1]][other[0]]
    part = (level - here) / (there - here)
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
