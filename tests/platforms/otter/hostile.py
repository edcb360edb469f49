"""What students hand in to have code of theirs run by otter, or points by it: each leaves a trace, a file, where it gets through.

`@TRACES@` stands for the folder of the traces.
"""

import io
import json
import zipfile
from pathlib import Path

NOTHING = "h = nn_output = error = error_term = 1.0\ndel_w = [1.0, 1.0, 1.0, 1.0]\n"
TRACE = 'open("@TRACES@/{name}", "w").write("here")\n'
LOG = b"cbuiltins\nopen\n(V@TRACES@/log\nVw\ntR."
"""A pickle that opens a file for writing where it is read (protocol 0)."""
OWN_TEST = """from otter.test_files import test_case

open("@TRACES@/own-test", "w")
OK_FORMAT = False
name = "{name}"
points = 2


@test_case(points=2)
def always(env):
    pass
"""
PATCHED = f"import numpy as np\nnp.allclose = np.isclose = lambda *a, **k: True\n{NOTHING}"
PICKLED = f"""import os, pickle
class Payload:
    def __reduce__(self):
        return os.mkdir, ("@TRACES@/unpickled",)
payload = pickle.dumps(Payload())
pickle.dump = lambda results, file, *rest: file.write(payload)
{NOTHING}"""
SHADOWS = ("ipykernel_launcher", "ipykernel", "IPython", "otter", "nbconvert", "pandas", "sitecustomize", "tests/h", "h")
"""Modules that a kernel would take from the folder that it starts in, or otter from its own current one."""


def notebook(source: str, metadata: dict[str, object] | None = None) -> bytes:
    """A notebook of one code cell."""
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None, "source": source}
    return json.dumps({"cells": [cell], "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """A submission as `grader.export()` makes it, with whatever is put into it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return content.getvalue()


def submissions(traces: Path, work: str) -> dict[str, tuple[str, bytes]]:
    """By what each tries. Those that are notebooks hold `work`, and are worth what that is worth; the others none."""
    tests = {name: OWN_TEST.format(name=name) for name in ("h", "nn_output", "error", "error_term", "del_w")}
    metadata = {
        "kernelspec": {"name": "hostile", "display_name": "Mine", "language": "python"},
        "otter": {"OK_FORMAT": False, "tests": tests},
    }
    made = {
        "patched": ("gradient.py", PATCHED.encode()),
        "pickled": ("gradient.py", PICKLED.encode()),
        "metadata": ("gradient.ipynb", notebook(work, metadata)),
        "beside": (
            "gradient_2026.zip",
            zipped(
                {
                    "gradient.ipynb": notebook(work),
                    ".OTTER_LOG": LOG,
                    ".otter_log": LOG,
                    "inside/.OTTER_LOG": LOG,
                    "results.pkl": LOG,
                    "a.otter": b"{}",
                    **{f"{name}.py": TRACE.format(name=name.replace("/", "-")).encode() for name in SHADOWS},
                }
            ),
        ),
    }
    return {tries: (name, _traced(content, traces)) for tries, (name, content) in made.items()}


def _traced(content: bytes, traces: Path) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.replace(b"@TRACES@", str(traces).encode())
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return zipped({name: opened.read(name).replace(b"@TRACES@", str(traces).encode()) for name in opened.namelist()})
