"""The search runs, finds nothing in what is promised, and finds what is broken on purpose."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.wire import CORPUS

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None,
    reason="atheris is not installed: it is there for Linux on x86-64 with Python 3.11 and 3.12",
)
PLANTED = """
DEAREST, BESIDE, WORDS = 64, 1 << 12, ("crash",)


def payload(data):
    if data[:1] == b"\\x07":
        raise KeyError("planted")
    if data[:2] == b"\\x08\\x08":
        return [0] * 100_000
    return "taken"


def stream(data):
    import os

    if data[:5] == b"crash":
        os.abort()
    return "taken"


KINDS = {"payload": payload, "stream": stream}
"""


def search(root: Path, corpus: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz.wire", "--corpus", str(corpus), *more]
    return subprocess.run(command, cwd=root, capture_output=True, check=False, text=True)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of what is kept, so that a finding of this short search is not taken for one of a long one."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for path in CORPUS.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_a_short_search_finds_nothing(root: Path, corpus: Path) -> None:
    done = search(root, corpus, "--seconds", "2")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    count, found = done.stdout.splitlines()[-1].removesuffix(" findings").split(" inputs, ")
    assert int(count.replace(",", "")) > 100
    assert found == "0"


def test_what_is_broken_on_purpose_is_found_and_kept(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception, memory beyond what is promised, and a crash of Python itself, each with the input that brings it about."""
    (tmp_path / "planted.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, content in {"a.payload": b"\7", "b.payload": b"\x08\x08", "c.stream": b"crash"}.items():
        (corpus / name).write_bytes(content)
    done = search(root, corpus, "--seconds", "20", "--promises", "planted")
    assert done.returncode == 1, done.stderr
    kept = sorted((path.suffix, path.read_bytes()[:2]) for path in corpus.glob("found-*"))
    assert kept == [(".payload", b"\7"), (".payload", b"\x08\x08"), (".stream", b"cr")]
    assert "KeyError" in done.stdout
    assert "bytes of memory" in done.stdout
    assert "ended by itself" in done.stderr
