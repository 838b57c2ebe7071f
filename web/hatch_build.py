"""Takes the built page into the wheel, where it has been built; a wheel without it is whole but for `giar-lark web`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageHook(BuildHookInterface):
    """Adds `web/dist` as `giar_lark/web/page`."""

    PLUGIN_NAME = "page"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the page if it is finished; its last file is the archive of the package."""
        page = Path(self.root, "web", "dist")
        if version == "standard" and (page / "packages.zip").is_file():
            build_data["force_include"][str(page)] = "giar_lark/web/page"
