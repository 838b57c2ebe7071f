"""A page of HTML taken apart: its elements, the text of some of them, and what it would load."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

LOADING = {"src", "srcset", "data", "action", "poster", "background", "formaction"}
VOID = {"meta", "input", "br", "img", "link", "hr"}
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """The elements of a page with their attributes, the text of each element of a kind, and the tags left open."""

    def __init__(self, text: str, collect: str = "details") -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.collect = collect
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == self.collect:
            self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.collect in self.open:
            self.texts[-1] += data

    def attributes(self, tag: str) -> list[Attributes]:
        """The attributes of each element of a kind."""
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def policy(self) -> str:
        """The page's content security policy."""
        [policy] = [a["content"] for a in self.attributes("meta") if a.get("http-equiv") == "Content-Security-Policy"]
        return policy or ""


def loads(page: Page) -> set[str]:
    """The elements and attributes that would fetch something; links within the page do not."""
    names = {f"{tag} {name}" for tag, attrs in page.elements for name in attrs if name in LOADING}
    away = {f"{tag} href" for tag, a in page.elements if not (a.get("href") or "#").startswith("#")}
    fetching = {"link", "img", "iframe", "object", "embed", "base", "video", "audio"}
    return names | away | ({tag for tag, _ in page.elements} & fetching)


def script_hash(text: str) -> str:
    """The hash of the page's last script, as a policy names it."""
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)[-1]
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
