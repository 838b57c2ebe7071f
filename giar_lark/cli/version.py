"""The version, as it is told."""

from __future__ import annotations

from giar_lark import __version__


def tell_version() -> None:
    """Write which version this is."""
    print(f"giar-lark {__version__}")
