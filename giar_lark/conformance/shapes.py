"""What is read from a file of a suite is to have a shape; where it has another, the file is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeGuard


class SuiteError(ValueError):
    """A folder that is no suite, or a suite that cannot be read."""


def demand(fits: bool, fault: str) -> None:
    """Raises: ValueError, with the words, unless something fits."""
    if not fits:
        raise ValueError(fault)


def are_texts(value: object) -> TypeGuard[list[str]]:
    """Whether a value is an array of texts."""
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


@contextmanager
def naming(path: Path, error: type[ValueError]) -> Iterator[None]:
    """Turn whatever goes wrong while a file is read into an error that names it."""
    try:
        yield
    except KeyError as missing:
        raise error(f"{path}: no {missing}") from None
    except (ArithmeticError, AttributeError, OSError, RecursionError, TypeError, ValueError) as fault:
        raise error(f"{path}: {fault}") from None
