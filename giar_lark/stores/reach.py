"""The way to the store of an address. Drivers and what they need to know (keys, servers) are found as fsspec does it:

in the environment (`FSSPEC_S3_ENDPOINT_URL`, `AWS_PROFILE`), its configuration files, and those of the drivers.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.stores.address import scheme_of
from giar_lark.stores.trouble import no_driver, no_fsspec, no_such_store, told

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# kept by us, for fsspec would begin anew in every thread; and by process, for connections are not inherited
_REACHED: dict[tuple[int, str, str], AbstractFileSystem] = {}


class Reached(NamedTuple):
    """A store, and what it calls a file by."""

    files: AbstractFileSystem
    path: str


def reached(address: str) -> Reached:
    """The store that an address is in, without asking it for anything.

    Raises: OSError, where nothing reaches it.
    """
    try:
        from fsspec import get_filesystem_class
    except ImportError:
        raise no_fsspec(address) from None
    scheme = scheme_of(address)
    try:
        driver = get_filesystem_class(scheme)
    except ImportError:
        raise no_driver(address) from None
    except ValueError:
        raise no_such_store(address) from None
    with told(address):
        options = driver._get_kwargs_from_urls(address)
        key = (os.getpid(), scheme, repr(sorted(options.items())))
        if key not in _REACHED:
            _REACHED[key] = driver(**options)
        return Reached(_REACHED[key], driver._strip_protocol(address))
