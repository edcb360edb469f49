"""Is a function's answer what a behaviour gives, in every case of a run?"""

from dataclasses import dataclass, field

from autograder.course.closeness import Answer, finite, same, size
from autograder.course.load import Loaded
from autograder.grading.carrying import Behaviour
from autograder.grading.fitting import fitted, same_but_endless
from autograder.grading.runs import Run


@dataclass(slots=True)
class Answers:
    """What the functions of one run gave, to be compared with behaviours."""

    loaded: Loaded
    run: Run
    _sizes: dict[str, float] = field(default_factory=dict)

    def are(self, behaviour: Behaviour) -> bool:
        """Whether the answer is what comes of this, in every case, and something comes of it in at least one."""
        expected = self.expected(behaviour)
        return expected is not None and self.run.matches(self.loaded, behaviour.asked.id, expected)

    def expected(self, behaviour: Behaviour) -> list[Answer | None] | None:
        """What comes of this in each case, None where that is not finite; or None, if that is not what there is. Where nothing finite
        comes of it, the call has stopped, or has given what is not finite in the same places.
        """
        asked, got = behaviour.asked, self.run.returned(behaviour.asked.id)
        atol = 2 * asked.atol * self._size(asked.id)  # it will be looked at more closely
        found: list[Answer | None] = []
        for index in reversed(range(len(got))):  # hidden cases tell more apart than examples do: most tries end at the first
            would = behaviour.on(self.run.cases[index])
            given = fitted(got[index], would)[0]
            if finite(would):
                if not same(given, would, rtol=asked.rtol, atol=atol):
                    return None
            elif not self.run.raised_in(index, asked.id) and not same_but_endless(given, would, rtol=asked.rtol, atol=atol):
                return None
            found.append(would if finite(would) else None)
        return found[::-1]

    def _size(self, name: str) -> float:
        if name not in self._sizes:
            self._sizes[name] = size([value for value in self.run.answers(name) if value is not None])
        return self._sizes[name]
