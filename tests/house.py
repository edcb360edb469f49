"""Which rules of the house does a piece of the project break? Each rule goes from a source to the lines that break it."""

import ast
import re
from collections.abc import Callable, Iterator

UNSAFE_MODULES = frozenset({"pickle", "_pickle", "cPickle", "cloudpickle", "dill", "marshal", "shelve", "jsonpickle"})
RUNS_TEXT = frozenset({"eval", "exec", "execfile", "compile", "__import__"})
MODULE_LINES = 400

MACHINE_PATH = re.compile(r"(?:^|[^.\w])/(?:work|farm|root|tmp|home(?!/ada))/[a-z]|[A-Z]:\\Users\\", re.MULTILINE)
REGISTRY = re.compile(r"index-url|find-links|\"resolved\": *\"http|registry *= *\"http|https?://[^\s\"']*/simple\b")

Rule = Callable[[ast.Module], Iterator[int]]


def unsafe_imports(tree: ast.Module) -> Iterator[int]:
    """Modules that make objects out of bytes: whoever writes the bytes runs code where they are read."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        if any(name.split(".")[0] in UNSAFE_MODULES for name in names):
            yield node.lineno


def text_run_as_code(tree: ast.Module) -> Iterator[int]:
    """Calls that run text as code, but for methods of that name (re.compile)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT:
            yield node.lineno


def shells(tree: ast.Module) -> Iterator[int]:
    """Commands handed to a shell: `shell=` anything but False, os.system, os.popen."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        shell = [ast.unparse(word.value) for word in node.keywords if word.arg == "shell"]
        if shell not in ([], ["False"]) or ast.unparse(node.func) in ("os.system", "os.popen"):
            yield node.lineno


def unsafe_yaml(tree: ast.Module) -> Iterator[int]:
    """YAML readers that make any object; `safe_load` is the one to use."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("yaml.load", "yaml.unsafe_load", "yaml.full_load"):
            yield node.lineno


def no_docstring(tree: ast.Module) -> Iterator[int]:
    """Modules that do not say what they are for."""
    if not ast.get_docstring(tree):
        yield 1


SOURCE_RULES: dict[str, Rule] = {
    "makes objects out of bytes": unsafe_imports,
    "hands a command to a shell": shells,
    "reads YAML unsafely": unsafe_yaml,
    "has no docstring": no_docstring,
}


def of_this_machine(text: str) -> Iterator[int]:
    """Lines that name a folder of somebody's machine or a package registry."""
    for pattern in (MACHINE_PATH, REGISTRY):
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.end()) + 1
