"""What a program can do in the sandbox is arithmetic: each door is tried from inside, with every layer and with each left out.

A program says 1 where a door opened and 0 where it did not. One job tries all doors; a door that is found open is named.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.errors import IsolationError
from autograder.sandbox.host import USERS, Ended, Sandbox
from autograder.sandbox.isolation import ENVIRONMENT, LAYERS, Layer, Level
from tests.sandbox.conftest import SMALL
from tests.sandbox.processes import descendants

DOORS = {
    "reads_a_file": "open(os.__file__).read()",
    "reads_passwords": "open('/etc/passwd').read()",
    "reads_by_descriptor": "os.open('/', os.O_RDONLY)",
    "lists_a_folder": "os.listdir('/')",
    "asks_for_a_file": "os.stat('/')",
    "writes_a_file": "open('/dev/null', 'w')",
    "writes_to_memory_file": "os.memfd_create('x')",
    "makes_a_folder": "os.mkdir('/x')",
    "removes_a_file": "os.unlink('/x')",
    "changes_folder": "os.chdir('/')",
    "opens_a_socket": "socket.socket()",
    "opens_a_local_socket": "socket.socket(socket.AF_UNIX)",
    "opens_a_netlink_socket": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
    "opens_a_pair": "socket.socketpair()",
    "makes_a_pipe": "os.pipe()",
    "copies_a_descriptor": "os.dup(3)",
    "forks": "os._exit(0) if os.fork() == 0 else None",
    "clones": "call(56, 17, 0, 0, 0, 0)",
    "clones_anew": "call(435, 0, 0)",
    "starts_a_thread": "threading.Thread(target=int).start()",
    "runs_a_program": "os.execv('/bin/sh', ['sh'])",
    "spawns_a_program": "os.posix_spawn('/bin/sh', ['sh'], {})",
    "runs_a_program_by_descriptor": "call(322, 3, b'', 0, 0, 0x1000)",
    "signals_its_parent": "os.kill(1, 0)",
    "signals_itself": "os.kill(os.getpid(), 0)",
    "signals_everybody": "os.kill(-1, 0)",
    "signals_by_thread": "call(234, os.getpid(), os.getpid(), 0)",
    "traces_its_parent": "call(101, 16, 1, 0, 0)",
    "lets_itself_be_traced": "call(101, 0, 0, 0, 0)",
    "reads_others_memory": "call(310, 1, 0, 0, 0, 0, 0)",
    "takes_others_descriptors": "call(438, 3, 3, 0)",
    "makes_namespaces": "call(272, 0x10000000)",
    "joins_namespaces": "call(308, 3, 0)",
    "mounts": "call(165, b'x', b'/', b'tmpfs', 0, 0)",
    "changes_root": "call(161, b'/')",
    "becomes_root": "os.setuid(0)",
    "becomes_dumpable": "call(157, 4, 1, 0, 0, 0)",
    "loads_a_filter": "call(317, 1, 0, 0)",
    "raises_its_limits": "resource_limit()",
    "uses_keys": "call(250, 0, -3, 1)",
    "uses_io_uring": "call(425, 8, 0)",
    "uses_bpf": "call(321, 0, 0, 0)",
    "uses_perf": "call(298, 0, 0, -1, -1, 0)",
    "faults_in_user_space": "call(323, 0)",
    "waits_for_files": "call(253)",
    "makes_executable_memory": "mapping(7)",
    "makes_memory_executable": "executable()",
    "pushes_to_the_terminal": "call(16, 0, 0x5412, b'x')",
    "writes_to_another_descriptor": "os.write(9, b'x')",
    "loads_a_library": "ctypes.CDLL('libcrypto.so')",
    "imports_from_files": "importlib.import_module('sqlite3')",
    "imports_subprocess": "importlib.import_module('subprocess').run(['true'])",
    "imports_multiprocessing": "importlib.import_module('multiprocessing')",
    "imports_the_course": "importlib.import_module('autograder.course')",
    "finds_hidden_state": "os.environ['HOME']",
}
CANARY = """
import ctypes, importlib, os, socket, sys, threading
import numpy as np
libc = ctypes.CDLL(None, use_errno=True)
def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError
def mapping(protection):
    libc.mmap.restype = ctypes.c_void_p
    if libc.mmap(None, 4096, protection, 0x22, -1, 0) == ctypes.c_void_p(-1).value:
        raise OSError
def executable():
    page = ctypes.create_string_buffer(8192)
    if libc.mprotect(ctypes.c_void_p((ctypes.addressof(page) + 4095) & ~4095), 4096, 7) < 0:
        raise OSError
def resource_limit():
    call(302, 0, 7, (ctypes.c_ulong * 2)(99, 99), None)
def opens(door):
    try:
        eval(door)
    except BaseException:
        return 0.0
    return 1.0
arithmetic = float(np.dot(x, x))
"""
LOOK = """
import os, sys
environment = len([name for name in os.environ if name not in KNOWN])
descriptors = 0
for number in range(1024):
    try:
        os.lseek(number, 0, 1)  # fstat is denied for what it is, lseek only for a number that is not open
        descriptors += 1
    except OSError as error:
        descriptors += error.errno != 9
