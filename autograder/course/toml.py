"""How is a table written as TOML? Python reads TOML, and writes none."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def written(table: Mapping[str, Any]) -> str:
    """The text that `tomllib` reads as this table: a line for each key, and below them the lists of tables.

    Args:
        table: of what tomllib gives: texts, numbers, booleans, dates and times, lists, and tables.
    """
    tables = {key: value for key, value in table.items() if isinstance(value, list) and value and all(map(_is_table, value))}
    lines = [*_lines({key: value for key, value in table.items() if key not in tables})]
    for key, entries in tables.items():
        for entry in entries:
            lines += ["", f"[[{_key(key)}]]", *_lines(entry)]
    return "".join(f"{line}\n" for line in lines)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _text(value)
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return f"{{ {', '.join(_lines(value))} }}" if value else "{}"
        case _:
            return repr(value)  # a whole number or a float: inf and nan too


def _text(text: str) -> str:
    """A text of TOML's is written like one of JSON's, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
