"""tree-sitter: a parser generated in C, its tree walked in Python. Its command and a C compiler have to be on the path."""

from __future__ import annotations

import ctypes
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rows import Row
from tree_sitter import Language, Parser

from peers.words import Words

_NEEDED = ("tree-sitter", "cc")


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader.

    Raises: ImportError, where what generates or compiles it is not there.
    """
    parser = Parser(_language(words))

    def read(text: str) -> list[Row]:
        data = text.encode()
        nodes = parser.parse(data).root_node.children
        return [
            _row([data[part.start_byte : part.end_byte - 1] for part in row.children])
            for row in nodes
            if row.type == "row"
        ]

    return read


def _row(parts: list[bytes]) -> Row:
    label, *values = (part.decode() for part in parts)
    return Row(label, tuple(values))


def _language(words: Words) -> Language:
    missing = [tool for tool in _NEEDED if shutil.which(tool) is None]
    if missing:
        raise ImportError(f"{' and '.join(missing)} not on the path")
    with TemporaryDirectory() as folder:
        Path(folder, "grammar.json").write_text(json.dumps(_grammar(words)), "utf-8")
        for command in (
            ("tree-sitter", "generate", "--no-bindings", "grammar.json"),
            ("cc", "-shared", "-fPIC", "-O2", "-I", "src", "src/parser.c", "-o", "rows.so"),
        ):
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return Language(_capsule(ctypes.CDLL(str(Path(folder, "rows.so"))).tree_sitter_rows))


def _capsule(function: Any) -> Any:
    """What the binding takes for a language: the pointer that the generated function gives, named as it wants it."""
    function.restype = ctypes.c_void_p
    wrapped = ctypes.pythonapi.PyCapsule_New
    wrapped.restype, wrapped.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return wrapped(function(), b"tree_sitter.Language", None)


def _grammar(words: Words) -> dict[str, object]:
    """The grammar as the generator reads it; a terminal of a higher precedence wins over one that matches as much."""
    symbols = [{"type": "SYMBOL", "name": name} for name in ("row", "heading", "value", "other")]
    row = [{"type": "SYMBOL", "name": name} for name in ("label", *["value"] * 7)]
    return {
        "name": "rows",
        "rules": {
            "document": {"type": "REPEAT", "content": {"type": "CHOICE", "members": symbols}},
            # seven values behind a label are its row, and not values by themselves
            "row": {"type": "PREC", "value": 1, "content": {"type": "SEQ", "members": row}},
            "label": _line(3, words.label),
            "heading": _line(3, words.heading),
            "value": _line(2, words.value),
            "other": _line(1, words.other),
        },
        "extras": [],
    }


def _line(precedence: int, pattern: str) -> dict[str, object]:
    return {
        "type": "TOKEN",
        "content": {
            "type": "PREC",
            "value": precedence,
            "content": {"type": "PATTERN", "value": rf"{pattern}\n"},
        },
    }
