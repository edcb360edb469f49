"""Nothing in the grader makes code or objects out of somebody's bytes, and nobody but the sandbox reads a student's text as Python.

Each exception stands here with its reason. One that is no longer there fails as well.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dangerous import FORBIDDEN, FORBIDDEN_MODULES, INSIDE, LOADERS, READERS, runners, uses
from tests.layers import imports

SANDBOX = "sandbox/inside/"  # of autograder/
MASTER = "the author's master, or the stub that is made from it"
FORMULAS = "the author's formulas in questions.py"
STUDENTS = "the student's text, in the sandbox or on the student's own machine"
DRIVER = "the author's driver, beside the student's code"
OURS = "what another process of ours says, in which no student's code runs"
FILES = "a file that `descent build` has written"
REPORT = "a report of ours"
NBGRADER = "what nbgrader itself has written of a notebook that it released"
SHOWN = "a student's notebook as JSON, of which graders are shown the texts: nothing of it is read as Python, and nothing marked by it"
LIST = "the list of what `descent collect` has collected"
ALLOWED = {
    "building/exporting.py _listed msgspec.json.decode": FILES,
    "building/cuts.py cuts ast.parse": MASTER,
    "building/definitions.py signature ast.parse": MASTER,
    "building/examples.py _source ast.parse": FORMULAS,
    "building/leaks.py _text json.loads": FILES,
    "building/leaks.py _words tokenize.generate_tokens": MASTER,
    "building/leaks.py pieces ast.parse": MASTER,
    "building/markers.py marks tokenize.generate_tokens": MASTER,
    "building/notebook.py _cells jupytext.reads": MASTER,
    "building/notebook.py notebook nbformat.validate": MASTER,
    "building/openness.py answered ast.parse": MASTER,
    "building/placeholders.py _statement ast.parse": MASTER,
    "building/placeholders.py _through_equals tokenize.generate_tokens": MASTER,
    "building/stub.py _broken ast.parse": MASTER,
    "building/stub.py stub ast.parse": MASTER,
    "cli/console.py print_json json.loads": REPORT,
    "course/load.py _run .exec_module": FORMULAS,
    "course/load.py _run importlib.util.spec_from_file_location": FORMULAS,
    "course/published.py loads msgspec.json.decode": FILES,
    "course/standins.py _pared ast.parse": MASTER,
    "gradebook/recording.py _read msgspec.json.decode": REPORT,
    "integrity/mutants.py _Master.__init__ ast.parse": MASTER,
    "integrity/programs.py _definition ast.parse": FORMULAS,
    "integrity/programs.py _literal ast.literal_eval": FORMULAS,
    "integrity/worker.py serve msgspec.json.decode": OURS,
    "integrity/workers.py _ask msgspec.json.decode": OURS,
    "marking/listed.py _read msgspec.json.decode": LIST,
    "marking/receipts.py read msgspec.json.decode": "a receipt that somebody shows: texts, numbers, a time",
    "marking/render.py Pages.finish json.loads": REPORT,
    "platforms/cells.py _bound ast.parse": MASTER,
    "platforms/collecting/output.py _strange msgspec.json.decode": "the list that an earlier collection left",
    "platforms/otter/student.py notebook json.loads": FILES,
    "platforms/gradescope/metadata.py read msgspec.json.decode": "what Gradescope says of a submission: addresses and points alone",
    "platforms/nbgrader/released.py released json.loads": NBGRADER,
    "platforms/nbgrader/showing.py _cells_of json.loads": SHOWN,
    "platforms/nbgrader/source.py handed_out json.loads": FILES,
    "platforms/nbgrader/source.py source_notebook json.loads": FILES,
    "platforms/pytest/checking.py _report msgspec.json.decode": "a report, on the student's own machine",
    "sandbox/child.py Child.close json.loads": OURS,
    "sandbox/host.py Sandbox._start json.loads": OURS,
    "sandbox/host.py Sandbox.start json.loads": OURS,
    "sandbox/inside/calls.py _run_driver builtins.compile": DRIVER,
    "sandbox/inside/calls.py _run_driver builtins.exec": DRIVER,
    "sandbox/inside/fingerprints.py _tokens tokenize.generate_tokens": STUDENTS,
    "sandbox/inside/formula.py formula builtins.compile": "the author's formula from examples.json, on the student's own machine",
    "sandbox/inside/formula.py formula builtins.exec": "the author's formula from examples.json, on the student's own machine",
    "sandbox/inside/program.py _compiled builtins.compile": STUDENTS,
    "sandbox/inside/program.py compile_source ast.parse": STUDENTS,
    "sandbox/inside/provided.py load importlib.import_module": "our own list of modules, before any student's code has run",
    "sandbox/inside/runner.py Runner._execute builtins.exec": STUDENTS,
    "sandbox/inside/sources.py _notebook json.loads": STUDENTS,
    "sandbox/inside/sources.py _stumbles ast.parse": STUDENTS,
    "sandbox/inside/sources.py _text importlib.util.decode_source": STUDENTS,
    "sandbox/inside/written.py _alone ast.parse": STUDENTS,
    "sandbox/inside/written.py _bound ast.parse": STUDENTS,
    "sandbox/inside/zygote.py main json.loads": OURS,
}
AT_HOME = {
    "grading/looking.py": {"call_live"},  # a live notebook's functions, in that notebook
    "grading/measuring.py": {"formula"},  # of examples.json, for `descent check`
    "grading/rehearsal.py": {"Runner", "extract"},  # `descent check`
}
"""Who outside of the sandbox runs a text: all of it on the student's own machine, and the student's own."""


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    """Each module of the grader, by its path in it."""
    for path in sorted((root / "autograder").rglob("*.py")):
        yield path.relative_to(root / "autograder").as_posix(), ast.parse(path.read_bytes())


def test_each_dangerous_thing_in_the_grader_is_known_and_has_its_reason(root: Path) -> None:
    found = {f"{path} {use.where} {use.what}" for path, tree in modules(root) for use in uses(tree)}
    assert found == set(ALLOWED)


def test_a_students_text_is_read_in_the_sandbox_alone() -> None:
    theirs = {where.split()[0] for where, reason in ALLOWED.items() if reason == STUDENTS}
    assert theirs == {f"{SANDBOX}{name}.py" for name in ("fingerprints", "program", "runner", "sources", "written")}


def test_nothing_runs_a_text_outside_of_the_sandbox_but_the_authors_questions() -> None:
    running = {where.split()[0] for where in ALLOWED if where.split()[2] in FORBIDDEN | LOADERS | {".exec_module"}}
    assert {path for path in running if not path.startswith(SANDBOX)} == {"course/load.py"}


def test_outside_of_the_sandbox_a_text_is_run_on_the_students_own_machine_alone(root: Path) -> None:
    found = {path: runners(tree) for path, tree in modules(root) if not path.startswith(SANDBOX)}
    assert {path: names for path, names in found.items() if names} == AT_HOME


def test_a_judge_does_not_even_import_what_runs_a_students_text(root: Path) -> None:
    """The sandbox starts that in a process of its own; of what is inside, a judge has the types and the wire."""
    graph = imports(root / "autograder")
    reached, todo = set[str](), ["autograder.marking.worker"]
    while todo:
        if (name := todo.pop()) not in reached:
            reached.add(name)
            todo += graph[name]
    assert "autograder.sandbox.host" in reached
    theirs = {
        "autograder.grading.looking",
        "autograder.grading.rehearsal",
        *(f"{INSIDE}.{name}" for name in ("job", "runner", "zygote")),
    }
    assert reached & theirs == set()


# --- what the rules see ----------------------------------------------------------------------------------------------------

CAUGHT = {
    "pickle": ("import pickle", "pickle"),
    "pickle-under-another-name": ("import pickle as p", "pickle"),
    "pickle-from": ("from pickle import loads", "pickle"),
    "pickle-inside-a-function": ("def f():\n    import pickle", "pickle"),
    "pickle-of-c": ("import _pickle", "_pickle"),
    "pickle-by-its-name": ("import importlib\nimportlib.import_module('pickle')", "pickle"),
    "pickle-by-dunder-import": ("__import__('pickle')", "builtins.__import__"),
    "dill": ("import dill.source", "dill.source"),
    "marshal": ("from marshal import loads", "marshal"),
    "shelve": ("import shelve", "shelve"),
    "cloudpickle": ("import cloudpickle", "cloudpickle"),
    "joblib": ("from joblib import load", "joblib"),
    "jsonpickle": ("import jsonpickle", "jsonpickle"),
    "processes-that-pickle": ("import multiprocessing.pool", "multiprocessing.pool"),
    "a-pool-that-pickles": (
        "from concurrent.futures import ProcessPoolExecutor as P\nP()", "concurrent.futures.ProcessPoolExecutor",
    ),
    "a-column-that-pickles": ("import sqlalchemy as sa\nsa.Column(sa.PickleType)", "sqlalchemy.PickleType"),
    "eval": ("eval('1')", "builtins.eval"),
    "eval-handed-on": ("list(map(eval, texts))", "builtins.eval"),
    "eval-by-its-module": ("import builtins\nbuiltins.eval('1')", "builtins.eval"),
    "eval-by-getattr": ("import builtins\ngetattr(builtins, 'eval')('1')", "builtins.eval"),
    "exec": ("exec(text)", "builtins.exec"),
    "exec-kept-for-later": ("run = exec", "builtins.exec"),
    "exec-in-a-method": ("class C:\n    def m(self):\n        exec(text)", "builtins.exec"),
    "exec-in-a-decorator": ("@exec\ndef f(): pass", "builtins.exec"),
    "exec-in-a-default": ("def f(run=exec): pass", "builtins.exec"),
    "exec-in-a-chain": ("exec(text).x.y", "builtins.exec"),
    "compile": ("compile(text, 'a', 'exec')", "builtins.compile"),
    "a-module-that-runs-files": ("import runpy", "runpy"),
    "a-console": ("import code", "code"),
    "shell": ("import subprocess\nsubprocess.run(['ls'], shell=True)", "shell=True"),
    "shell-by-a-variable": ("import subprocess\nsubprocess.run(['ls'], shell=yes)", "shell=yes"),
    "shell-of-one": ("import subprocess\nsubprocess.run(['ls'], shell=1)", "shell=1"),
    "os-system": ("import os\nos.system('ls')", "os.system"),
    "os-system-from": ("from os import system as s\ns('ls')", "os.system"),
    "os-system-under-another-name": ("import os as o\nrun = o.system", "os.system"),
    "os-popen": ("import os\nos.popen('ls')", "os.popen"),
    "os-exec": ("import os\nos.execvp('ls', [])", "os.execvp"),
    "getoutput": ("import subprocess as s\ns.getoutput('ls')", "subprocess.getoutput"),
    "shell-of-asyncio": ("import asyncio\nasyncio.create_subprocess_shell('ls')", "asyncio.create_subprocess_shell"),
    "a-command-of-text": ("import subprocess\nsubprocess.run('ls')", "subprocess.run without a list"),
    "a-command-of-text-by-its-name": ("import subprocess\nsubprocess.Popen(args='ls')", "subprocess.Popen without a list"),
    "a-command-put-together": ("from subprocess import run\nrun(f'ls {x}', check=True)", "subprocess.run without a list"),
    "a-command-in-a-variable": ("import subprocess\nsubprocess.check_output(command)", "subprocess.check_output without a list"),
    "yaml": ("import yaml\nyaml.load(text)", "yaml.load"),
    "yaml-of-all": ("from yaml import unsafe_load\nunsafe_load(text)", "yaml.unsafe_load"),
    "arrays-of-objects": ("import numpy as np\nnp.load(path, allow_pickle=True)", "allow_pickle=True"),
    "arrays-of-whatever": ("import numpy as np\nnp.load(path, allow_pickle=x)", "allow_pickle=x"),
    "a-name-of-a-file-to-be": ("import tempfile\ntempfile.mktemp()", "tempfile.mktemp"),
    "a-name-of-a-file-to-be-from": ("from tempfile import mktemp\nmktemp()", "tempfile.mktemp"),
    "a-module-by-its-path": (
        "import importlib.util\nimportlib.util.spec_from_file_location('a', p)", "importlib.util.spec_from_file_location",
    ),
    "a-module-that-is-run": ("spec.loader.exec_module(m)", ".exec_module"),
    "a-syntax-tree": ("import ast\nast.parse(text)", "ast.parse"),
    "a-syntax-tree-from": ("from ast import parse\nparse(text)", "ast.parse"),
    "a-literal": ("import ast\nast.literal_eval(text)", "ast.literal_eval"),
    "tokens": ("import tokenize\ntokenize.generate_tokens(f)", "tokenize.generate_tokens"),
    "a-declared-coding": ("from importlib.util import decode_source\ndecode_source(b)", "importlib.util.decode_source"),
    "json": ("import json\njson.loads(text)", "json.loads"),
    "json-from-a-file": ("from json import load\nload(f)", "json.load"),
    "json-typed": ("import msgspec\nmsgspec.json.decode(b, type=X)", "msgspec.json.decode"),
    "json-by-a-decoder": ("from msgspec.json import Decoder\nDecoder(X)", "msgspec.json.Decoder"),
    "a-notebook": ("import nbformat\nnbformat.reads(text, 4)", "nbformat.reads"),
    "a-notebook-as-text": ("from jupytext import reads\nreads(text)", "jupytext.reads"),
}  # fmt: skip
SPARED = {
    "a-name-that-begins-alike": "import picklecount, codecs, code_of_ours",
    "our-own-module-of-such-a-name": "from . import code\nfrom .marshal import x",
    "a-method-called-compile": "import re\nre.compile('a')",
    "a-method-called-eval": "model.eval()",
    "a-list": "import subprocess\nsubprocess.run(['ls', *more], shell=False)",
    "a-tuple": "from subprocess import Popen\nPopen(('ls',))",
    "another-run": "def run(x): pass\nloop.run('ls')",
    "safe-files": "import tempfile\ntempfile.mkstemp()\ntempfile.TemporaryFile()",
    "arrays-of-numbers": "import numpy as np\nnp.load(path, allow_pickle=False)",
    "json-written": "import json\njson.dumps(x)",
    "json-written-typed": "import msgspec\nmsgspec.json.encode(x)",
    "a-tree-that-is-looked-at": "import ast\nast.walk(tree)\nast.unparse(node)",
    "a-text-that-says-it": "x = 'eval(1)'  # exec(text)",
}


@pytest.mark.parametrize(("source", "what"), CAUGHT.values(), ids=CAUGHT)
def test_what_is_dangerous_is_seen(source: str, what: str) -> None:
    assert what in {use.what for use in uses(ast.parse(source))}


@pytest.mark.parametrize("source", SPARED.values(), ids=SPARED)
def test_what_is_harmless_is_left_in_peace(source: str) -> None:
    assert list(uses(ast.parse(source))) == []


def test_each_forbidden_thing_is_seen_under_its_own_name() -> None:
    for name in (*FORBIDDEN, *READERS, *LOADERS):
        module, _, function = name.rpartition(".")
        found = {use.what for use in uses(ast.parse(f"from {module} import {function} as f\nf(x)"))}
        assert name in found, name
    for module in FORBIDDEN_MODULES:
        assert [use.what for use in uses(ast.parse(f"import {module} as m"))] == [module]


def test_a_use_is_told_with_the_function_it_stands_in() -> None:
    found = list(uses(ast.parse("class C:\n    def m(self):\n        def inner():\n            eval(x)\n")))
    assert [(use.where, use.line) for use in found] == [("C.m.inner", 4)]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("from autograder.sandbox.inside.runner import Runner as R, quiet", {"Runner"}),
        ("from autograder.sandbox.inside import job", {"job"}),
        ("import autograder.sandbox.inside.zygote as z", {"zygote"}),
        ("from autograder.sandbox.inside.calls import Call", set()),
        ("from elsewhere import Runner", set()),
    ],
)
def test_who_imports_what_runs_a_text_is_seen(source: str, names: set[str]) -> None:
    assert runners(ast.parse(source)) == names


# --- what a judge really does ----------------------------------------------------------------------------------------------

JUDGING = """
import ast, json, sys, tokenize
from pathlib import Path

