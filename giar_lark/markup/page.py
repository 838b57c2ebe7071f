"""One HTML page that needs nothing else: no address is loaded, and of scripts only the page's own runs."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable

_ASSETS = files("giar_lark") / "markup" / "assets"


def html_page(*, title: str, lang: str, assets: Traversable, body: str) -> str:
    """A page in the style of the house, with the `page.css` of a folder, and its `page.js` if it has one.

    The title is escaped here, the body is mark-up already. The policy names the script by its hash: had a text of a report
    come through as mark-up, it would still not run.
    """
    own = assets.joinpath("page.js")
    script = f"\n{own.read_text('utf-8')}" if own.is_file() else ""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    style = _ASSETS.joinpath("house.css").read_text("utf-8") + assets.joinpath("page.css").read_text("utf-8")
    parts = {
        "lang": "en" if lang == "en" else "zh-CN",
        "title": escape(title),
        "style": style,
        "script_hash": f"sha256-{digest}",
        "script": script,
        "body": body,
    }
    # in one pass: nothing in a part is taken for the place of another
    return re.sub(r"\{(\w+)\}", lambda place: parts[place[1]], _ASSETS.joinpath("page.html").read_text("utf-8"))
