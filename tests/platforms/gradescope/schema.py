"""Does a results.json keep to what Gradescope says of it? Its page "Autograder Specifications", as of 2026, key by key."""

from collections.abc import Iterator, Mapping
from typing import Any

Shape = Mapping[str, type | tuple[type, ...] | frozenset[str]]

NUMBER = (int, float)
FORMAT = frozenset({"text", "html", "simple_format", "md", "ansi"})
VISIBILITY = frozenset({"hidden", "after_due_date", "after_published", "visible"})
TOP: Shape = {
    "score": NUMBER, "execution_time": NUMBER, "output": str, "output_format": FORMAT, "test_output_format": FORMAT,
    "test_name_format": FORMAT, "visibility": VISIBILITY, "stdout_visibility": VISIBILITY, "extra_data": dict, "tests": list,
    "leaderboard": list,
}  # fmt: skip
TEST: Shape = {
    "score": NUMBER, "max_score": NUMBER, "status": frozenset({"passed", "failed"}), "name": str, "name_format": FORMAT, "number": str,
    "output": str, "output_format": FORMAT, "tags": list, "visibility": VISIBILITY, "extra_data": dict,
}  # fmt: skip
LONGEST = 100_000  # characters of an output, after which Gradescope cuts


def broken(results: Mapping[str, Any]) -> Iterator[str]:
    """What does not keep to it, in sentences."""
    yield from _keys("results", results, TOP)
    for number, test in enumerate(results.get("tests", ())):
        yield from _keys(f"test {number}", test, TEST)
    if "score" not in results and not all("score" in test for test in results.get("tests", [{}])):
        yield "there is no score, neither on top nor for each test"


def _keys(what: str, found: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    for key, value in found.items():
        kind = shape.get(key)
        if kind is None:
            yield f"{what} has '{key}', which is no key"
        elif isinstance(kind, frozenset):
            if value not in kind:
                yield f"{what} has {key} = {value!r}"
        elif not isinstance(value, kind) or isinstance(value, bool):
            yield f"{what} has {key} = {value!r}"
        elif isinstance(value, str) and len(value) > LONGEST:
            yield f"{what} has a {key} of {len(value)} characters"
