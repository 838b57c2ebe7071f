"""ANTLR 4: a parser generated for its Python runtime. Its tool is no Python package, and has to be on the path."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from antlr4 import CommonTokenStream, InputStream
from rows import Row

from peers.words import Words

# antlr-ng is ANTLR's tool without Java; both write the same parsers
_TOOLS = ("antlr-ng", "antlr4")


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader.

    Raises: ImportError, where neither tool is there to generate it.
    """
    lexer, parser = _generated(_grammar(words))

    def read(text: str) -> list[Row]:
        document = parser(CommonTokenStream(lexer(InputStream(text)))).document()
        return [_row(row) for row in document.row()]

    return read


def _row(row: Any) -> Row:
    return Row(row.LABEL().getText().rstrip(), tuple(value.getText().rstrip() for value in row.VALUE()))


def _grammar(words: Words) -> str:
    labels = " | ".join(f"'{label}'" for label in words.labels)
    headings = " | ".join(f"'{heading}'" for heading in words.headings)
    return rf"""
        grammar Rows;
        document : (row | HEADING | VALUE | OTHER)* EOF;
        row      : LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE;
        LABEL    : ({labels}) '\n';
        HEADING  : ({headings}) '\n';
        VALUE    : ('-'? [0-9] [0-9.]* | '-') '\n';
        OTHER    : ~[\n]* '\n';
    """


def _generated(grammar: str) -> tuple[Any, Any]:
    """The classes of lexer and parser; what they are written to is gone once they are loaded."""
    tool = next(filter(None, map(shutil.which, _TOOLS)), None)
    if tool is None:
        raise ImportError(f"none of {', '.join(_TOOLS)} is on the path")
    with TemporaryDirectory() as folder:
        Path(folder, "Rows.g4").write_text(grammar, "utf-8")
        subprocess.run(
            [tool, "-Dlanguage=Python3", "-o", folder, "Rows.g4"], cwd=folder, check=True, capture_output=True
        )
        sys.path.insert(0, folder)
        try:
            return import_module("RowsLexer").RowsLexer, import_module("RowsParser").RowsParser
        finally:
            sys.path.remove(folder)
