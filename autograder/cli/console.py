"""What may be printed here: which characters, and colour or not?

A Windows console that knows no check mark still shows every sentence; a pipe and NO_COLOR get plain text.
"""

import codecs
import os
import sys
from collections.abc import Mapping
from typing import IO, Any

PLAIN = str.maketrans(
    dict(zip("✓✔✗✘•·○●–—−─│└├×↳◇█‘’", "++xx*.o*----|`|x>##''", strict=True))
    | {"→": "->", "←": "<-", "“": '"', "”": '"', "…": "...", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~"}
    | {"∂": "d", "α": "alpha", "η": "eta", "δ": "delta", "σ": "sigma", "ŷ": "y^"}
)


def prepare() -> None:
    """Let stdout and stderr print any text: what their encoding lacks is spelled in ASCII."""
    codecs.register_error("descent", _spelled)
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(errors="descent")


def _spelled(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.end].translate(PLAIN)
    return piece.encode("ascii", "replace").decode("ascii"), error.end


def colour(stream: IO[str] | None = None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to print colours: never with NO_COLOR, always with FORCE_COLOR, else on a terminal that shows them."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("TERM") == "dumb" or not (sys.stdout if stream is None else stream).isatty():
        return False
    return sys.platform != "win32" or "WT_SESSION" in environment or "ANSICON" in environment


def print_json(value: Any) -> None:
    """Print a Struct as indented JSON in ASCII, which every console and every reader takes."""
    import json

    import msgspec

    print(json.dumps(json.loads(msgspec.json.encode(value)), indent=2))