others = len([name for name in sys.modules if name.startswith(("autograder.", "inside.judge", "solutions", "questions"))])
user = os.getpid() == 1
"""


def open_doors(sandbox: Sandbox, doors: dict[str, str] = DOORS) -> set[str]:
    """The doors that a program finds open."""
    text = CANARY + "".join(f"{name} = opens({door!r})\n" for name, door in doors.items())
    with sandbox.job(text.encode(), "py") as job:
        outcome = job.run(names=["arithmetic", *doors], givens=["x"], mended=[], cases=[[2.0]])
    assert outcome.ended is Ended.DONE
    assert outcome.cases[0].values["arithmetic"] == 4.0
    return {name for name in doors if outcome.cases[0].values[name] != 0.0}


def look(sandbox: Sandbox) -> dict[str, float]:
    names = ["environment", "descriptors", "others", "user"]
    text = LOOK.replace("KNOWN", repr([*ENVIRONMENT, "PWD", "LC_CTYPE"]))
    with sandbox.job(text.encode(), "py") as job:
        outcome = job.run(names=names, givens=[], mended=[], cases=[[]])
    return {name: float(outcome.cases[0].values[name]) for name in names}


def test_no_door_is_open(sandbox: Sandbox) -> None:
    assert open_doors(sandbox) == set()


def test_a_canary_that_could_not_sing_would_be_heard(sandbox: Sandbox) -> None:
    """The way in which doors are tried sees an open one."""
    assert open_doors(sandbox, {"adds": "1 + 1", "knows_itself": "os.getpid()", "divides": "1 / 0"}) == {"adds", "knows_itself"}


def test_nothing_of_the_outside_is_there(sandbox: Sandbox) -> None:
    """Its four descriptors but the one from the judge, the environment that we set, no module of ours, and itself alone."""
    assert look(sandbox) == {"environment": 0.0, "descriptors": 3.0, "others": 0.0, "user": 1.0}


def test_after_all_doors_were_tried_the_next_job_is_right(sandbox: Sandbox) -> None:
    for _ in range(3):
        open_doors(sandbox)
    assert look(sandbox)["descriptors"] == 3.0


@pytest.mark.parametrize("left_out", [Layer.LANDLOCK, Layer.NAMESPACES])
def test_without_namespaces_or_landlock_no_door_opens_either(left_out: Layer) -> None:
    with Sandbox(Level.A, SMALL, layers=LAYERS[Level.A] - {left_out}) as sandbox:
        assert open_doors(sandbox) == set()


VITAL = {
    "reads_a_file", "reads_passwords", "reads_by_descriptor", "lists_a_folder", "writes_a_file", "makes_a_folder", "removes_a_file",
    "runs_a_program", "spawns_a_program", "runs_a_program_by_descriptor", "traces_its_parent", "takes_others_descriptors", "mounts",
    "changes_root", "becomes_root", "raises_its_limits", "uses_bpf", "pushes_to_the_terminal", "imports_from_files",
}  # fmt: skip


def test_without_seccomp_files_and_programs_stay_out_of_reach() -> None:
    with Sandbox(Level.A, SMALL, layers=LAYERS[Level.A] - {Layer.SECCOMP}) as sandbox:
        assert open_doors(sandbox, {name: DOORS[name] for name in sorted(VITAL)}) == set()


@pytest.fixture(scope="module")
def level_b() -> Iterator[Sandbox]:
    """A sandbox of level B, where the tests run as root."""
    if os.geteuid() != 0:
        pytest.skip("level B gives each job a user of its own, which only root can do")
    try:
        sandbox = Sandbox(Level.B, SMALL)
        sandbox.start()
    except IsolationError as error:
        pytest.skip(f"level B does not start here: {error}")
    yield sandbox
    sandbox.stop()


def test_level_b_opens_no_door(level_b: Sandbox) -> None:
    assert open_doors(level_b) == set()


def test_level_b_shows_nothing_of_the_outside(level_b: Sandbox) -> None:
    assert look(level_b) == {"environment": 0.0, "descriptors": 3.0, "others": 0.0, "user": 0.0}


def test_level_b_gives_each_job_a_user_of_its_own(level_b: Sandbox) -> None:
    users = set()
    for _ in range(3):
        with level_b.job(b"h = 1\n", "py"):
            assert level_b._process is not None
            status = Path(f"/proc/{descendants(level_b._process.pid)[-1]}/status").read_text()
        users.add(tuple(line for line in status.splitlines() if line.startswith(("Uid:", "Gid:", "Groups:", "CapEff:"))))
    assert len(users) == 3
    for uid, gid, groups, capabilities in users:
        assert set(uid.split()[1:]) == set(gid.split()[1:])
        assert int(uid.split()[1]) in USERS
        assert (groups.split()[1:], int(capabilities.split()[1], 16)) == ([], 0)


def test_level_b_gives_the_right_values(level_b: Sandbox) -> None:
    with level_b.job(b"h = x * 2\n", "py") as job:
        outcome = job.run(names=["h"], givens=["x"], mended=[], cases=[[1.0], [4.0]])
    assert [case.values["h"].tolist() for case in outcome.cases] == [2.0, 8.0]


def test_the_judges_own_environment_does_not_reach_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESCENT_SECRET", "7")
    with Sandbox(Level.A, SMALL) as sandbox:
        assert look(sandbox)["environment"] == 0.0


def test_what_runs_inside_imports_nothing_of_the_judge() -> None:
    """The zygote is started with a path of its own: the package around it is not there."""
    import ast

    inside = Path(sys.modules["autograder.sandbox.host"].__file__ or "").with_name("inside")
    for module in inside.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            assert not [name for name in names if name.split(".")[0] not in {*sys.stdlib_module_names, "numpy"}], module.name
