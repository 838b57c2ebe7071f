"""A converter: its name, what it reads, how its version is told, and how it is called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

TIMEOUT_SECONDS = 60


class NotInstalledError(Exception):
    """A program or package that a converter needs is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converter:
    """A converter of one or more inputs (`docx`, `tidy`, `word`, `pdf`), each with the tier of its outcome.

    Tiers: A each label directly followed by its values; B labels broken around their values; C rows interleaved or cells run
    together; D column by column. A report whose numbers do not come out whole falls to tier C.

    `convert` turns files into texts, as many and in the same order; `version` may raise NotInstalledError.
    """

    name: str
    tiers: Mapping[str, str]
    version: Callable[[], str]
    convert: Callable[[Sequence[Path]], list[str]]


def each(convert: Callable[[Path], str]) -> Callable[[Sequence[Path]], list[str]]:
    """A function over files from one over a file."""

    def convert_all(paths: Sequence[Path]) -> list[str]:
        return [convert(path) for path in paths]

    return convert_all


def package_version(name: str) -> Callable[[], str]:
    """How the version of a Python package is told, with its name before it."""

    def version() -> str:
        try:
            return f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            raise NotInstalledError(f"the Python package {name}") from None

    return version


def program_version(command: Sequence[str], name: str) -> Callable[[], str]:
    """How the version of a program is told: the first word with a digit that its command prints, behind a name."""

    def version() -> str:
        if shutil.which(command[0]) is None:
            raise NotInstalledError(f"the program {command[0]}")
        shown = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False)
        # some print it among the errors, where a wrapper may complain first
        found = re.search(r"\d+(?:\.[0-9a-z]+)+(?:\+git\d+)?", shown.stdout or shown.stderr)
        return f"{name} {found[0]}" if found else name

    return version


def output(command: Sequence[str], *, home: Path | None = None) -> str:
    """What a program prints, in UTF-8; `home` keeps it from reading anybody's settings.

    Raises: CalledProcessError, TimeoutExpired.
    """
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb", **({"HOME": str(home)} if home else {})}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        timeout=TIMEOUT_SECONDS,
        check=True,
    )
    return done.stdout.decode("utf-8", errors="replace")
