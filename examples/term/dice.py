"""What does chance say? The same for the same seed on every Python: of its generator only what is promised to stay is used."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws of one seed, in a row of their own for each name."""

    def __init__(self, seed: int, name: str) -> None:
        self._random = Random(f"{seed} {name}").random  # noqa: S311  # nothing is to be kept secret

    def chance(self, part: float) -> bool:
        """Whether it is so, in this part of all cases."""
        return self._random() < part

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends among them."""
        return least + int(self._random() * (most - least + 1))

    def one(self, things: Sequence[T]) -> T:
        """One of them."""
        return things[int(self._random() * len(things))]

    def mixed(self, things: Sequence[T]) -> list[T]:
        """All of them in another order."""
        return [thing for _, _, thing in sorted((self._random(), at, thing) for at, thing in enumerate(things))]
