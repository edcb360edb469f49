"""How much may one run of one submission use?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one child process.

    Attributes:
        wall_seconds: from its start to its last frame; the judge kills it from outside.
        cpu_seconds: CPU time, rounded up to whole seconds by the kernel.
        statement_seconds: a single statement is interrupted after this; the program goes on with the next.
        call_seconds: one call of a student's function is, and one statement of a program that is run once.
        memory_mb: address space.
        output_kb: what it may print in one case or one call; nothing of it is kept.
        source_kb: the code in a submitted file.
        frame_kb: what it may send back for one case or one call.
    """

    wall_seconds: float = 10.0
    cpu_seconds: float = 8.0
    statement_seconds: float = 2.0
    call_seconds: float = 10.0
    memory_mb: int = 512
    output_kb: int = 4096
    source_kb: int = 1024
    frame_kb: int = 1024
