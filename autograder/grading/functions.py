"""Which verdict does each function get? design.md, section 4, "Functions carry by formula".

A function is called on true arguments, but it may call the student's own earlier functions. So an answer that is not right is
compared with what the right formula makes of the earlier functions' known mistakes, and then with what a mistake of its own
makes of them. The judge evaluates formulas of ours only, on values of ours. Where that comes to an answer that tells too little,
the function is run again with the earlier ones put right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import finite
from autograder.course.vocabulary import Kind, Mistake, Question
from autograder.grading.behind import Behind, broken, names_of, puzzling
from autograder.grading.carrying import MOST_CARRIED, Behaviour, Slips, built, subsets, throughout
from autograder.grading.comparing import Answers
from autograder.grading.finding import Finding, Shown
from autograder.grading.report import Verdict
from autograder.grading.runs import EXAMPLES, Run, Trial
from autograder.grading.telling import MOSTLY, share_told, shows
from autograder.grading.unexplained import followed_by, unexplained, without_value
from autograder.grading.wording import Reason, changed_hint, listed

ARGUMENTS_CHANGED = "arguments_changed"
CHANGED_WORTH = 0.5
MOST_BESIDE = 16  # the same beside each mistake of its own


@dataclass(slots=True)
class Functions:
    """The verdicts of one trial's functions and outcomes. `findings` is where they go."""

    trial: Trial
    plain: Run
    findings: dict[str, Finding]
    _known: dict[str, Behaviour] = field(default_factory=dict)
    _again: dict[tuple[str, tuple[str, ...]], Run | None] = field(default_factory=dict)
    _untold: dict[str, str] = field(default_factory=dict)  # by function, the first of the slips that leave nothing to see in it
    _answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        self._answers = Answers(self.trial.loaded, self.plain)

    def judge(self) -> None:
        """Find each question's verdict: first those that are right, then the others in the order asked."""
        self._find_correct()
        for asked in self._asked():
            if asked.id not in self.findings and self._attempted(asked.id):
                self._judge_attempted(asked)
        for asked in self._asked():
            if asked.id not in self.findings:  # the file says nothing of it, and nothing built on it vouches for it
                self.findings[asked.id] = without_value(self.plain, self.plain, asked)

    def redeemed(self, name: str) -> bool:
        """Whether a mistake earns its part: always, or where a later question is right with this one as it is."""
        slip = self.findings[name].mistake
        if slip is None or slip.redeemed_by is None:
            return slip is not None
        later = self.findings[slip.redeemed_by]
        if later.verdict is Verdict.CARRIED:
            return slip not in later.through
        return later.verdict is Verdict.CORRECT or self._right(slip.redeemed_by)

    # --- what there is ---------------------------------------------------------------------------------------------------

    def _questions(self) -> dict[str, Question]:
        return self.trial.loaded.assignment.questions

    def _asked(self) -> list[Question]:
        return [asked for asked in self._questions().values() if asked.kind in (Kind.FUNCTION, Kind.OUTCOME)]

    def _right(self, name: str) -> bool:
        return self.plain.right(self.trial.loaded, name)

    def _attempted(self, name: str) -> bool:
        return self.plain.has_value(name) or self.plain.raised(name) is not None or name in self.plain.stopped

    def _slip(self, name: str) -> Mistake | None:
        """The mistake that a function was found with, if it gives another answer than the right one."""
        slip = self.findings[name].mistake if name in self.findings else None
        return slip if slip is None or slip.id != ARGUMENTS_CHANGED else None

    def _built_on(self, name: str) -> list[str]:
        """The questions that are built on one. Another that asks the very same function of the student's shows nothing of it."""
        asked = self._questions()
        return [other for other in graph.dependents(self.trial.loaded.assignment, name) if asked[other].at != asked[name].at]

    # --- verdicts --------------------------------------------------------------------------------------------------------

    def _find_correct(self) -> None:
        """Right in all cases; or not written where something that is directly built on it is right."""
        vouching: set[str] = set()
        for asked in reversed(self._asked()):
            name = asked.id
            if self._right(name):
                vouching.add(name)
                if not self.plain.changed(name):
                    self.findings[name] = Finding(Verdict.CORRECT, Reason.RIGHT, self.plain)
                    self._known[name] = throughout(self.trial.loaded.assignment, asked, ())
            elif not self._attempted(name) and vouching.intersection(self._built_on(name)):
                vouching.add(name)
                if not self.plain.waited_for(name):
                    self.findings[name] = Finding(Verdict.CORRECT, Reason.UNWRITTEN, self.plain)

    def _judge_attempted(self, asked: Question) -> None:
        name = asked.id
        before = graph.ancestors(self.trial.loaded.assignment, name)
        if self._right(name):
            right = throughout(self.trial.loaded.assignment, asked, ())
            self._carry(Shown(right, self.plain, right), before)
        elif (followed := self._followed(asked, before)) is not None:
            self._carry(followed, before)
        elif self._puzzled(before) and (alone := self._alone(asked)) is not None:
            self._by_itself(alone, before)
        elif (found := self._mistaken(asked, before)) is not None:
            self._explain(*found)
        elif (alone := self._alone(asked)) is not None:
            self._by_itself(alone, before)
        elif name in self._untold and not self.plain.raised(name):
            first = self._untold[name]
            nothing = Finding(Verdict.WRONG, Reason.BEHIND_SLIP, self.plain, detail=first, behind=first)
            self.findings[name] = self._changing_too(nothing, asked, before)
        else:
            self.findings[name] = self._unexplained(asked, before)
            if self.findings[name].reason is Reason.NEARLY:
                self._added_up(asked, before)

    def _puzzled(self, before: Sequence[str]) -> bool:
        """Whether an earlier function does what nobody can say: what is built on it may come to what a mistake of its own would."""
        found = (self.findings[other] for other in before if other in self.findings and self._attempted(other))
        return any(not one.verdict.counts and one.mistake is None for one in found)

    def _by_itself(self, alone: Shown, before: Sequence[str]) -> None:
        own = next(iter(alone.there.slips), None)
        self._carry(alone, before) if own is None else self._explain(own, alone)
        self._forget(alone.behaviour.asked)

    def _added_up(self, asked: Question, before: Sequence[str]) -> None:
        """What earlier functions round off may count as right there, and come to more here: then it is not this one's."""
        run = self._put_right(asked, everything=True)
        if run is not None and (alone := self._does_in(run, asked)) is not None:
            self._by_itself(alone, before)
            if self.findings[asked.id].reason is Reason.CARRIED_PUT_RIGHT:
                self.findings[asked.id] = replace(self.findings[asked.id], reason=Reason.CARRIED_ROUNDED, detail="")

    def _unexplained(self, asked: Question, before: Sequence[str]) -> Finding:
        name, behind = asked.id, self._behind(before)
        if not self.plain.has_value(name) or self.plain.raised(name):
            found = without_value(self.plain, self.plain, asked)
            if found.reason in (Reason.RAISED, Reason.CALL_ENDED):
                first = behind or broken(before, self.findings, self._attempted)
                found = followed_by(found, first) if first is not None else found
        else:
            found = unexplained(self.trial, self.plain, self.plain, asked, behind)
        raised = found.reason is Reason.RAISED
        endless = found.verdict is Verdict.WRONG and (found.reason is Reason.NOT_FINITE or bool(found.behind))
        if (raised or endless) and (cause := self._cause(asked)) is not None:
            self._known[name] = cause  # so what is built on this one comes to nothing for the same cause
            reason, root = Reason.RAISED_BEHIND if raised else Reason.NOT_FINITE_BEHIND, cause.slips[0].question
            return replace(found, reason=reason, detail=root, also=(), behind=root)
        return self._changing_too(found, asked, before) if found.verdict is Verdict.WRONG else found

    def _carry(self, shown: Shown, before: Sequence[str]) -> None:
        """A right answer, or one that follows from earlier mistakes: unless the function changes what it was called with."""
        asked, run, through = shown.behaviour.asked, shown.run, shown.behaviour.slips
        self._known[asked.id] = shown.behaviour
        if not (changed := run.changed(asked.id)):
            reason = Reason.CARRIED_PUT_RIGHT if run.mended else Reason.CARRIED_CALL
            detail = listed(run.mended) if run.mended else ""
            found = Finding(Verdict.CARRIED, reason, run, None, detail, through=through, behaviour=shown.there)
        elif (other := self._changing([name for name in before if name not in run.mended])) is not None:
            detail = f"{self._names(changed)}|{other}"
            found = Finding(Verdict.CARRIED, Reason.CHANGED_BEFORE, run, None, detail, through=through, behaviour=shown.there)
        else:
            slip, names = _arguments_changed(asked, self._names(changed)), self._names(changed)
            found = Finding(Verdict.MISTAKE, Reason.CHANGED, run, slip, names, through=through, behaviour=shown.there)
        self.findings[asked.id] = found
        self._credit(shown)

    def _explain(self, mistake: Mistake, shown: Shown) -> None:
        """A mistake of this function, or of one that it has in a line of its own; what else it has so is right."""
        asked, run, slips = shown.behaviour.asked, shown.run, shown.behaviour.slips
        self._known[asked.id] = shown.behaviour
        if mistake.question == asked.id:
            through = tuple(slip for slip in slips if slip is not mistake)
            found = Finding(Verdict.MISTAKE, Reason.MISTAKE, run, mistake, through=through, behaviour=shown.there)
            found = self._changing_too(found, asked, graph.ancestors(self.trial.loaded.assignment, asked.id))
        else:
            held, where = mistake.question, asked.id
            self.findings[held] = Finding(Verdict.MISTAKE, Reason.MISTAKE_IN, self.plain, mistake, where, within=where)
            found = Finding(Verdict.CARRIED, Reason.CARRIED_HOLDING, run, None, held, through=slips, behaviour=shown.there)
        self.findings[asked.id] = found
        self._credit(shown)

    def _credit(self, shown: Shown) -> None:
        """What is not written as a function of its own, and is right in this one: as far as its mistakes would have been seen."""
        name, slips = shown.behaviour.asked.id, shown.behaviour.slips
        for other in self._inlined(name, slips):
            known = other in self.findings or other in shown.run.mended or self.plain.waited_for(other)
            if not known and self._shows(shown, other):
                below = self._inlined(other, slips, deep=True)
                carried = tuple(slip for slip in slips if slip.question in below)
                verdict, reason = (Verdict.CARRIED, Reason.UNWRITTEN_CARRIED) if carried else (Verdict.CORRECT, Reason.UNWRITTEN)
                self.findings[other] = Finding(verdict, reason, self.plain, through=carried)

    def _inlined(self, name: str, slips: Slips, *, deep: bool = False) -> list[str]:
        """The functions that this one's formula calls and that are not written, and what they call; `deep`: all, written or not."""
        wrong = {slip.question: slip for slip in slips}
        found: set[str] = set()
        todo = [name]
        while todo:
            asked = todo.pop()
            formula = wrong.get(asked, self._questions()[asked])
            new = {other for other in formula.uses if other not in found and (deep or not self._attempted(other))}
            found |= new
            todo += new
        return [other for other in self._questions() if other in found]

    def _changing(self, before: Sequence[str]) -> str | None:
        """The first of these that changes what it was called with, whatever else is wrong with it."""
        return next(filter(self.plain.changed, before), None)

    def _changing_too(self, found: Finding, asked: Question, before: Sequence[str]) -> Finding:
        """Beside what is wrong with it, that it changes what it was called with, unless an earlier one does that for it."""
        run = found.run or self.plain
        theirs = (name for name in before if name not in run.mended)
        if not (changed := run.changed(asked.id)) or any(map(self.plain.changed, theirs)):
            return found
        return replace(found, also=(*found.also, (Reason.CHANGED_TOO, self._names(changed))))

    def _behind(self, before: Sequence[str]) -> Behind | None:
        """What comes first where no formula explains: a function that is written and right in no way that we know, or one that
        changes what others still need.
        """
        written = [other for other in before if self._attempted(other) and other in self.findings]
        puzzles = [other for other in written if not self.findings[other].verdict.counts and self.findings[other].mistake is None]
        changing = next((other for other in written if self.plain.changed(other)), None)
        names = self._names(self.plain.changed(changing)) if changing is not None else ""
        return puzzling(puzzles, changing, self.findings, names)

    def _names(self, arguments: tuple[str, ...]) -> str:
        return names_of(arguments, self.trial.source.text)

    # --- explanations ----------------------------------------------------------------------------------------------------

    def _followed(self, asked: Question, before: Sequence[str]) -> Shown | None:
        """How the answer follows, by the right formula, from mistakes of earlier functions."""
        tried = (one for one in self._tried(asked, asked, before, None, MOST_CARRIED) if one.slips)
        return next(filter(None, map(self._shown, tried)), None)

    def _mistaken(self, asked: Question, before: Sequence[str]) -> tuple[Mistake, Shown] | None:
        """The mistake that explains the answer, of the earliest question in the chain, and all that it does.

        What is not written as a function of its own was written in a line of this one. Where several mistakes come to the same
        there, nobody can tell which of them it was: the first gets it, and it costs one question either way. But where the right
        formula comes to the same, only running again tells.
        """
        plainly = asked.id not in self._untold
        unwritten = [other for other in before if other not in self.findings and not self._attempted(other)]
        for other in (*unwritten, asked.id):
            for mistake in self._questions()[other].mistakes.values():
                if mistake.named and other != asked.id:
                    continue
                tried = self._tried(asked, mistake if other == asked.id else asked, before, mistake, MOST_BESIDE)
                having = (self._shown(one, plainly=plainly) for one in tried if mistake in one.slips)
                if (found := next(filter(None, having), None)) is not None:
                    return mistake, found
        return None

    def _shown(self, behaviour: Behaviour, *, plainly: bool = True) -> Shown | None:
        """A behaviour that explains the answer, if the answer tells that it is this one; or else, if the function does the same with
        the earlier ones put right.

        Args:
            plainly: whether the answer alone may tell.
        """
        if not self._answers.are(behaviour):
            return None
        if plainly and self._tells(behaviour, self.plain):
            return Shown(behaviour, self.plain, behaviour)
        if (shown := self._shown_again(behaviour)) is None:
            slipped = [slip.question for slip in behaviour.slips if slip.question != behaviour.asked.id]
            if first := next((name for name in self._questions() if name in slipped and self._attempted(name)), ""):
                self._untold.setdefault(behaviour.asked.id, first)
        return shown

    def _tells(self, behaviour: Behaviour, run: Run) -> bool:
        """Whether an answer tells enough: always, where no earlier function's mistake is in it; never, where the function is built on
        one that shows nothing, and is run with it, or has one in a line of its own that would not show.
        """
        name, slipped = behaviour.asked.id, [slip.question for slip in behaviour.slips]
        if slipped in ([], [name]):
            return True
        before = graph.ancestors(self.trial.loaded.assignment, name)
        if any(self._shows_nothing(other) for other in before if other not in run.mended):
            return False
        if share_told(self.trial.loaded.assignment, behaviour, _hidden(run)) < MOSTLY:
            return False
        shown = Shown(behaviour, run, behaviour)
        inlined = [other for other in self._inlined(name, behaviour.slips) if other not in slipped]
        return all(self._shows(shown, other) for other in inlined if other not in self.findings)

    def _shows_nothing(self, name: str) -> bool:
        """Whether an earlier function's answer is what an earlier mistake leads to, and shows no more."""
        return name in self._untold and not self.findings[name].verdict.counts and self._slip(name) is None

    def _shown_again(self, behaviour: Behaviour) -> Shown | None:
        """A behaviour with as many of its mistakes put right as can be, if that is what the function does where they are."""
        asked, run = behaviour.asked, self._put_right(behaviour.asked)
        rest = tuple(slip for slip in behaviour.slips if run is None or slip.question not in run.mended)
        if run is None or rest == behaviour.slips:
            return None
        there = throughout(self.trial.loaded.assignment, asked, rest)
        expected = [value if finite(value := there.on(case)) else None for case in run.cases]
        holds = run.matches(self.trial.loaded, asked.id, expected) and self._tells(there, run)
        return Shown(behaviour, run, there) if holds else None

    def _alone(self, asked: Question) -> Shown | None:
        """What the function does by itself, where nobody can say what it makes of the earlier ones: where those that are not right
        are put right, and if need be those that are not written, it is right, or has a mistake of its own.
        """
        runs = (self._put_right(asked), self._put_right(asked, unwritten=True))
        return next((shown for run in runs if run is not None and (shown := self._does_in(run, asked)) is not None), None)

    def _does_in(self, run: Run, asked: Question) -> Shown | None:
        assignment = self.trial.loaded.assignment
        earlier = tuple(slip for name in run.mended if (slip := self._slip(name)) is not None)
        answers = Answers(self.trial.loaded, run)
        for own in ((), *((mistake,) for mistake in asked.mistakes.values())):
            there = throughout(assignment, asked, own)
            if answers.are(there) and self._tells(there, run):
                return Shown(throughout(assignment, asked, (*earlier, *own)), run, there)
        return None

    def _forget(self, asked: Question) -> None:
        """What it does with the earlier ones as they are is not known: at most, that nothing can come of it."""
        del self._known[asked.id]
        if (cause := self._cause(asked)) is not None:
            self._known[asked.id] = cause

    def _put_right(self, asked: Question, *, unwritten: bool = False, everything: bool = False) -> Run | None:
        """The function alone, run again with the master's in the places of the earlier ones that do not count, or of all; None where
        there are none, or the master's cannot be there.
        """
        before = graph.ancestors(self.trial.loaded.assignment, asked.id)
        wrong = [name for name in before if everything or not (name in self.findings and self.findings[name].verdict.counts)]
        wrong = [name for name in wrong if unwritten or self._attempted(name)]
        names = tuple(name for name in wrong if self.trial.loaded.can_stand_in([name], asked.id))
        if (asked.id, names) not in self._again:
            self._again[asked.id, names] = self.trial.put_right(asked.id, names) if names else None
        return self._again[asked.id, names]

    def _shows(self, shown: Shown, other: str) -> bool:
        """Whether it would have been seen in an answer, were another function's formula that stands in it not right."""
        there, assignment = shown.there, self.trial.loaded.assignment
        return not there.slips or shows(assignment, there.asked, there.slips, self._questions()[other], _hidden(shown.run))

    def _tried(
        self, asked: Question, by: Question | Mistake, before: Sequence[str], mistake: Mistake | None, most: int
    ) -> Iterator[Behaviour]:
        """What the function may do: calling the earlier ones as they were found, or with some of their mistakes put right in it."""
        if (found := built(asked, by, self._as_found(mistake))) is not None:
            yield found
        earlier = tuple(slip for other in before if (slip := self._slip(other)) is not None)
        own = () if mistake is None else (mistake,)
        if own:
            yield throughout(self.trial.loaded.assignment, asked, own)
        for slips in islice(subsets(earlier), most):
            yield throughout(self.trial.loaded.assignment, asked, (*slips, *own))

    def _as_found(self, instead: Mistake | None) -> dict[str, Behaviour]:
        """What each function does, as far as it is known. One that is not written does what it should, but for this mistake."""
        found: dict[str, Behaviour] = {}
        for asked in self._asked():
            if asked.id in self._known:
                found[asked.id] = self._known[asked.id]
            elif not self._attempted(asked.id):
                by = instead if instead is not None and instead.question == asked.id else self._slip(asked.id) or asked
                if (made := built(asked, by, found)) is not None:
                    found[asked.id] = made
        return found

    def _cause(self, asked: Question) -> Behaviour | None:
        """What the function does, if nothing can come of it with the mistakes of the earlier ones, and nothing has."""
        found = built(asked, asked, self._as_found(None))
        expected = self._answers.expected(found) if found is not None and found.slips else None
        return found if expected is not None and all(one is None for one in expected) else None


def _hidden(run: Run) -> Sequence[Case]:
    return run.cases[0 if run.mended else EXAMPLES :]


def _arguments_changed(asked: Question, names: str) -> Mistake:
    """The mistake that needs no author: an argument is not what it was when the call is over."""
    return Mistake(ARGUMENTS_CHANGED, asked.id, changed_hint(names), asked.formula, asked.needs, asked.uses, worth=CHANGED_WORTH)
