"""Which calls make code or objects out of somebody's bytes, and where do they stand?

`uses(tree)` gives each dangerous thing in a module with the place where it stands, whatever it was imported as, whether it is called or
only named. Two kinds: what must not be in the grader at all (`FORBIDDEN`), and what reads a text as Python, JSON or a notebook
(`READERS`), which must not be done to a student's text outside of the sandbox.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

FORBIDDEN_MODULES = frozenset(
    """pickle _pickle cPickle pickletools cloudpickle dill marshal shelve dbm joblib jsonpickle multiprocessing copyreg
    code codeop runpy pty commands imp xmlrpc""".split()  # noqa: SIM905  # read as a list of names
)
"""Modules that make objects out of bytes (whoever writes the bytes runs code where they are read), or that run text."""
FORBIDDEN = frozenset(
    """builtins.eval builtins.exec builtins.compile builtins.execfile builtins.__import__
    os.system os.popen os.execv os.execve os.execvp os.execvpe os.execl os.execle os.execlp os.execlpe
    os.spawnv os.spawnve os.spawnvp os.spawnvpe os.spawnl os.spawnle os.spawnlp os.spawnlpe os.posix_spawn os.posix_spawnp
    subprocess.getoutput subprocess.getstatusoutput asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_shell
    yaml.load yaml.load_all yaml.unsafe_load yaml.unsafe_load_all yaml.full_load yaml.full_load_all
    tempfile.mktemp os.tempnam os.tmpnam logging.config.listen
    concurrent.futures.ProcessPoolExecutor sqlalchemy.PickleType pandas.read_pickle torch.load""".split()  # noqa: SIM905
)
"""Functions that run a text or a command, make objects out of bytes, or hand out a file name that somebody else may take first."""
LOADERS = frozenset({"importlib.import_module", "importlib.util.spec_from_file_location"})
"""Functions that run a module, whichever somebody names."""
READERS = frozenset(
    """ast.parse ast.literal_eval json.load json.loads json.JSONDecoder msgspec.json.decode msgspec.json.Decoder
    tokenize.tokenize tokenize.generate_tokens tokenize.open tokenize.detect_encoding importlib.util.decode_source
    nbformat.read nbformat.reads nbformat.validate nbformat.from_dict jupytext.read jupytext.reads symtable.symtable
    yaml.safe_load""".split()  # noqa: SIM905
)
"""Functions that read a text as Python, as JSON or as a notebook."""
INSIDE = "autograder.sandbox.inside"
RUNNERS = frozenset(
    {"extract", "rebuilt", "compile_source", "Runner", "Caller", "call_live", "stand_ins", "formula", "fingerprints", "job", "zygote"}
)
"""What in the sandbox reads or runs a text."""
MUST_BE_FALSE = frozenset({"shell", "allow_pickle"})
STARTERS = frozenset(f"subprocess.{name}" for name in ("run", "Popen", "call", "check_call", "check_output"))
METHODS = frozenset({"exec_module", "load_module", "read_pickle", "to_pickle"})
"""Names of methods that nobody here means otherwise."""


@dataclass(frozen=True, slots=True)
class Use:
    """Something dangerous: its full name, and the function or method that it stands in ("" at the top)."""

    what: str
    where: str
    line: int


def uses(tree: ast.Module) -> Iterator[Use]:
    """Every dangerous thing in a module."""
    known = _imported(tree)
    yield from _looked_at(tree, known, "")


def runners(tree: ast.Module) -> set[str]:
    """What of the RUNNERS a module imports."""
    found = {full.rpartition(".")[2] for full in _imported(tree).values() if full.startswith(f"{INSIDE}.")}
    return found & RUNNERS


def _looked_at(node: ast.AST, known: dict[str, str], where: str) -> Iterator[Use]:
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        inside = f"{where}.{child.name}".lstrip(".") if named else where  # type: ignore[attr-defined]
        for what in _found(child, known):
            yield Use(what, where, getattr(child, "lineno", 0))
        if not (isinstance(child, ast.Attribute) and _full(child, known)):  # of a.b.c only the whole
            yield from _looked_at(child, known, inside)


def _found(node: ast.AST, known: dict[str, str]) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names if _forbidden_module(alias.name))
        case ast.ImportFrom(module=str(module), level=0):
            if _forbidden_module(module):
                yield module
        case ast.Name() | ast.Attribute():
            full = _full(node, known)
            if full in FORBIDDEN | READERS | LOADERS or _forbidden_module(full):
                yield full
            elif isinstance(node, ast.Attribute) and node.attr in METHODS:
                yield f".{node.attr}"
        case ast.Call():
            yield from _called(node, known)


def _called(node: ast.Call, known: dict[str, str]) -> Iterator[str]:
    for word in node.keywords:
        if word.arg in MUST_BE_FALSE and not (isinstance(word.value, ast.Constant) and word.value.value is False):
            yield f"{word.arg}={ast.unparse(word.value)}"
    full = _full(node.func, known)
    if full in STARTERS:
        command = node.args[0] if node.args else next((word.value for word in node.keywords if word.arg == "args"), None)
        if not isinstance(command, ast.List | ast.Tuple):
            yield f"{full} without a list"
    if full == "builtins.getattr" and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
        name = f"{_full(node.args[0], known)}.{node.args[1].value!s}"
        if name in FORBIDDEN:
            yield name
    named = node.args[0] if full == "importlib.import_module" and node.args else None
    if isinstance(named, ast.Constant) and _forbidden_module(str(named.value)):
        yield str(named.value)


def _forbidden_module(name: str) -> bool:
    return name.partition(".")[0] in FORBIDDEN_MODULES


def _full(node: ast.AST, known: dict[str, str]) -> str:
    """The full name of what an expression names, or nothing."""
    match node:
        case ast.Name(id=name):
            return known.get(name, f"builtins.{name}")
        case ast.Attribute(value=value, attr=attr):
            inner = _full(value, known)
            return f"{inner.removeprefix('builtins.__builtins__').lstrip('.') or 'builtins'}.{attr}" if inner else ""
    return ""


def _imported(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for, wherever in the file it is imported."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                known[alias.asname or root] = alias.name if alias.asname else root
        elif isinstance(node, ast.ImportFrom) and node.module:
            prefix = "." * node.level
            known |= {alias.asname or alias.name: f"{prefix}{node.module}.{alias.name}" for alias in node.names}
    return known
