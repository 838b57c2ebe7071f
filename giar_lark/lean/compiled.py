"""Regular expressions as this Python has compiled them before: compiling those that a check needs takes longer than checking.

Python keeps no compiled expression, as it keeps compiled modules, but makes one at once of the instructions that compiling
comes to. Those are shipped, a file for each release of Python; `tools/write_patterns.py` writes it. What is not in the file,
such as an expression that has changed, is compiled, and so are all by a Python without a file.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from functools import cache
from importlib import import_module
from typing import Any, AnyStr

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.resources import read_file


class Instructions(NamedTuple):
    """What an expression comes to: 32 bits an instruction, all flags, and its groups."""

    code: bytes
    flags: int
    groups: int
    names: dict[str, int]
    by_number: tuple[str | None, ...]


# by expression and given flags
Shipped = dict[tuple[str | bytes, int], Instructions]


def compiled(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern of an expression.

    Raises: re.error, where it is none.
    """
    known = shipped().get((expression, flags))
    return re.compile(expression, flags) if known is None else _made(expression, Instructions(*known))


def file_name() -> str:
    """The file of this Python. Instructions differ between releases, and their numbers between processors."""
    return f"patterns.{sys.implementation.cache_tag}-{sys.byteorder}.bin"


@cache
def shipped() -> Shipped:
    """What is shipped for this Python; nothing where it has another set of instructions than the file was written with."""
    try:
        magic, known = marshal.loads(zlib.decompress(read_file("data", file_name())))
    except OSError:
        return {}
    return known if magic == _magic() else {}


def packed(known: Shipped) -> bytes:
    """What is shipped, as it is written."""
    plain = {key: tuple(instructions) for key, instructions in known.items()}
    return zlib.compress(marshal.dumps((_magic(), plain)), 9)


def _made(expression: AnyStr, known: Instructions) -> re.Pattern[AnyStr]:
    """The pattern of some instructions. The engine looks them through, and refuses what is none."""
    code = memoryview(known.code).cast("I").tolist()
    made: re.Pattern[AnyStr] = _engine().compile(
        expression, known.flags, code, known.groups, known.names, known.by_number
    )
    return made


def _magic() -> int:
    """The number of the set of instructions that this Python has."""
    return int(_engine().MAGIC)


def _engine() -> Any:  # noqa: ANN401 (a module that no type knows)
    return import_module("_sre")
