"""The files of a run: what they are called, and how they come to where they belong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from giar_lark.lean.records import dataclass, replace
from giar_lark.stores.address import beside, is_remote, joined, last_name, shown
from giar_lark.stores.store import Store, store_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Where the files of a run are, by the path or address of the dataset, and how that is laid out."""

    path: str
    long: bool
    by_year: bool = False
    part_name: str = "part-0"

    @property
    def manifest(self) -> str:
        """A line a document."""
        return f"{self.path}.manifest.jsonl"

    @property
    def quarantine(self) -> str:
        """A line for each document that was given up."""
        return f"{self.path}.quarantine.jsonl"

    @property
    def dictionary(self) -> str:
        """What the columns mean."""
        stem, _ = os.path.splitext(last_name(self.path))
        return beside(self.path, f"{stem}.dictionary.csv")

    @property
    def ending(self) -> str:
        """What the name of the dataset ends in, which tells its format."""
        return os.path.splitext(last_name(self.path))[1]

    @property
    def shown(self) -> str:
        """The path as it may be written down."""
        return shown(self.path)


@contextmanager
def made_here(output: Output) -> Iterator[Output]:
    """Where the files are to be made: in their places; those for a store in a folder of this machine, until all are whole.

    Then they are put there, the manifest last: whoever sees that of this run sees all the others.

    Raises: StoreError, where they cannot be put there.
    """
    if not is_remote(output.path):
        yield output
        return
    with TemporaryDirectory(prefix="giar-lark-") as folder:
        here = replace(output, path=os.path.join(folder, last_name(output.path)))
        yield here
        _put(here, output)


def _put(here: Output, there: Output) -> None:
    store = store_of(there.path)
    store.place(there.dictionary, Path(here.dictionary))
    if there.by_year:
        _put_folder(here.path, there.path, store)
    else:
        store.place(there.path, Path(here.path))
    if os.path.exists(here.quarantine):
        store.place(there.quarantine, Path(here.quarantine))
    else:
        store.remove(there.quarantine)
    store.place(there.manifest, Path(here.manifest))


def _put_folder(here: str, there: str, store: Store) -> None:
    """Put all files of a folder in place of those that are there. What has no successor goes last."""
    made = store_of(here).names(here)
    for name in made:
        store.place(joined(there, name), Path(here, name))
    for name in set(store.names(there)) - set(made):
        store.remove(joined(there, name))
