"""What may student files import, and what becomes of the rest?

Everything that the course provides is imported before the first job; then the import system is closed, so that nothing opens a
file. matplotlib is a stand-in that draws nothing, `autograder` one whose `check` says nothing, and otter's `grader` says nothing
either: all of them stand in student files.
"""

import contextlib
import importlib
import importlib.machinery
import sys
import types
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

MODULES = """__future__ abc array ast base64 bisect builtins calendar cmath collections collections.abc colorsys contextlib copy csv
dataclasses datetime _strptime decimal enum fractions functools gc hashlib heapq inspect io itertools json keyword linecache locale
logging math numbers operator os os.path pathlib pprint random re secrets shutil statistics string stringprep struct sys tempfile
textwrap time timeit tokenize traceback types typing unicodedata unittest unittest.mock uuid warnings weakref zlib ctypes threading
encodings.ascii encodings.latin_1 encodings.cp1252 encodings.utf_8_sig encodings.utf_16 encodings.idna encodings.unicode_escape
numpy numpy.char numpy.fft numpy.lib.format numpy.lib.npyio numpy.lib.scimath numpy.lib.stride_tricks numpy.linalg numpy.ma
numpy.matlib numpy.polynomial numpy.random numpy.rec numpy.strings numpy.testing numpy.typing""".split()  # noqa: SIM905  # read as a list of modules
OTTER = "otter"
PYPLOT = ("matplotlib", "matplotlib.pyplot", "matplotlib.cm", "matplotlib.colors", "matplotlib.ticker", "pylab")


def load() -> None:
    """Import all that is provided, and put the stand-ins in their places."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in MODULES:
            importlib.import_module(name)
        import numpy as np

        np.random.default_rng(0).random(2)
        np.linalg.inv(np.eye(2)) @ np.ones(2)
        repr(np.ones(2)), str(np.float64(0.5)), f"{np.float64(0.5):.3f}"
    sys.modules.update(_stand_ins())


@contextlib.contextmanager
def standing_in() -> Iterator[None]:
    """The stand-ins in their places for a while, as on a student's own machine."""
    stand_ins = _stand_ins()
    keep = {name: sys.modules.get(name) for name in stand_ins}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in keep.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module


def _stand_ins() -> dict[str, types.ModuleType]:
    modules: dict[str, types.ModuleType] = {name: _Drawing(name) for name in (*PYPLOT, OTTER)}
    modules["matplotlib"].pyplot = modules["matplotlib.pyplot"]  # type: ignore[attr-defined]
    return modules | {"autograder": _Practice("autograder")}


def close() -> None:
    """From here on an import finds what is loaded, and nothing else: no file is opened."""
    sys.path[:] = []
    sys.path_importer_cache.clear()
    sys.meta_path[:] = [importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter, _Closed()]


class _Closed:
    """The last finder: says what is provided."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> NoReturn:
        raise ModuleNotFoundError(
            f"No module named {name!r} here. The grader provides NumPy and a good part of the standard library.", name=name
        )


class _Anything:
    """Stands for any figure, axis or line: every attribute, call, item and operation gives one again."""

    def __getattr__(self, name: str) -> "_Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> "_Anything":
        return self

    def __getitem__(self, _: Any) -> "_Anything":
        return self

    def __setitem__(self, _: Any, __: Any) -> None:
        pass

    def __iter__(self) -> Any:
        return iter((self,))

    def __enter__(self) -> "_Anything":
        return self

    def __exit__(self, *_: object) -> None:
        pass


class _Drawing(types.ModuleType):
    """matplotlib without the drawing."""

    __path__: list[str] = []  # noqa: RUF012  # a package, so that `import matplotlib.pyplot` looks here

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything()

    def subplots(self, nrows: int = 1, ncols: int = 1, *_: Any, squeeze: bool = True, **__: Any) -> tuple[Any, Any]:
        """A figure and axes in an array of the shape that matplotlib would give."""
        import numpy as np

        axes = np.empty((nrows, ncols), dtype=object)
        for index in np.ndindex(nrows, ncols):
            axes[index] = _Anything()
        if not squeeze:
            return _Anything(), axes
        return _Anything(), axes[0, 0] if axes.size == 1 else axes.squeeze()


class _Practice(types.ModuleType):
    """The package as notebooks import it to check themselves: in grading, checking says nothing."""

    @staticmethod
    def check(*_: object, **__: object) -> None:
        """Says nothing."""
