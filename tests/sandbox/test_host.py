"""Values come back from the sandbox, whatever else a program does; what goes wrong on our side is a SandboxFault, never an answer."""

import contextlib
import os
import resource
import select
import signal
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.errors import IsolationError, SandboxFault
from autograder.sandbox.channel import Stopped
from autograder.sandbox.child import Child
from autograder.sandbox.host import Ended, Job, Outcome, Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from autograder.sandbox.probe import try_level
from tests.sandbox.conftest import SMALL
from tests.sandbox.processes import descendants

NAMES = ["h", "error"]


def run(sandbox: Sandbox, text: str, cases: list[list[Any]] | None = None, mended: tuple[str, ...] = ()) -> Outcome:
    with sandbox.job(text.encode(), "py") as job:
        assert job.refused == ""
        return job.run(names=NAMES, givens=["x"], mended=mended, cases=cases or [[1.0], [2.0]])


def values(outcome: Outcome, name: str = "h") -> list[Any]:
    return [case.values[name].tolist() if name in case.values else None for case in outcome.cases]


def test_values_come_back_case_by_case(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = x + 1\nerror = [x, x]\n", [[1.0], [2.0], [-3.5]])
    assert (outcome.ended, values(outcome)) == (Ended.DONE, [2.0, 3.0, -2.5])
    assert values(outcome, "error")[2] == [-3.5, -3.5]


def test_arrays_go_there_and_back_with_their_dtype(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = x * 2\nerror = x.dtype.kind == 'i'\n", [[np.array([1, 2])]])
    assert values(outcome) == [[2.0, 4.0]]
    assert outcome.cases[0].values["error"].dtype.kind == "b"


def test_what_is_not_there_is_told_by_what_it_is(sandbox: Sandbox) -> None:
    case = run(sandbox, "h = None\nerror = {}\nnonesuch\n").cases[1]
    assert (case.values, case.blank, case.odd, case.unassigned) == ({}, {"h"}, {"error": "a dict"}, ("x",))
    assert [(told.line, told.error) for told in case.raised] == [(3, "NameError")]


def test_a_short_text_comes_back_as_text(sandbox: Sandbox) -> None:
    case = run(sandbox, "h = 'agrees'\nerror = 'agrees' * 20\n").cases[0]
    assert (case.values, case.odd) == ({"h": "agrees"}, {"error": "text"})


def test_places_come_back(sandbox: Sandbox) -> None:
    assert run(sandbox, "h = 1\n\nh = 2\n").places == {"h": (0, 3)}


def test_mended_answers_are_bound(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = 1\nerror = h\n", [[1.0, 7.0], [2.0, 8.0]], mended=("h",))
    assert values(outcome, "error") == [7.0, 8.0]


def test_notes_and_text_come_before_anything_is_run(sandbox: Sandbox) -> None:
    with sandbox.job(b"\xef\xbb\xbf%matplotlib inline\r\nh = 1\r\n", "py") as job:
        assert (job.text, job.notes) == ("pass\nh = 1", ("line 1: a magic or shell line was skipped.",))


REFUSED = {
    "empty": (b"", "py", "The file is empty."),
    "binary": (bytes(range(256)), "py", "The file is not"),
    "no-notebook": (b"{}", "ipynb", "The file is not a notebook"),
    "json-bomb": (b'{"cells":' * 20_000, "ipynb", "The file is not a notebook"),
    "memory-bomb": (b'{"cells": [' + b"[]," * 80_000 + b"1]}", "ipynb", "The notebook has more than"),
}


@pytest.mark.parametrize(("content", "kind", "said"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_refused_from_inside(sandbox: Sandbox, content: bytes, kind: str, said: str) -> None:
    with sandbox.job(content, kind) as job:
        assert job.refused.startswith(said)


EARLY = {
    "exit-behind-pythons-back": "import os\nos._exit(0)",
    "abort": "import os\nos.abort()",
    "segmentation-fault": "import ctypes\nctypes.string_at(0)",
    "jump-to-nowhere": "import ctypes\nctypes.CFUNCTYPE(None)(1)()",
    "closes-its-pipe": "import os\nos.close(3)",
    "closes-everything": "import os\nos.closerange(0, 20)",
    "breaks-the-sender": "import os\nos.write = None",
    "breaks-the-runner": "import sys\nfor m in list(sys.modules):\n    if 'inside' in m: vars(sys.modules[m]).clear()",
}


@pytest.mark.parametrize("text", EARLY.values(), ids=EARLY)
def test_a_program_that_ends_itself_has_ended_early(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, f"h = x + 1\n{text}\n")
    assert outcome.ended in (Ended.EARLY, Ended.GARBLED)
    assert len(outcome.cases) == 0


def test_a_job_cannot_leave_a_number_for_the_next(sandbox: Sandbox) -> None:
    """No open file is shared between jobs: an offset set in one is not there in another."""
    mark = "import os\nfor n in range(16):\n    try: os.lseek(n, 4711, 0)\n    except OSError: pass\nh = x\n"
    look = "import os\nh = x\nfor n in range(16):\n    try: h = max(h, os.lseek(n, 0, 1))\n    except OSError: pass\n"
    assert values(run(sandbox, mark)) == [1.0, 2.0]
    assert values(run(sandbox, look)) == [1.0, 2.0]


def test_a_stack_overflow_harms_nobody_but_its_program(sandbox: Sandbox) -> None:
    """Python 3.11 dies of it; 3.12 and newer raise a RecursionError, and the program goes on."""
    outcome = run(
        sandbox, "h = x + 1\nimport sys\nsys.setrecursionlimit(10**9)\nclass L:\n  def __repr__(self): return repr([self])\nrepr(L())"
    )
    told = {told.error for case in outcome.cases for told in case.raised}
    assert outcome.ended is Ended.EARLY or told == {"RecursionError"}
    assert values(run(sandbox, "h = x\n")) == [1.0, 2.0]


def test_a_program_that_ends_itself_in_a_later_case_ended_early(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "import os\nh = x\nif x == 2: os._exit(0)\n", [[1.0], [2.0], [3.0]])
    assert outcome.ended is Ended.EARLY
    assert len(outcome.cases) < 2
    assert outcome.places == {"h": (0, 2)}


FORGED = {
    "text": "os.write(3, b'correct correct correct')",
    "report": "os.write(3, b'{\"score\": 10}')",
    "frame-larger-than-allowed": "os.write(3, (2**32 - 1).to_bytes(4, 'big'))",
    "empty-frame": "os.write(3, bytes(4))",
    "garbage-in-a-frame": "send(b'xxxx')",
    "an-array-for-a-word": "send(wire.encode([np.ones(2), [], [], []]))",
    "an-array-for-a-message": "send(wire.encode(np.ones(2)))",
    "an-array-for-the-last-word": "send(wire.encode([np.ones(2)]))",
    "arrays-for-names": "send(wire.encode(['case', [['absent'], ['absent']], [[0, 1, 'E', [np.ones(2)]]], [np.ones(2)]]))",
    "verdicts": "send(wire.encode(['case', ['correct', 'correct'], [], []]))",
    "more-cases-than-asked": "[send(wire.encode(['case', [['absent'], ['absent']], [], []])) for _ in range(50)]",
    "flood-without-end": "while True: send(wire.encode(['case', [['absent'], ['absent']], [], []]))",
    "flood-of-zeros": "while True: os.write(3, bytes(65536))",
    "ready-once-more": "send(wire.encode(['ready', []]))",
    "places-once-more": "send(wire.encode(['places', [[0, 1], [0, 1]]]))",
}
FORGER = """import os, sys, numpy as np
wire = sys.modules['inside.wire']
def send(data): os.write(3, len(data).to_bytes(4, 'big') + data)
"""


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_what_a_program_writes_to_the_judge_itself_is_never_an_answer(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, f"{FORGER}{text}\nh = 99.0\n")
    assert outcome.ended is Ended.GARBLED
    assert all(not case.values for case in outcome.cases)


def test_forged_values_are_values_and_nothing_more(sandbox: Sandbox) -> None:
    """The right form is taken as what it is: numbers, which have to be right for inputs that the forger was never shown."""
    text = FORGER + "for _ in range(2): send(wire.encode(['case', [['value', np.array(7.0)], ['absent']], [], []]))\n"
    outcome = run(sandbox, text + "send(wire.encode(['end']))\nos._exit(0)\n")
    assert (outcome.ended, values(outcome)) == (Ended.DONE, [7.0, 7.0])


def test_an_end_without_the_cases_is_early(sandbox: Sandbox) -> None:
    outcome = run(sandbox, FORGER + "send(wire.encode(['end']))\nos._exit(0)\n")
    assert (outcome.ended, outcome.cases) == (Ended.EARLY, ())


def test_a_value_larger_than_the_frame_is_no_answer(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "import numpy as np\nh = np.zeros(50_000)\n")
    assert (outcome.ended, outcome.cases) == (Ended.GARBLED, ())


def test_a_statement_without_end_is_stopped_and_the_rest_runs(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = x + 1\nwhile True: pass\nerror = x\n")
    assert (outcome.ended, values(outcome), values(outcome, "error")) == (Ended.DONE, [2.0, 3.0], [1.0, 2.0])
    assert [[told.error for told in case.raised] for case in outcome.cases] == [["StatementTimeout"]] * 2


def test_a_statement_that_was_stopped_is_not_started_again(sandbox: Sandbox) -> None:
    """Twelve cases of an endless loop cost the time of one."""
    outcome = run(sandbox, "h = x\nwhile True: pass\n", [[float(number)] for number in range(12)])
    assert outcome.ended is Ended.DONE
    assert values(outcome) == [float(number) for number in range(12)]
    assert outcome.cpu_seconds < 0.9


UNINTERRUPTIBLE = {
    "loops-in-c": "sum(range(10**12))",
    "ignores-the-alarm": "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass",
    "ignores-the-first-warning": "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nsum(range(10**12))",
}


@pytest.mark.parametrize("text", UNINTERRUPTIBLE.values(), ids=UNINTERRUPTIBLE)
def test_a_program_that_cannot_be_interrupted_is_killed_for_its_time(sandbox: Sandbox, text: str) -> None:
    """By the kernel, when its CPU time is over: it ran out of time, which is never taken for a fault of ours."""
    outcome = run(sandbox, f"h = x\n{text}\n", [[1.0]])
    assert (outcome.ended, outcome.cases) == (Ended.TIME, ())
    assert outcome.cpu_seconds < 4


def waited(signal_number: int = 0, code: int = 0) -> int:
    return signal_number or code << 8


ENDS = {
    "limit-of-cpu-time": (waited(signal.SIGXCPU), 0.2, False, Ended.TIME),  # the kernel counts in ticks: less may be on the bill
    "limit-ignored": (waited(signal.SIGKILL), 2.0, False, Ended.TIME),
    "crash": (waited(signal.SIGSEGV), 5.0, False, Ended.EARLY),
    "exit": (waited(code=3), 5.0, False, Ended.EARLY),
    "killed-by-the-judge": (waited(signal.SIGKILL), 0.1, True, Ended.EARLY),
    "killed-from-outside": (waited(signal.SIGKILL), 0.1, False, None),
}


@pytest.mark.parametrize(("status", "cpu", "by_us", "ended"), ENDS.values(), ids=ENDS)
def test_why_a_job_ended_is_read_from_how_the_kernel_says_it_ended(status: int, cpu: float, by_us: bool, ended: Ended | None) -> None:
    child = ended_child(status, cpu, killed=by_us)
    if ended is not None:
        assert child.why_early() is ended
    else:
        with pytest.raises(SandboxFault, match="killed from outside"):
            child.why_early()


def ended_child(status: int, cpu: float, *, killed: bool) -> Child:
    child = object.__new__(Child)
    child.channel, child._pidfd = Broken(), -1  # type: ignore[assignment]
    child.usage, child._killed, child._cpu_seconds = {"status": status, "cpu": cpu}, killed, 1.0
    return child


class Broken:
    """A channel on which a job says that it is locked down, and then nothing any more."""

    def __init__(self) -> None:
        self.said: list[list[Any]] = [["ready", []]]

    def send(self, value: list[Any]) -> None: ...

    def receive(self, cap: int | None = None) -> list[Any]:
        if not self.said:
            raise Stopped(by_time=False)
        return self.said.pop()

    def close(self) -> None: ...


@pytest.mark.parametrize(("status", "fault"), [(signal.SIGKILL, True), (signal.SIGSEGV, False)], ids=["killed", "crashed"])
def test_a_job_that_is_killed_from_outside_while_it_reads_is_a_fault_and_no_refusal(status: int, fault: bool) -> None:
    job = Job(lambda limits: ended_child(status, 0.1, killed=False), SMALL)
    with pytest.raises(SandboxFault, match="killed from outside") if fault else contextlib.nullcontext():
        job.read(b"h = 1", "py")
        assert job.refused.startswith("The file could not be read")


STUBBORN = {
    "swallows-what-stops-it": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "swallows-it-in-a-function": "def f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()",
    "power-without-end": "z = 10 ** 10 ** 8",
    "pattern-without-end": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
    "stubborn-del": "class D:\n    def __del__(self):\n        while True: pass\nD()",
}


@pytest.mark.parametrize("text", STUBBORN.values(), ids=STUBBORN)
def test_a_stubborn_statement_ends_one_way_or_the_other(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, f"h = x\n{text}\n", [[1.0]])
    if outcome.ended is Ended.DONE:
        assert values(outcome) == [1.0]
    else:
        assert outcome.ended is Ended.TIME


def test_a_program_that_sleeps_is_killed_from_outside() -> None:
    """Sleeping costs no CPU time: only the judge's own clock ends it."""
    with Sandbox(Level.A, Limits(wall_seconds=1.0, cpu_seconds=30.0, statement_seconds=30.0)) as sandbox:
        outcome = run(sandbox, "import time\nh = x\ntime.sleep(1000)\n", [[1.0]])
        assert (outcome.ended, outcome.cases) == (Ended.TIME, ())
        assert values(run(sandbox, "h = x\n")) == [1.0, 2.0]


MEMORY = {
    "list": "z = [0] * 10**10",
    "array": "import numpy as np\nz = np.ones(10**9)",
    "growing": "import numpy as np\nz = []\nwhile True: z.append(np.empty(10**7))",
    "text": "z = 'x' * 10**10",
}


@pytest.mark.parametrize("text", MEMORY.values(), ids=MEMORY)
def test_a_program_that_wants_all_memory_gets_a_memory_error(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, f"h = x\n{text}\nerror = x\n", [[1.0]])
    assert [told.error for told in outcome.cases[0].raised] == ["MemoryError"]
    assert (outcome.ended, values(outcome)) == (Ended.DONE, [1.0])
    assert outcome.rss_kb < SMALL.memory_mb << 10


def test_printing_without_end_is_stopped(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = x\nwhile True: print('x' * 1000)\n", [[1.0]])
    assert [told.error for told in outcome.cases[0].raised] == ["OutputFlood"]
    assert values(outcome) == [1.0]


def test_printing_as_students_print_is_no_error(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "h = x\nfor i in range(100): print(i, h)\nimport sys\nprint('x', file=sys.stderr, flush=True)\n")
    assert all(not case.raised for case in outcome.cases)


def test_what_one_job_leaves_behind_does_not_reach_the_next(sandbox: Sandbox) -> None:
    text = "import builtins, sys, os, math\nbuiltins.stolen = 7\nsys.stolen = 7\nos.environ['STOLEN'] = '7'\nmath.pi = 3\nh = x\n"
    assert values(run(sandbox, text)) == [1.0, 2.0]
    look = "import builtins, sys, os, math\nh = [hasattr(builtins, 'stolen'), hasattr(sys, 'stolen'), 'STOLEN' in os.environ]\n"
    look += "h.append(math.pi < 3.1)\n"
    assert values(run(sandbox, look))[0] == [False] * 4


def test_a_job_may_have_limits_of_its_own(sandbox: Sandbox) -> None:
    text = b"h = x\nn = 0\nwhile n < 10**9: n += 1\n"
    with sandbox.job(text, "py", replace(SMALL, statement_seconds=0.05)) as job:
        outcome = job.run(names=NAMES, givens=["x"], mended=[], cases=[[1.0]])
    assert (outcome.ended, values(outcome)) == (Ended.DONE, [1.0])
    assert outcome.cases[0].raised[0].error == "StatementTimeout"
    with sandbox.job(b"import numpy as np\nh = np.ones(10_000)\n", "py", replace(SMALL, frame_kb=1024)) as job:
        assert job.run(names=NAMES, givens=["x"], mended=[], cases=[[1.0]]).ended is Ended.DONE


def test_a_program_that_is_given_nothing_is_run_once_for_all_cases(sandbox: Sandbox) -> None:
    """And a statement of it may take as long as a call."""
    text = b"import time\nstart = time.process_time()\nwhile time.process_time() < start + 0.15: pass\nh = 1\n"
    with sandbox.job(text, "py", replace(SMALL, statement_seconds=0.05, call_seconds=3.0)) as job:
        outcome = job.run(names=NAMES, givens=[], mended=[], cases=[[]] * 10)
    assert (outcome.ended, values(outcome), outcome.cases[0].raised) == (Ended.DONE, [1.0] * 10, ())


def test_a_job_that_is_left_before_it_is_run_is_gone(sandbox: Sandbox) -> None:
    with sandbox.job(b"h = 1\n", "py") as job:
        assert job.text == "h = 1"
    assert values(run(sandbox, "h = x\n")) == [1.0, 2.0]


def test_a_judge_that_fails_in_the_middle_leaves_no_job(sandbox: Sandbox) -> None:
    with contextlib.suppress(ZeroDivisionError), sandbox.job(b"h = 1\n", "py"):
        _ = 1 / 0
    assert values(run(sandbox, "h = x\n")) == [1.0, 2.0]


def test_two_hundred_jobs_leave_no_descriptor(sandbox: Sandbox) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(200):
        run(sandbox, "h = x\n")
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.fixture
def own() -> Iterator[Sandbox]:
    """A sandbox of this test alone, to be ill-treated."""
    with Sandbox(Level.A, SMALL) as sandbox:
        yield sandbox


def test_a_killed_zygote_is_a_fault_and_a_new_one_works(own: Sandbox) -> None:
    assert own._process is not None
    assert own._control is not None
    own._process.kill()
    own._process.wait()
    gone = select.poll()  # bubblewrap has ended; the zygote within it ends with it, a moment later
    gone.register(own._control, select.POLLHUP)
    assert gone.poll(10_000)
    with pytest.raises(SandboxFault):
        own.job(b"h = 1\n", "py")
    own.restart()
    assert values(run(own, "h = x\n")) == [1.0, 2.0]


def ended(processes: list[int]) -> None:
    """Wait until all of them are dead, by their pidfds."""
    for process in processes:
        poll = select.poll()
        poll.register(process, select.POLLIN)
        assert poll.poll(10_000), "a process outlived its sandbox"
        os.close(process)


def test_a_zygote_killed_in_the_middle_of_a_job_is_a_fault_not_an_answer(own: Sandbox) -> None:
    job = own.job(b"h = 1\n", "py")
    family = [os.pidfd_open(pid) for pid in descendants(own.pid)]
    assert own._process is not None
    own._process.kill()
    ended(family)
    with pytest.raises(SandboxFault):
        job.run(names=NAMES, givens=["x"], mended=[], cases=[[1.0]])
    own.restart()
    assert values(run(own, "h = x\n")) == [1.0, 2.0]


def test_a_sandbox_that_was_stopped_is_a_fault(own: Sandbox) -> None:
    own.stop()
    own.stop()
    with pytest.raises(SandboxFault, match="not running"):
        own.job(b"h = 1\n", "py")


def test_after_the_end_no_process_is_left() -> None:
    sandbox = Sandbox(Level.A, SMALL)
    sandbox.start()
    job = sandbox.job(b"h = 1\n", "py")
    family = [os.pidfd_open(pid) for pid in descendants(sandbox.pid)]
    assert len(family) >= 3  # bubblewrap, its first process inside, the zygote, the job
    sandbox.stop()
    with pytest.raises(SandboxFault):
        job.close()
    ended(family)


def test_a_sandbox_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.sandbox import host
    from autograder.sandbox.isolation import Launch

    broken = Launch(("/bin/sh", "-c", "echo no user namespaces here >&2; exit 1"), {})
    monkeypatch.setattr(host, "launch", lambda layers: broken)
    with pytest.raises(IsolationError, match=r"cannot start: no user namespaces here\. See `descent doctor`"):
        Sandbox(Level.A, SMALL).start()


def test_a_sandbox_without_libseccomp_leaves_no_zygote(own: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.sandbox import syscalls

    def missing() -> bytes:
        raise IsolationError("libseccomp was not found.")

    own.stop()
    monkeypatch.setattr(syscalls, "compiled", missing)
    with pytest.raises(IsolationError, match="libseccomp was not found"):
        own.start()
    assert own._process is None
    assert own._control is None


def test_a_filter_that_the_kernel_does_not_take_is_a_fault(own: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """No layer is skipped in silence."""
    from autograder.sandbox import syscalls

    monkeypatch.setattr(syscalls, "compiled", lambda: b"\xff" * 16)
    own.restart()
    with pytest.raises(SandboxFault, match="locked down"):
        own.job(b"h = 1\n", "py")


@contextlib.contextmanager
def descriptors_left(count: int) -> Iterator[None]:
    """So many more files can be opened, and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = [os.open("/dev/null", os.O_RDONLY) for _ in range(count + 1)]
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (lowest[-1], hard))
        for one in lowest:
            os.close(one)
        lowest = []
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for one in lowest:
            os.close(one)


@pytest.mark.parametrize("left", [0, 1, 3])
def test_a_machine_without_descriptors_is_our_fault_and_no_answer(sandbox: Sandbox, left: int) -> None:
    with descriptors_left(left), pytest.raises(SandboxFault, match="could not start a job: Too many open files"):
        sandbox.job(b"h = 1\n", "py")


@pytest.mark.parametrize("left", [0, 2])
def test_a_sandbox_that_finds_no_descriptor_does_not_start_and_leaves_nothing(left: int) -> None:
    there = len(os.listdir("/proc/self/fd"))
    with descriptors_left(left), pytest.raises(SandboxFault, match="cannot be started: Too many open files"):
        Sandbox(Level.A, SMALL).start()
    assert len(os.listdir("/proc/self/fd")) == there


SIGNALS = """
import signal
known = {signal.SIGALRM, signal.SIGPIPE, signal.SIGXFSZ, signal.SIGKILL, signal.SIGSTOP, signal.SIGINT}
h = x * sum(signal.getsignal(one) not in (signal.SIG_DFL, None) for one in signal.valid_signals() - known)
error = x * (len(signal.pthread_sigmask(signal.SIG_BLOCK, [])) + (signal.getsignal(signal.SIGINT) is signal.SIG_IGN))
"""


@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_what_the_judges_shell_ignores_or_blocks_is_not_inherited(level: Level) -> None:
    """Under nohup, and in the background of a shell."""
    if level is Level.B and not try_level(Level.B).works:
        pytest.skip("level B needs root")
    ignored = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ignored}
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    try:
        with Sandbox(level, SMALL) as sandbox:
            outcome = run(sandbox, SIGNALS)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in before.items():
            signal.signal(number, handler)
    assert (values(outcome), values(outcome, "error")) == ([0.0, 0.0], [0.0, 0.0])
