"""Who imports whom in a package, and where does that break its layers?

`imports(folder)` reads the files and runs nothing; `findings(graph, layers)` lists, in sentences, each import that climbs, each
that crosses to a neighbour, each module in no layer, and one cycle if there is any.
"""

import ast
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Graph = dict[str, frozenset[str]]
Layers = Sequence[Sequence[str]]


def imports(folder: Path) -> Graph:
    """Each module of the package in `folder`, with the modules of that package that it imports, wherever in the file."""
    files = {_name(path, folder): path for path in sorted(folder.rglob("*.py"))}

    def module(name: str) -> str:
        while name and name not in files:
            name = name.rpartition(".")[0]
        return name

    return {
        name: frozenset(found for found in map(module, imported(path, _package(name, path))) if found and found != name)
        for name, path in files.items()
    }


def imported(path: Path, package: str = "") -> Iterator[str]:
    """Every name that the file at `path` imports, in full; `package` is where its relative imports start."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level else ""
            source = ".".join(part for part in (above, node.module) if part)
            yield from (f"{source}.{alias.name}" for alias in node.names)


def findings(graph: Graph, layers: Layers) -> list[str]:
    """What breaks the layers, which go from high to low; those on one line are neighbours and must not know each other."""
    height = {name: len(layers) - depth for depth, line in enumerate(layers) for name in line}
    return [*_strangers(graph, height), *_crossings(graph, height), *_cycle(graph)]


def _strangers(graph: Graph, height: dict[str, int]) -> Iterator[str]:
    for layer in sorted({_layer(module) for module in graph} - height.keys() - {""}):
        yield f"{layer} is in no layer"


def _crossings(graph: Graph, height: dict[str, int]) -> Iterator[str]:
    for module in sorted(graph):
        for target in sorted(graph[module]):
            low, high = height.get(_layer(module)), height.get(_layer(target))
            if low is None or high is None or _layer(module) == _layer(target):
                continue
            if high > low:
                yield f"{module} climbs to {target}"
            elif high == low:
                yield f"{module} crosses to its neighbour {target}"


def _cycle(graph: Graph) -> Iterator[str]:
    try:
        TopologicalSorter({module: sorted(graph[module]) for module in sorted(graph)}).prepare()
    except CycleError as error:
        yield f"a cycle: {' <- '.join(error.args[1])}"


def _layer(module: str) -> str:
    """The folder or file right below the package; the package itself, the front door, is in none."""
    return module.split(".")[1] if "." in module else ""


def _name(path: Path, folder: Path) -> str:
    return ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")


def _package(name: str, path: Path) -> str:
    return name if path.stem == "__init__" else name.rpartition(".")[0]
