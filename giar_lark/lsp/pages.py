"""The pages of the rules as addresses: where the client says they are, else as files that are written when they are needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from giar_lark import __version__
from giar_lark.export.markdown import page_markdown
from giar_lark.rules import find_rule
from giar_lark.rules.page import manual_of


def page_text(code: str, lang: str) -> str | None:
    """The page of a rule as Markdown; None where there is no such rule."""
    page = find_rule(code.lower())
    return None if page is None else page_markdown(manual_of(page), None, lang)


class Pages:
    """Addresses of pages. `template` is an address with `{lang}` and `{code}`, `folder` where files are written without one."""

    def __init__(self, template: str | None, folder: Path) -> None:
        self._template, self._folder = template, folder
        self.address = lru_cache(maxsize=None)(self._address)

    def _address(self, code: str, lang: str) -> str | None:
        """The address of a rule's page; None where there is no such rule, or its file cannot be written."""
        if self._template is not None:
            return self._template.replace("{lang}", lang).replace("{code}", code)
        text, path = page_text(code, lang), self._folder / lang / f"{code}.md"
        if text is None:
            return None
        try:
            if not path.is_file() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")
        except OSError:
            return None
        return path.as_uri()


def pages_folder(environ: Mapping[str, str]) -> Path:
    """The folder for pages that were written: where the system keeps what can be made again, of this version."""
    if sys.platform == "win32":
        base = Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.path.abspath(base)) / "giar-lark" / __version__ / "rules"
