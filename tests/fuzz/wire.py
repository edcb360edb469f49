"""Is there any input at all that breaks a promise? `python -m tests.fuzz.wire --seconds 600`

A coverage-guided search (atheris, libFuzzer): from the corpus on, it keeps what reaches code that nothing reached before, and changes
that further. The first byte of an input says of which kind it is. What breaks a promise is saved into the corpus, where the tests
find it again, and the exit code is 1; an end by itself (a crash of Python, an endless loop) counts as well.
"""

import argparse
import contextlib
import hashlib
import importlib
import importlib.util
import re
import resource
import subprocess
import sys
import tempfile
import time
import traceback
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "sandbox" / "corpus"
PROMISES = "tests.fuzz.promises"
LONGEST = 4096
MEMORY = 2 << 30
SLOWEST_SECONDS = 20
EVERY_SECONDS = 10.0
SPARE_SECONDS = 120.0
MOST_FOUND = 20  # different ones, after which enough is known
INPUTS, FOUND, LAST = "inputs", "found", "last-"  # of the folder that the two processes share
DONE = re.compile(r"Done (\d+) runs in")


def main() -> int:
    """Search, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="where the search starts from and findings are saved")
    parser.add_argument("--promises", default=PROMISES, help="the module that holds them")
    parser.add_argument("--seeds", type=Path, help=argparse.SUPPRESS)  # given to the process that searches
    chosen = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed. It is part of the dev group on Linux, x86-64, with Python 3.11 and 3.12.", file=sys.stderr)
        return 2
    if chosen.seeds is not None:
        search(chosen.seeds, chosen.promises, chosen.seconds)
    return watch(chosen.corpus, chosen.promises, chosen.seconds)


def watch(corpus: Path, promises: str, seconds: int) -> int:
    """Search in a process of its own, which libFuzzer ends in its own way; 1 if anything was found."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        seeds = Path(folder)
        endings = list(importlib.import_module(promises).KINDS)
        plant(corpus, seeds, endings)
        command = [sys.executable, "-m", "tests.fuzz.wire", "--seconds", str(seconds), "--seeds", folder, "--promises", promises]
        process = subprocess.Popen(command, stderr=said)
        try:
            code = process.wait(seconds + SPARE_SECONDS)
        except subprocess.TimeoutExpired:
            code = -1
        except KeyboardInterrupt:
            code = 0
        finally:
            process.kill()
            process.wait()
        for left in seeds.glob(f"{LAST}*"):
            keep(seeds, endings, left.read_bytes())
        findings = [path.replace(corpus / path.name) for path in sorted((seeds / FOUND).glob("*"))]
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    runs = DONE.search(words)
    print(f"{int(runs[1]) if runs else 0:,} inputs, {len(findings)} findings")
    for path in findings:
        print(f"  {path}")
    if code:
        print(f"The search ended by itself (exit code {code}):\n{words[-4000:]}", file=sys.stderr)
    return 1 if findings or code else 0


def plant(corpus: Path, seeds: Path, endings: list[str]) -> None:
    """The corpus as inputs of the search: the kind, and the bytes."""
    (seeds / INPUTS).mkdir()
    (seeds / FOUND).mkdir()
    for path in corpus.iterdir():
        if (ending := path.suffix[1:]) in endings:
            (seeds / INPUTS / path.name).write_bytes(bytes([endings.index(ending)]) + path.read_bytes())


def keep(seeds: Path, endings: list[str], data: bytes) -> Path:
    """Put an input that broke a promise where the one who watches looks."""
    content = data[1:]
    path = seeds / FOUND / f"found-{hashlib.sha256(content).hexdigest()[:12]}.{endings[data[0] % len(endings)] if data else endings[0]}"
    path.write_bytes(content)
    return path


def search(seeds: Path, promises: str, seconds: int) -> None:
    """Try inputs until the time is over. Does not return: libFuzzer ends the process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["autograder.sandbox"]):
        kept = importlib.import_module(promises)
    words = seeds / "words"
    words.write_text("".join(f'"{word}"\n' for word in kept.WORDS), encoding="ascii")
    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST_SECONDS}", f"-rss_limit_mb={MEMORY >> 20}",
        f"-dict={words}", f"-artifact_prefix={seeds}/{LAST}",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(seeds / INPUTS)], Tried(seeds, kept))
    atheris.Fuzz()


class Tried:
    """Tries one input after another; counts them, and keeps of each kind of failure the first."""

    def __init__(self, seeds: Path, promises: Any) -> None:
        self._seeds = seeds
        self._kinds = list(promises.KINDS.items())
        self._dearest, self._beside = promises.DEAREST, promises.BESIDE
        self._known: set[str] = set()
        self._count = 0
        self._start = self._told = time.monotonic()

    def __call__(self, data: bytes) -> None:
        if not data:
            return
        ending, promise = self._kinds[data[0] % len(self._kinds)]
        self._count += 1
        try:
            if ending == "payload":
                with self._cheap(len(data)):
                    promise(data[1:])
            else:
                promise(data[1:])
        except Exception as error:
            self._keep(data, error)
        if (now := time.monotonic()) - self._told >= EVERY_SECONDS:
            self._told = now
            print(f"{now - self._start:6.0f} s {self._count:12,} inputs {len(self._known):4} findings", flush=True)

    @contextlib.contextmanager
    def _cheap(self, length: int) -> Iterator[None]:
        """It costs no more memory than is promised."""
        tracemalloc.start()
        try:
            yield
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak <= self._dearest * length + self._beside, f"{length} bytes cost {peak} bytes of memory"

    def _keep(self, data: bytes, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        if where in self._known or len(self._known) >= MOST_FOUND:
            return
        self._known.add(where)
        print(f"found: {keep(self._seeds, [ending for ending, _ in self._kinds], data).name}: {where}: {error}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