import msgspec

MARK = "descent_marker"
found = []


def told(thing):
    if isinstance(thing, bytes):
        return thing.decode("latin-1")
    return thing if isinstance(thing, str) else repr([getattr(thing, name, 0) for name in ("co_names", "co_consts")])


def hook(event, args):
    if event in ("compile", "exec") and MARK in told(args[0]):
        found.append(event)


def watched(module, name):
    kept = getattr(module, name)

    def instead(text, *args, **more):
        if MARK in told(text):
            found.append(name)
        return kept(text, *args, **more)

    setattr(module, name, instead)


from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.grading.limits import limits_of
from autograder.grading.submission import Submission
from autograder.marking.worker import Marker
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level

sys.addaudithook(hook)
for module, name in ((json, "loads"), (ast, "parse"), (tokenize, "generate_tokens"), (tokenize, "tokenize")):
    watched(module, name)
course = load(Path(sys.argv[1]))
text = (course.root / "solutions/01-gradient-step/gradient.py").read_text() + f"\\n{MARK} = '{MARK}'\\n"
book = json.dumps({"cells": [{"cell_type": "code", "source": text}], "metadata": {MARK: 1}})
found.clear()
scores = []
with Sandbox(Level.A, limits_of(course)) as sandbox:
    marker = Marker(course, Secret(b"m" * 32), sandbox)
    for file, content in (("gradient.py", text), ("gradient.ipynb", book), ("gradient.py", text + "h = sum(x)\\n(")):
        scores.append(marker.mark(Submission("ada", "01-gradient-step", file, content.encode())).score)
print(scores, found)
exec(compile(f"{MARK} = 1", "x", "exec"))
json.loads(json.dumps(MARK))
print(found)
"""


def test_while_a_judge_grades_nothing_in_its_process_compiles_or_parses_what_was_handed_in(root: Path) -> None:
    """By Python's own audit events, and by watching who is asked to read. The last line shows that both would be seen."""
    done = subprocess.run([sys.executable, "-c", JUDGING, str(root)], capture_output=True, check=False, text=True, cwd=root)
    assert done.stdout.splitlines() == ["[10.0, 10.0, 0.0] []", "['compile', 'exec', 'loads']"], done.stderr
