"""How does one process of the sandbox come to its end, and what is known of that end?"""

import contextlib
import json
import os
import select
import signal
import socket
from enum import StrEnum
from typing import Any

from autograder.errors import SandboxFault
from autograder.sandbox.channel import Channel

ENDING_MILLISECONDS = 20
DYING_MILLISECONDS = 1000
SKEW = 0.75  # the kernel's limit counts ticks, its bill does not: under load the two were seen to differ by 15 %
MESSAGE = 1 << 16  # bytes of what the zygote says


class Ended(StrEnum):
    """How a child's run came to its end."""

    DONE = "done"
    TIME = "time"
    EARLY = "early"
    GARBLED = "garbled"


class Child:
    """One process: the way to it, and its end."""

    def __init__(self, channel: Channel, pidfd: int, control: socket.socket, cpu_seconds: float) -> None:
        self.channel = channel
        self._pidfd = pidfd
        self._control = control
        self._cpu_seconds = cpu_seconds
        self._killed = False
        self.usage: dict[str, Any] = {}

    def why_early(self) -> Ended:
        """A child that ended by itself, by the kernel's limit on CPU time, or by a hand that was neither its own nor ours.

        Raises:
            SandboxFault: it was killed from outside.
        """
        status = self.usage["status"]
        if self._killed or not os.WIFSIGNALED(status) or os.WTERMSIG(status) not in (signal.SIGXCPU, signal.SIGKILL):
            return Ended.EARLY
        if os.WTERMSIG(status) == signal.SIGXCPU or self.usage["cpu"] >= SKEW * self._cpu_seconds:
            return Ended.TIME
        raise SandboxFault("A job was killed from outside, most likely because the machine ran out of memory.")

    def close(self) -> None:
        """Kill it if it still lives, and hear from the zygote how it ended.

        Raises:
            SandboxFault: the zygote does not say so.
        """
        self.channel.close()
        if self._pidfd < 0:
            return
        try:
            self._killed = _kill(self._pidfd, DYING_MILLISECONDS if self.channel.ended else ENDING_MILLISECONDS)
        finally:
            os.close(self._pidfd)
            self._pidfd = -1
        try:
            self.usage = json.loads(self._control.recv(MESSAGE) or b"{}")
        except OSError as error:
            raise SandboxFault(f"The sandbox does not say how a job ended: {error}.") from error
        if "status" not in self.usage:
            raise SandboxFault("The sandbox ended while a job was running.")


def _kill(pidfd: int, patience: int) -> bool:
    """Kill a process that has not ended by itself within so many milliseconds. Whether that was needed.

    One that is killed from outside lets go of its pipe a little before its end can be seen; on a busy machine that little is long.
    """
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    if poll.poll(patience):
        return False
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    return True
