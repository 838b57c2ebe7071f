"""Archives in stores, copied to this machine for as long as a run lasts: each is gone through twice, counted and then read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from giar_lark.containers.files import Found
from giar_lark.containers.names import is_document_name
from giar_lark.lean.records import replace

# of the room that is left, what a copy may take: the files of the run are made there, too
_SHARE = 0.5


@contextmanager
def archives_at_hand(found: Sequence[Found]) -> Iterator[Iterator[Found]]:
    """The files, each archive of a store copied when its turn comes, if there is room for it. The copies go in the end."""
    if not any(map(_is_stored_archive, found)):
        yield iter(found)
        return
    with TemporaryDirectory(prefix="giar-lark-") as folder:
        yield (_copied(one, Path(folder, str(at))) if _is_stored_archive(one) else one for at, one in enumerate(found))


def _is_stored_archive(found: Found) -> bool:
    """Whether a file may be an archive in a store. One that has the name of a document is taken for that."""
    return found.held is not None and not is_document_name(found.file)


def _copied(found: Found, path: Path) -> Found:
    """A file with its copy; without one, where there is no room, or the store does not give it: that is told when it is read."""
    from giar_lark.stores.reading import copy_remote

    held = found.held
    if held is None or held.size is None or held.size > shutil.disk_usage(path.parent).free * _SHARE:
        return found
    try:
        copy_remote(held.address, path)
    except OSError:
        with suppress(FileNotFoundError):
            path.unlink()
        return found
    return replace(found, held=replace(held, copy=os.fspath(path)))
