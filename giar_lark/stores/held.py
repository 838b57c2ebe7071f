"""What a store has: files by their addresses, with what changes when a file does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.stores.address import folder_of, is_remote, is_web, joined, shown
from giar_lark.stores.reach import reached
from giar_lark.stores.trouble import told

# by which of them a store tells that a file has changed, the surest first; when it was read last is none
_SIGNS = (
    "ETag", "etag", "checksum", "md5Hash", "md5", "content_md5", "crc32c", "generation", "version_id", "mtime",
    "LastModified", "last_modified", "Last-Modified", "modified", "modify", "modificationTime", "updated", "created",
)  # fmt: skip
_WILDCARDS = "*?["
# requests that wait for their answers together
_AT_ONCE = 32
_Info = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Held:
    """A file in a store. The address may let in whoever has it, and is shown nowhere.

    `stamp` is its size and what else the store tells of its version: it changes when the file does. `copy` is the path of a
    copy on this machine, for as long as there is one.
    """

    address: str = field(repr=False)
    stamp: str = ""
    copy: str = field(default="", compare=False, repr=False)

    @property
    def size(self) -> int | None:
        """How many bytes are in it; None where the store does not say."""
        size, _, _ = self.stamp.partition(" ")
        return int(size) if size.isdigit() else None

    def read(self, most: int) -> bytes:
        """What is in it, as far as a limit. Raises: OSError, where it cannot be read."""
        from giar_lark.stores import reading

        return reading.read_remote(self.address, most)

    @property
    def shown(self) -> str:
        """The address as it may be written down."""
        return shown(self.address)


class Behind(NamedTuple):
    """A file that an address names, and what it is called in a folder that was searched for it; None where it was not."""

    held: Held
    name: str | None = None


def behind(address: str) -> Iterator[Behind]:
    """What is behind an address: one file, those of a folder, those that a pattern matches; none, where nothing is there.

    Raises: OSError, where the store does not answer, or has no such thing at all.
    """
    found = None if "*" in address else _info(address)
    if found is not None and found.get("type") != "directory":
        yield Behind(Held(address, stamp_in(found)))
    elif found is None and _is_pattern(address):
        yield from _matching(address)
    else:
        yield from _below(address)


def held_at(addresses: Sequence[str]) -> list[Held]:
    """Files by their addresses, whether they are there or not; several are asked for at a time.

    Raises: StoreError, where the store does not answer.
    """
    for address in addresses[:1]:
        reached(address)
    with ThreadPoolExecutor(_AT_ONCE) as asking:
        return [Held(address, stamp) for address, stamp in zip(addresses, asking.map(stamp_of, addresses), strict=True)]


def stamp_of(address: str) -> str:
    """What changes with a file; empty where it is not there, or the store tells nobody.

    Raises: StoreError, where the store does not answer.
    """
    try:
        return stamp_in(_info(address) or {})
    except (PermissionError, IsADirectoryError):
        return ""


def stamp_in(info: _Info) -> str:
    """What changes with a file, by what a store tells of it."""
    sign = next((f"{name}={_plain(info[name])}" for name in _SIGNS if info.get(name) is not None), "")
    return f"{info.get('size')} {sign}" if info else ""


def _plain(value: object) -> object:
    """Drivers tell one time in two ways."""
    return value.timestamp() if isinstance(value, datetime) else value


def _is_pattern(address: str) -> bool:
    return "*" in address or (not is_web(address) and any(char in address for char in _WILDCARDS))


def _info(address: str) -> _Info | None:
    files, path = reached(address)
    try:
        with told(address):
            files.invalidate_cache()
            return dict(files.info(path))
    except FileNotFoundError:
        return None


def _below(folder: str) -> Iterator[Behind]:
    files, path = reached(folder)
    with told(folder):
        found = files.find(path, detail=True)
    for name, info in _named(found, path):
        yield Behind(_held(folder, name, info), name)


def _matching(pattern: str) -> Iterator[Behind]:
    """The files that a pattern matches, and those in folders that it matches."""
    files, path = reached(pattern)
    folder = folder_of(pattern[: min(pattern.index(char) for char in _WILDCARDS if char in pattern)] + "x")
    with told(pattern):
        files.invalidate_cache()
        found = files.glob(path, detail=True)
    for name, info in _named(found, reached(folder).path):
        if info.get("type") == "directory":
            yield from _below(joined(folder, name))
        else:
            yield Behind(_held(folder, name, info))


def _named(found: Mapping[str, _Info], path: str) -> Iterator[tuple[str, _Info]]:
    """What a store has found in a folder, by what it is called in it."""
    before = len(path.strip("/"))
    for name, info in sorted(found.items()):
        yield name if is_remote(name) else name.strip("/")[before:].lstrip("/"), info


def _held(folder: str, name: str, info: _Info) -> Held:
    return Held(name if is_remote(name) else joined(folder, name), stamp_in(info))
